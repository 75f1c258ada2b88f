import { DateTime } from 'luxon';
import { isSchoolDay } from './calendar';
import type { School } from './school';

/** First and last day of a time, both in it. Days are texts such as 2026-09-02, which sort as they follow. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;
const SATURDAY = 6;

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative backwards. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: string): number {
  return new Date(Date.parse(day)).getUTCDay() || 7;
}

export function* daysIn({ from, to }: Span): Generator<string> {
  for (let day = from; day <= to; day = dayAfter(day, 1)) yield day;
}

/** What was asked of each school: hundreds of duties ask for the same days. */
const asked = new WeakMap<School, Map<string, boolean>>();

/** Whether staff are in school on a day. Noon is on that day whatever the clock change does. */
export function isSchoolDayOn(school: School, day: string): boolean {
  if (weekdayOf(day) >= SATURDAY) return false;
  const known = asked.get(school) ?? new Map<string, boolean>();
  asked.set(school, known);
  const is = known.get(day) ?? isSchoolDay(school, noonOf(day, school));
  known.set(day, is);
  return is;
}

export function noonOf(day: string, { timezone }: Pick<School, 'timezone'>): DateTime {
  return DateTime.fromISO(`${day}T12:00`, { zone: timezone });
}

/** The first school day in a time, if it has one. */
export function firstSchoolDay(school: School, span: Span): string | undefined {
  for (const day of daysIn(span)) if (isSchoolDayOn(school, day)) return day;
  return undefined;
}

export function lastSchoolDay(school: School, { from, to }: Span): string | undefined {
  for (let day = to; day >= from; day = dayAfter(day, -1)) if (isSchoolDayOn(school, day)) return day;
  return undefined;
}
