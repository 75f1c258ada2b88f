import { hasLeft } from '../domain/belonging';
import { localDay } from '../domain/calendar';
import { findPerson } from '../domain/people';
import type { Message } from '../infra/outbox';
import type { Kept } from '../infra/records';
import { deskOf, type House, type Household } from './house';

/** Rows that are being read at this moment, of each school that is open. */
const reading = new WeakMap<Household, Map<string, Promise<Kept | undefined>>>();

/**
 * Whether a message is still wanted, asked of the capability that owes it. One that nobody can judge is sent to whoever
 * is there; whoever has left hears nothing more.
 */
export async function isStillWanted({ stillIf, to }: Message, household: Household, house: House): Promise<boolean> {
  if (!stillIf) return !('person' in to) || isThere(to.person, household, house);
  for (const { still } of house.capabilities) {
    const judge = still?.[stillIf.kind];
    if (judge) return judge(stillIf.data, deskOf(house, readingTogether(household)));
  }
  return true;
}

function isThere(id: string, { school }: Household, { clock }: House): boolean {
  const person = findPerson(school, id);
  return person === undefined || !hasLeft(person, localDay(school, clock.now()));
}

/** The same school; what is asked of everybody at one moment is read once: a school's messages are judged together. */
function readingTogether(household: Household): Household {
  const { records } = household;
  const asked = reading.get(household) ?? new Map<string, Promise<Kept | undefined>>();
  reading.set(household, asked);

  function get(key: string): Promise<Kept | undefined> {
    const before = asked.get(key);
    if (before) return before;
    const answer = records.get(key).finally(() => asked.delete(key));
    asked.set(key, answer);
    return answer;
  }

  return { ...household, records: { ...records, get } };
}
