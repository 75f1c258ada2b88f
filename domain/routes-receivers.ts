import type { Matter } from './matter';
import { findPerson, holdersOf } from './people';
import { lineOf } from './routes-lines';
import { DEFAULT_LINES } from './routes-table';
import type { Person, School } from './school';

/** Everybody who could ever receive a matter, here today or not: those who may be left out of it by a conflict. */
export function everyReceiver(school: School, matter: Matter): Person[] {
  const line = lineOf(school, matter);
  const offices = [...line.tell, ...line.next, ...line.fallback, ...line.alsoOpen];
  return holdersOrCover(school, offices);
}

/** Everybody who could come to read a matter of any kind: the same people whatever it is about and whoever has it. */
export function everyReader(school: School): Person[] {
  const lines = Object.values(DEFAULT_LINES).flatMap(({ tell, next, technical }) =>
    [...tell, ...next].filter((office) => !technical?.includes(office)),
  );
  const own = school.routes.flatMap(({ tell, then = [], alsoOpen, view }) =>
    [...tell, ...then, ...alsoOpen].filter((office) => view[office] !== 'technical'),
  );
  return holdersOrCover(school, [...lines, ...own]);
}

function holdersOrCover(school: School, offices: readonly string[]): Person[] {
  const covering = school.cover.filter(({ office }) => offices.includes(office)).flatMap(({ people }) => people);
  const held = offices.flatMap((office) => holdersOf(school, office).map(({ id }) => id));
  return [...new Set([...held, ...covering])].flatMap((id) => findPerson(school, id) ?? []);
}
