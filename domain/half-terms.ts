import {
  dayAfter,
  daysBetween,
  daysIn,
  firstSchoolDay,
  isSchoolDayOn,
  lastSchoolDay,
  type Span,
  weekdayOf,
} from './days';
import type { School } from './school';

/** Weekdays in a row without school that make a half-term holiday; a bank holiday and a training day together are none. */
const BREAK_WEEKDAYS = 3;
const FRIDAY = 5;
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

/** Each term in its two halves, from a school day to a school day, parted by its longest holiday; one without stays whole. */
export function halfTermsOf(school: School): Span[] {
  return termsOf(school).flatMap((term) => {
    const holiday = longestHoliday(term, school);
    if (!holiday) return trimmed(term, school);
    return [
      ...trimmed({ from: term.from, to: dayAfter(holiday.from, -1) }, school),
      ...trimmed({ from: dayAfter(holiday.to, 1), to: term.to }, school),
    ];
  });
}

function longestHoliday(term: Span, school: School): Span | undefined {
  let longest = { weekdays: BREAK_WEEKDAYS - 1, from: '', to: '' };
  let run = { weekdays: 0, from: '', to: '' };
  for (const day of daysIn(term)) {
    if (isSchoolDayOn(school, day)) run = { weekdays: 0, from: '', to: '' };
    else run = { weekdays: run.weekdays + Number(weekdayOf(day) <= FRIDAY), from: run.from || day, to: day };
    if (run.weekdays > longest.weekdays) longest = run;
  }
  return longest.from ? longest : undefined;
}

function trimmed(span: Span, school: School): Span[] {
  const [from, to] = [firstSchoolDay(school, span), lastSchoolDay(school, span)];
  return from && to ? [{ from, to }] : [];
}
