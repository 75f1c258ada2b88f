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

export const EVERY_DAY: readonly string[] = (() => {
  const days: string[] = [];
  for (let day = FIRST_DAY; day <= LAST_DAY; day = plus(day, 1)) days.push(day);
  return days;
})();

export const SCHOOL_DAYS = EVERY_DAY.filter(isSchoolDay);
