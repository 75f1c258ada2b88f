import { DateTime } from 'luxon';
import { isCalendarKnown } from './calendar';
import { dayAfter, firstSchoolDay, lastSchoolDay, noonOf, type Span, weekdayOf } from './days';
import type { Duty } from './duty-settings';
import { type DayOfYear, dayInYear, type Every, readDayOfTerm, readDayOfYear, readEvery } from './duty-when';
import { halfTermsOf, termsOf } from './half-terms';
import type { School } from './school';

/** One time that a duty is due. */
export interface Due {
  /** The first day of what lasts a week; else the due day itself. */
  readonly beginsOn: string;
  readonly dueOn: string;
  /** False where the school file has no terms for that time yet, so that the day may move. */
  readonly isCertain: boolean;
}

/** Where weeks, months and years are counted from when a duty says no first day: a Monday, a 1st, a school year. */
const COUNTED_FROM = { weeks: '2024-09-02', months: '2024-09-01', years: '2024-09-01' } as const;

type When = Pick<Duty, 'every' | 'from' | 'on' | 'lasts'>;

/** The first school year is the one before that of the day; its three years change once a year, so they are kept. */
const computed = new WeakMap<School, Map<string, readonly Due[]>>();

/** Every due day of the school year of a day, of the one before and of the one after. */
export function duesAround({ every, from, on, lasts }: When, school: School, day: string): readonly Due[] {
  const year = schoolYearOf(day);
  const key = JSON.stringify([every, from, on, lasts, year]);
  const known = computed.get(school) ?? new Map<string, readonly Due[]>();
  computed.set(school, known);
  const dues = known.get(key) ?? dueDays({ every, from, on, lasts }, school, yearsAround(year));
  known.set(key, dues);
  return dues;
}

/** The year in which the school year of a day began: 2026 for 1 September 2026 to 31 August 2027. */
export function schoolYearOf(day: string): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= '09-01' ? year : year - 1;
}

function yearsAround(year: number): Span {
  return { from: `${year - 1}-09-01`, to: `${year + 2}-08-31` };
}

/**
 * Every due day from one day to another, both included, in order: each on a school day, one in each period. What falls
 * on a weekend or into a holiday moves to the next school day of its period; a week without school has none.
 */
export function dueDays(duty: When, school: School, span: Span): Due[] {
  const every = duty.every === undefined ? undefined : readEvery(duty.every);
  const ofTerm = readDayOfTerm(duty.on ?? '') ?? 'last';
  const on = readDayOfYear(duty.on ?? '');
  const all = every ? cycle(every, ofTerm, duty, school, span) : on ? yearly(on, duty, school, span) : [];
  const first = duty.from && duty.from > span.from ? duty.from : span.from;
  return all.filter(({ dueOn }) => first <= dueOn && dueOn <= span.to);
}

function cycle(
  every: Every,
  ofTerm: 'first' | 'last',
  { from }: Pick<Duty, 'from'>,
  school: School,
  span: Span,
): Due[] {
  if (every.unit === 'term') return termsOf(school).flatMap((term) => dayOfTerm(ofTerm, term, school));
  if (every.unit === 'half-term') return halfTermsOf(school).flatMap((half) => dayOfTerm(ofTerm, half, school));
  const { unit, count } = every;
  const start = DateTime.fromISO(from ?? COUNTED_FROM[unit], { zone: 'utc' });
  const nominal = (turn: number) => dayOf(start.plus({ [unit]: turn * count }));
  const passed = DateTime.fromISO(span.from, { zone: 'utc' }).diff(start, unit).as(unit) / count;
  const found: Due[] = [];
  // Two turns earlier: a day before the span may have moved into it.
  for (let turn = Math.max(0, Math.floor(passed) - 2); nominal(turn) <= span.to; turn += 1) {
    const period = { from: nominal(turn), to: dayAfter(nominal(turn + 1), -1) };
    const day =
      unit === 'weeks' && count === 1 && isWeekOff(period.from, school) ? undefined : firstSchoolDay(school, period);
    if (day) found.push(dueOn(day, day, school));
  }
  return found;
}

/** In a week without any school day, weekly things rest. */
function isWeekOff(day: string, school: School): boolean {
  const monday = dayAfter(day, 1 - weekdayOf(day));
  return firstSchoolDay(school, { from: monday, to: dayAfter(monday, 4) }) === undefined;
}

function dayOfTerm(which: 'first' | 'last', term: Span, school: School): Due[] {
  const day = which === 'first' ? firstSchoolDay(school, term) : lastSchoolDay(school, term);
  return day ? [dueOn(day, day, school)] : [];
}

function yearly(on: DayOfYear, { lasts }: Pick<Duty, 'lasts'>, school: School, span: Span): Due[] {
  const found: Due[] = [];
  const last = Number(span.to.slice(0, 4));
  for (let year = Number(span.from.slice(0, 4)) - 1; year <= last; year += 1) {
    const period = { from: dayOf(dayInYear(on, year)), to: dayAfter(dayOf(dayInYear(on, year + 1)), -1) };
    const day = firstSchoolDay(school, period);
    if (day) found.push(dueOn(day, lasts === '1 week' ? lastOfWeek(day, school) : day, school));
  }
  return found;
}

function lastOfWeek(day: string, school: School): string {
  return lastSchoolDay(school, { from: day, to: dayAfter(day, 5 - weekdayOf(day)) }) ?? day;
}

function dueOn(beginsOn: string, day: string, school: School): Due {
  return {
    beginsOn,
    dueOn: day,
    isCertain: school.calendar.terms.length > 0 && isCalendarKnown(school, noonOf(day, school)),
  };
}

function dayOf(day: DateTime): string {
  return day.toFormat('yyyy-MM-dd');
}
