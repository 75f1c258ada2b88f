import { localDay } from '../domain/calendar';
import type { School } from '../domain/school';
import { commitChange } from '../infra/outbox';
import { Conflict } from '../infra/store';
import { deskOf, type House, type Household } from './house';

/**
 * Lets every capability put right what a changed school file, a new day or a new Lantern leaves behind. Another replica
 * may ask for the same: then one of them has.
 * @returns does it at most once a day for a school as it is.
 */
export function openPutRight(house: () => House): () => Promise<void> {
  const done = new WeakMap<School, string>();

  async function ask(household: Household): Promise<void> {
    const { school, records } = household;
    const desk = deskOf(house(), household);
    const day = localDay(school, desk.now);
    if (done.get(school) === day) return;
    for (const { putRight } of house().capabilities) {
      const change = await putRight?.(desk);
      if (change)
        await commitChange(house().store, school.id, records, change, desk.now.toUTC().toISO()).catch(unlessConflict);
    }
    done.set(school, day);
  }

  return async () => {
    for (const household of house().households.values())
      await ask(household).catch((error) => house().log('not put right', { school: household.school.id, error }));
  };
}

function unlessConflict(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}
