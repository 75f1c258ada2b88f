import type { DateTime } from 'luxon';
import { belongs } from './belonging';
import { localDay } from './calendar';
import { schoolDayAfter } from './school-days';
import type { Days, Person, School } from './school';

/** A time in which somebody will not be in school. */
export interface Absence {
  /** The first school day of it (2026-12-01). */
  readonly from: string;
  readonly isForGood: boolean;
  /** Whether today is the last school day before it. */
  readonly isNext: boolean;
}

/** The next absence of a person that begins within so many school days; one that takes in no school day is none. */
export function absenceAhead(school: School, person: Person, now: DateTime, within: number): Absence | undefined {
  if (isAway(person, localDay(school, now))) return undefined;
  let day = schoolDayAfter(school, now);
  for (let count = 1; count <= within; count += 1) {
    const on = localDay(school, day);
    const isForGood = !belongs(person, on);
    if (isForGood || isAway(person, on)) return { from: on, isForGood, isNext: count === 1 };
    day = schoolDayAfter(school, day);
  }
  return undefined;
}

/** Whether somebody is away today and on the next school day as well: a single day is no reason to look for another. */
export function isAwayForDays(school: School, person: Person, now: DateTime): boolean {
  if (!isAway(person, localDay(school, now))) return false;
  const next = localDay(school, schoolDayAfter(school, now));
  return isAway(person, next) || !belongs(person, next);
}

function isAway({ away }: Person, day: string): boolean {
  return away.some((span: Days) => span.from <= day && day <= span.to);
}
