import { DateTime } from 'luxon';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];
const NTHS = ['first', 'second', 'third', 'fourth', 'last'] as const;

/** How often: so many weeks, months or years; each term; each half term. */
export type Every =
  | { readonly unit: 'weeks' | 'months' | 'years'; readonly count: number }
  | { readonly unit: 'term' }
  | { readonly unit: 'half-term' };

/** A day that comes once a year. Months count from 1, weekdays from Monday, 1, to Sunday, 7. */
export type DayOfYear =
  | { readonly kind: 'date'; readonly month: number; readonly day: number }
  | { readonly kind: 'nth'; readonly nth: (typeof NTHS)[number]; readonly weekday: number; readonly month: number }
  | { readonly kind: 'from'; readonly weekday: number; readonly month: number; readonly day: number };

/** Which day of a term or half term. */
export type DayOfTerm = 'first' | 'last';

const EVERY = /^(?:p?([1-9]\d?)\s*(w|m|y|weeks?|months?|years?)|(term|half-term))$/i;
const UNITS = { w: 'weeks', m: 'months', y: 'years' } as const;

/** Reads "1 week", "3 months", "P1Y", "term", "half-term". */
export function readEvery(text: string): Every | undefined {
  const [found, count, unit = '', term] = EVERY.exec(text.trim()) ?? [];
  if (!found) return undefined;
  if (term) return { unit: term.toLowerCase() === 'term' ? 'term' : 'half-term' };
  const letter = unit[0]?.toLowerCase();
  return letter === 'w' || letter === 'm' || letter === 'y' ? { unit: UNITS[letter], count: Number(count) } : undefined;
}

const day = `(\\d{1,2}) (${MONTHS.join('|')})`;
const DATE = new RegExp(`^${day}$`, 'i');
const NTH = new RegExp(`^(${NTHS.join('|')}) (${WEEKDAYS.join('|')}) of (${MONTHS.join('|')})$`, 'i');
const FROM = new RegExp(`^first (${WEEKDAYS.join('|')}) from ${day}$`, 'i');
const OF_TERM = /^(first|last) day$/i;

/** Reads "1 October", "second Tuesday of March", "first Monday from 10 November". */
export function readDayOfYear(text: string): DayOfYear | undefined {
  const date = DATE.exec(text.trim());
  if (date) return realDay({ kind: 'date' as const, day: Number(date[1]), month: indexIn(MONTHS, date[2]) });
  const nth = NTH.exec(text.trim());
  if (nth) {
    const which = NTHS.find((each) => each === nth[1]?.toLowerCase()) ?? 'first';
    return { kind: 'nth', nth: which, weekday: indexIn(WEEKDAYS, nth[2]), month: indexIn(MONTHS, nth[3]) };
  }
  const from = FROM.exec(text.trim());
  if (!from) return undefined;
  const start = { day: Number(from[2]), month: indexIn(MONTHS, from[3]) };
  return realDay({ kind: 'from' as const, weekday: indexIn(WEEKDAYS, from[1]), ...start });
}

/** Reads "first day" and "last day", of a term or half term. */
export function readDayOfTerm(text: string): DayOfTerm | undefined {
  const [, which] = OF_TERM.exec(text.trim()) ?? [];
  if (which === undefined) return undefined;
  return which.toLowerCase() === 'first' ? 'first' : 'last';
}

/** The day in one year. 29 February is the 28th where there is none. */
export function dayInYear(on: DayOfYear, year: number): DateTime {
  if (on.kind === 'date') return clamped(year, on.month, on.day);
  if (on.kind === 'from') return onOrAfter(clamped(year, on.month, on.day), on.weekday);
  const first = onOrAfter(DateTime.utc(year, on.month, 1), on.weekday);
  if (on.nth !== 'last') return first.plus({ weeks: NTHS.indexOf(on.nth) });
  const fifth = first.plus({ weeks: 4 });
  return fifth.month === on.month ? fifth : fifth.minus({ weeks: 1 });
}

function clamped(year: number, month: number, day: number): DateTime {
  const first = DateTime.utc(year, month, 1);
  return first.set({ day: Math.min(day, first.daysInMonth ?? 28) });
}

function onOrAfter(day: DateTime, weekday: number): DateTime {
  return day.plus({ days: (weekday - day.weekday + 7) % 7 });
}

/** A day of every leap year is a day; 31 April is none. */
function realDay<On extends { readonly month: number; readonly day: number }>(on: On): On | undefined {
  return DateTime.utc(2024, on.month, on.day).isValid ? on : undefined;
}

function indexIn(list: readonly string[], word = ''): number {
  return list.indexOf(word.toLowerCase()) + 1;
}
