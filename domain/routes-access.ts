import type { DateTime } from 'luxon';
import type { Matter } from './matter';
import { belongs } from './belonging';
import { localDay } from './calendar';
import { findPerson, holds } from './people';
import { routeConcern } from './routes';
import { lineOf } from './routes-lines';
import type { School } from './school';

/**
 * Whether a person may open a concern now. Either their office may on today's route, or they were told of it (the next
 * office stepped in while the first was away) and still hold an office of its line. Never one who is excluded: asked
 * again at every opening, so that a conflict found later shuts the door (P2).
 * @param told ids of the people told so far.
 */
export function mayOpenNow(
  school: School,
  matter: Matter,
  at: DateTime,
  personId: string,
  told: readonly string[] = [],
): boolean {
  const route = routeConcern(school, matter, at);
  if (route.excluded.includes(personId)) return false;
  if (route.mayOpenPeople.includes(personId)) return true;
  const person = findPerson(school, personId);
  if (!person || !belongs(person, localDay(school, at))) return false;
  const line = lineOf(school, matter);
  const offices = [...line.tell, ...line.next, ...line.fallback].filter((office) => !line.technical?.includes(office));
  return told.includes(personId) && holds(school, personId, ...offices);
}
