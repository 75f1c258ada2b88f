import type { Matter } from './matter';
import { findPerson, holdersOf } from './people';
import { lineOf } from './routes-lines';
import type { Person, School } from './school';

/** Everybody who could ever receive a matter, here today or not: those who may be left out of it by a conflict. */
export function everyReceiver(school: School, matter: Matter): Person[] {
  const line = lineOf(school, matter);
  const offices = [...line.tell, ...line.next, ...line.fallback, ...line.alsoOpen];
  const covering = school.cover.filter(({ office }) => offices.includes(office)).flatMap(({ people }) => people);
  const held = offices.flatMap((office) => holdersOf(school, office).map(({ id }) => id));
  return [...new Set([...held, ...covering])].flatMap((id) => findPerson(school, id) ?? []);
}
