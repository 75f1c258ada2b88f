import type { DateTime } from 'luxon';
import { isAtHand } from './at-hand';
import { localDay } from './calendar';
import { findPerson, holdersOf } from './people';
import type { Person, School } from './school';

/**
 * Who answers for an office on this day: those who cover it, or its holders where nobody covers or no cover is fit.
 * An empty list passes the concern to the next office.
 */
export function whoIsAtHand(
  school: School,
  office: string,
  at: DateTime,
  excluded: ReadonlySet<string> = new Set(),
): string[] {
  const present = (person: Person | undefined) =>
    person && !excluded.has(person.id) && isAtHand(school, person, at) ? [person.id] : [];
  const day = localDay(school, at);
  const covering = school.cover
    .filter((cover) => cover.office === office && cover.from <= day && day <= cover.to)
    .flatMap((cover) => cover.people.flatMap((id) => present(findPerson(school, id))));
  return [...new Set(covering.length > 0 ? covering : holdersOf(school, office).flatMap(present))];
}
