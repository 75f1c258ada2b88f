import { hasLeft } from '../domain/belonging';
import { localDay } from '../domain/calendar';
import { findPerson } from '../domain/people';
import type { Message } from '../infra/outbox';
import { deskOf, type House, type Household } from './house';

/**
 * Whether a message is still wanted, asked of the capability that owes it. One that nobody can judge is sent to whoever
 * is there; whoever has left hears nothing more.
 */
export async function isStillWanted({ stillIf, to }: Message, household: Household, house: House): Promise<boolean> {
  if (!stillIf) return !('person' in to) || isThere(to.person, household, house);
  for (const { still } of house.capabilities) {
    const judge = still?.[stillIf.kind];
    if (judge) return judge(stillIf.data, deskOf(house, household));
  }
  return true;
}

function isThere(id: string, { school }: Household, { clock }: House): boolean {
  const person = findPerson(school, id);
  return person === undefined || !hasLeft(person, localDay(school, clock.now()));
}
