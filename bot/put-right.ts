import { createHash } from 'node:crypto';
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
export function openPutRight(house: () => House): (household: Household) => Promise<void> {
  const done = new Map<string, string>();

  async function ask(household: Household): Promise<void> {
    const { school, records } = household;
    const desk = deskOf(house(), household);
    const asked = `${localDay(school, desk.now)} ${printOf(school)}`;
    if (done.get(school.id) === asked) return;
    for (const { putRight } of house().capabilities) {
      const change = await putRight?.(desk);
      if (change) await commitChange(school.id, records, change, desk.now.toUTC().toISO()).catch(unlessConflict);
    }
    done.set(school.id, asked);
  }

  return (household) =>
    ask(household).catch((error) => house().log('not put right', { school: household.school.id, error }));
}

const prints = new WeakMap<School, string>();

/** A school as its file has it, also where it was opened anew meanwhile. */
function printOf(school: School): string {
  const print = prints.get(school) ?? createHash('sha256').update(JSON.stringify(school)).digest('base64');
  prints.set(school, print);
  return print;
}

function unlessConflict(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}
