import type { DateTime } from 'luxon';
import { isAwayForDays } from './absence';
import { localDay } from './calendar';
import { findPerson, holdersOf, isReachableOn } from './people';
import type { Person, School } from './school';

/**
 * Who answers for an office today: its holders and those who cover it who can be told and are not away for days, else
 * the headteacher. Where all of these are away, whoever can be told of them when they are back.
 * @param isFit leaves out who may not have it.
 */
export function answerFor(
  school: School,
  office: string,
  now: DateTime,
  isFit: (person: Person) => boolean = () => true,
): Person[] {
  const groups = [office, 'headteacher'].map((each) => reachedFor(school, each, localDay(school, now)).filter(isFit));
  const present = groups.map((group) => group.filter((person) => !isAwayForDays(school, person, now)));
  return [...present, ...groups].find((group) => group.length > 0) ?? [];
}

function reachedFor(school: School, office: string, day: string): Person[] {
  const covering = school.cover
    .filter((cover) => cover.office === office && cover.from <= day && day <= cover.to)
    .flatMap(({ people }) => people.flatMap((id) => findPerson(school, id) ?? []));
  return [...new Set([...holdersOf(school, office), ...covering])].filter((person) => isReachableOn(person, day));
}
