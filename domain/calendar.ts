import { DateTime } from 'luxon';
import { isBankHoliday } from './bank-holidays';
import type { School } from './school';

/** How far ahead we look for an open day; a longer search means that the file is wrong. */
const HORIZON_DAYS = 800;
/** The longest holiday is the summer's, under seven weeks; a longer gap means that nobody has entered the next terms. */
const CALENDAR_KNOWN_WITHIN_WEEKS = 7;

/** The school's own day of an instant, as 2026-09-02. */
export function localDay(school: School, at: DateTime): string {
  return at.setZone(school.timezone).toISODate() ?? 'no day';
}

/** The same of an instant as it is kept: UTC, ISO 8601. */
export function dayAt(at: string, school: School): string {
  const key = `${school.timezone} ${at}`;
  const day = days.get(key) ?? localDay(school, DateTime.fromISO(at, { zone: 'utc' }));
  if (days.size >= MOST_DAYS) days.clear();
  days.set(key, day);
  return day;
}

/** Many are asked at one instant, and a time zone takes long to reckon with. */
const MOST_DAYS = 1000;
const days = new Map<string, string>();

/**
 * Whether the school's terms say anything about this day. Past the last term that was entered (and seven weeks more) they
 * do not; weekdays count as school days then, since a reminder on a holiday is better than none for ever.
 */
export function isCalendarKnown(school: School, at: DateTime): boolean {
  const { terms } = school.calendar;
  const weeks = { weeks: CALENDAR_KNOWN_WITHIN_WEEKS };
  const from = localDay(school, at.plus(weeks));
  const to = localDay(school, at.minus(weeks));
  return terms.some((term) => term.to >= to) && terms.some((term) => term.from <= from);
}

/** Whether staff are in school on the day of this instant: with the pupils, or without them on an INSET day. */
export function isSchoolDay(school: School, at: DateTime): boolean {
  const day = localDay(school, at);
  if (!isWeekday(school, at) || isBankHoliday(day)) return false;
  if (school.calendar.inset.some((span) => span.from <= day && day <= span.to)) return true;
  if (school.calendar.closed.some((span) => span.from <= day && day <= span.to)) return false;
  return school.calendar.terms.some((term) => term.from <= day && day <= term.to) || !isCalendarKnown(school, at);
}

function isWeekday(school: School, at: DateTime): boolean {
  return at.setZone(school.timezone).weekday <= 5;
}

/** Whether somebody covers one of these offices on this day: a weekday then counts as a school day does. */
function isCovered(school: School, at: DateTime, offices: readonly string[]): boolean {
  const day = localDay(school, at);
  if (!isWeekday(school, at) || isBankHoliday(day)) return false;
  return school.cover.some((cover) => offices.includes(cover.office) && cover.from <= day && day <= cover.to);
}

/** When the school opens and closes on the day of this instant, or undefined when it does not. */
function openSpan(
  school: School,
  at: DateTime,
  offices: readonly string[],
): { from: DateTime; to: DateTime } | undefined {
  if (!isSchoolDay(school, at) && !isCovered(school, at, offices)) return undefined;
  const day = at.setZone(school.timezone).startOf('day');
  return { from: atTime(day, school.hours.from), to: atTime(day, school.hours.to) };
}

function atTime(day: DateTime, time: string): DateTime {
  const [hour, minute] = time.split(':').map(Number);
  return day.set({ hour: hour ?? 0, minute: minute ?? 0 });
}

/** Whether reminders may go out now: school hours of a school day, from the opening minute up to the closing one. */
export function isOpen(school: School, at: DateTime, offices: readonly string[] = []): boolean {
  const time = at.setZone(school.timezone).toFormat('HH:mm');
  const { from, to } = school.hours;
  return from <= time && time < to && (isSchoolDay(school, at) || isCovered(school, at, offices));
}

/** This very instant when the school is open, else its next opening; `offices` adds the days on which they are covered. */
export function nextOpening(school: School, at: DateTime, offices: readonly string[] = []): DateTime {
  for (let ahead = 0; ahead < HORIZON_DAYS; ahead += 1) {
    const span = openSpan(school, at.setZone(school.timezone).plus({ days: ahead }), offices);
    if (span && at < span.to) return at < span.from ? span.from : at.setZone(school.timezone);
  }
  return at.setZone(school.timezone);
}

/**
 * The instant at which so many minutes of school time have passed since `at`.
 * Only open minutes of school days count and, in holidays, those of weekdays on which one of `offices` is covered.
 */
export function addSchoolMinutes(
  school: School,
  at: DateTime,
  minutes: number,
  offices: readonly string[] = [],
): DateTime {
  let left = minutes;
  let from = at;
  for (let day = 0; day < HORIZON_DAYS; day += 1) {
    from = nextOpening(school, from, offices);
    const span = openSpan(school, from, offices);
    if (!span) break;
    const open = span.to.diff(from, 'minutes').minutes;
    if (left <= open) return from.plus({ minutes: left });
    left -= open;
    from = span.to;
  }
  return from.plus({ minutes: left });
}

/** How many minutes a school day has. */
export function schoolDayMinutes(school: School): number {
  const [from = 0, to = 0] = [school.hours.from, school.hours.to].map((time) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    return hour * 60 + minute;
  });
  return Math.max(to - from, 1);
}
