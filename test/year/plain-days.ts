import { CLOSED, FIRST_DAY, LAST_DAY, TERMS } from './plan';

/** Days counted as text and as days since 1970, and nothing of the product: a second reckoning must not share its faults. */
const DAY_MS = 86_400_000;

export function plus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

const NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

export function weekdayOf(day: string): string {
  return NAMES[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
}

/** The bank holidays of England in this year that fall on a weekday of a term, as the government lists them. */
const BANK_HOLIDAYS = ['2027-05-03', '2027-05-31'];

export function isSchoolDay(day: string): boolean {
  const within = ([from, to]: readonly [string, string]) => from <= day && day <= to;
  if (['sat', 'sun'].includes(weekdayOf(day)) || BANK_HOLIDAYS.includes(day)) return false;
  return TERMS.some(within) && !CLOSED.some(within);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

export function mondayOf(day: string): string {
  return plus(day, -['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(weekdayOf(day)));
}

/** The last of these days, counted from a day, that has come. */
export function latestOf(rungs: readonly number[], from: string, day: string): number | undefined {
  return rungs.filter((days) => plus(from, days) <= day).at(-1);
}

/** The same where after the last of them there is another each week. */
export function latestOrWeekly(rungs: readonly number[], from: string, day: string): number | undefined {
  const last = rungs.at(-1) ?? 0;
  const past = daysBetween(from, day);
  return past < last ? latestOf(rungs, from, day) : past - ((past - last) % 7);
}

export const EVERY_DAY: readonly string[] = (() => {
  const days: string[] = [];
  for (let day = FIRST_DAY; day <= LAST_DAY; day = plus(day, 1)) days.push(day);
  return days;
})();

export const SCHOOL_DAYS = EVERY_DAY.filter(isSchoolDay);

/** The school day that comes so many after the first one on or after this day; undefined where the calendar ends before. */
export function schoolDayFrom(day: string, count: number): string | undefined {
  return SCHOOL_DAYS.filter((each) => each >= day)[count];
}
