import { DateTime } from 'luxon';
import { isSchoolDay } from './calendar';
import type { School } from './school';

/** First and last day of a time, both in it. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** Weekdays in a row without school that make a half-term holiday; a bank holiday and a training day together are none. */
const BREAK_WEEKDAYS = 3;
/** Two entries of the school file that lie a week apart are halves of one term: some schools write six. */
const HALVES_APART_DAYS = 10;

/** The terms of a school as its file has them, halves of one put together. */
export function termsOf({ calendar }: Pick<School, 'calendar'>): Span[] {
  const sorted = [...calendar.terms].sort((a, b) => (a.from < b.from ? -1 : 1));
  const joined: { from: string; to: string }[] = [];
  for (const { from, to } of sorted) {
    const last = joined.at(-1);
    if (last && daysBetween(last.to, from) <= HALVES_APART_DAYS) last.to = to > last.to ? to : last.to;
    else joined.push({ from, to });
  }
  return joined;
}

/** Each term in its two halves, parted by its longest holiday; a term without one stays whole. */
export function halfTermsOf(school: School): Span[] {
  return termsOf(school).flatMap((term) => halves(term, school));
}

function halves(term: Span, school: School): Span[] {
  let longest: string[] = [];
  let run: string[] = [];
  for (const day of daysIn(term)) {
    if (isSchoolDay(school, noonOf(day, school))) run = [];
    else run = [...run, day];
    if (weekdaysIn(run) > weekdaysIn(longest)) longest = run;
  }
  const [first, last] = [longest[0], longest.at(-1)];
  if (weekdaysIn(longest) < BREAK_WEEKDAYS || !first || !last) return [term];
  const all = [
    { from: term.from, to: dayAfter(first, -1) },
    { from: dayAfter(last, 1), to: term.to },
  ];
  return all.filter(({ from, to }) => from <= to);
}

export function* daysIn({ from, to }: Span): Generator<string> {
  for (let day = from; day <= to; day = dayAfter(day, 1)) yield day;
}

export function dayAfter(day: string, days: number): string {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
}

/** Whole days from one day to a later one. */
export function daysBetween(from: string, to: string): number {
  return Math.round(DateTime.fromISO(to, { zone: 'utc' }).diff(DateTime.fromISO(from, { zone: 'utc' }), 'days').days);
}

/** Noon is on that day whatever the clock change does. */
export function noonOf(day: string, { timezone }: Pick<School, 'timezone'>): DateTime {
  return DateTime.fromISO(`${day}T12:00`, { zone: timezone });
}

function weekdaysIn(days: readonly string[]): number {
  return days.filter((day) => DateTime.fromISO(day, { zone: 'utc' }).weekday <= 5).length;
}
