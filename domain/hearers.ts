import type { DateTime } from 'luxon';
import { isAwayForDays } from './absence';
import { answerFor } from './answering';
import { localDay } from './calendar';
import { findPerson, holdersOf, isReachableOn } from './people';
import type { Person, School } from './school';

/**
 * Whom a rung tells besides whoever owes the thing: those who answer for its offices today, and where it says `manager`
 * the line managers of these people; each once.
 */
export function hearersOf(school: School, to: readonly string[], owing: readonly Person[], now: DateTime): Person[] {
  const all = to.flatMap((word) => {
    if (word === 'person') return [];
    return word === 'manager'
      ? owing.flatMap((person) => managersOf(school, person, now))
      : answerFor(school, word, now);
  });
  return [...new Set(all)];
}

/**
 * Who looks after somebody in their work: their line manager; the office manager where there is none, or none who is
 * here and can be told; then the headteacher. Nobody looks after themselves.
 */
export function managersOf(school: School, person: Person, now: DateTime): Person[] {
  const today = localDay(school, now);
  const own = findPerson(school, person.manager);
  for (const each of [own ? [own] : [], holdersOf(school, 'officeManager'), holdersOf(school, 'headteacher')]) {
    const there = each.filter((one) => one.id !== person.id && isReachableOn(one, today));
    const here = there.filter((one) => !isAwayForDays(school, one, now));
    if (here.length > 0) return here;
  }
  return [];
}
