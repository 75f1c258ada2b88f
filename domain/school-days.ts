import type { DateTime } from 'luxon';
import { isOpen, isSchoolDay, nextOpening } from './calendar';
import type { School } from './school';

/** A longer search means that the calendar is wrong. */
const HORIZON_DAYS = 800;

/** The first school day after the day of an instant, at the same time of the day. */
export function schoolDayAfter(school: School, at: DateTime): DateTime {
  return neighbour(school, at, 1);
}

/** The last school day before the day of an instant, at the same time of the day. */
export function schoolDayBefore(school: School, at: DateTime): DateTime {
  return neighbour(school, at, -1);
}

function neighbour(school: School, at: DateTime, step: 1 | -1): DateTime {
  let day = at.setZone(school.timezone).plus({ days: step });
  for (let left = HORIZON_DAYS; left > 0 && !isSchoolDay(school, day); left -= 1) day = day.plus({ days: step });
  return day;
}

/**
 * So many of the school's own days after an instant, bank holidays, holidays and closed days left out; counted as a
 * council counts its working days (`council.ts`). In school hours: the same time of a later school day. Out of them, the
 * count starts with the next school day, and ends when that one (or a later one) closes.
 */
export function addSchoolDays(school: School, at: DateTime, days: number): DateTime {
  const local = at.setZone(school.timezone);
  if (days <= 0) return local;
  if (isOpen(school, local)) return advance(school, local, days);
  const counted = nextOpening(school, local);
  const [hour = 18, minute = 0] = school.hours.to.split(':').map(Number);
  return advance(school, counted, days - 1).set({ hour, minute, second: 0, millisecond: 0 });
}

function advance(school: School, from: DateTime, days: number): DateTime {
  let day = from;
  for (let count = 0; count < days; count += 1) day = schoolDayAfter(school, day);
  return day;
}
