import type { DateTime } from 'luxon';
import { belongs } from './belonging';
import { localDay } from './calendar';
import { isSchoolDayOn, weekdayOf } from './days';
import type { Person, School } from './school';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/**
 * Whether a person can be told on this day. By day, not by hour: a first telling goes out in the evening and at weekends
 * as well. Working days count on school days only, or a lead of three days a week would be out of reach all summer.
 */
export function isAtHand(school: School, person: Person, at: DateTime): boolean {
  const day = localDay(school, at);
  if (!belongs(person, day)) return false;
  if (person.away.some((span) => span.from <= day && day <= span.to)) return false;
  if (!person.worksOn || !isSchoolDayOn(school, day)) return true;
  const weekday = WEEKDAYS[weekdayOf(day) - 1];
  return weekday !== undefined && person.worksOn.includes(weekday);
}
