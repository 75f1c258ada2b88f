import { DateTime } from 'luxon';
import { type Datum, phrase, type View } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import { duesAround, schoolYearOf } from '../../domain/duty-dates';
import type { Duty } from '../../domain/duty-settings';
import { readEvery } from '../../domain/duty-when';
import { dayAfter, type Span } from '../../domain/days';
import { halfTermsOf } from '../../domain/half-terms';
import { Reviewed, reviewedKey, reviewOnOf } from '../../domain/review-date';
import type { Desk } from '../capability';
import { titleOf } from './views';

/** Lines on one card: with their headings they fit into one message of either platform. */
const LINES = 20;
const SOON_DAYS = 28;
/** In the last weeks of a school year people plan the next one. */
const AHEAD_DAYS = 90;

/** Stands for the day of what comes every week. */
const WEEKLY = '';

/** One line of the calendar. */
interface Entry {
  readonly on: string;
  readonly line: Datum;
}

/** What comes in the next weeks, and then month by month: duties, reviews, and the school's own terms. */
export async function yearView(desk: Desk, from = 0): Promise<View> {
  const { school, now } = desk;
  const today = localDay(school, now);
  const span = { from: today, to: laterOf(`${schoolYearOf(today) + 1}-08-31`, dayAfter(today, AHEAD_DAYS)) };
  const entries = [...dutyEntries(desk, span), ...(await reviewEntries(desk, span)), ...termEntries(desk, span)];
  entries.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const weekly = school.duties.filter(isWeekly).map((duty) => ({ on: WEEKLY, line: titleOf(duty) }));
  const all = [...weekly, ...entries];
  return {
    card: 'duty/year',
    data: {
      note: noteOf(desk, all.length),
      months: groups(all.slice(from, from + LINES), dayAfter(today, SOON_DAYS)),
      next: from + LINES,
      left: Math.max(0, all.length - from - LINES),
    },
  };
}

function noteOf({ school }: Desk, count: number): Datum {
  const last = halfTermsOf(school).at(-1);
  if (!last) return phrase('duty.noTerms');
  return count === 0 ? phrase('duty.nothingComes') : phrase('duty.termsUntil', { date: spoken(last.to) });
}

function* dutyEntries({ school }: Desk, span: Span): Generator<Entry> {
  for (const duty of school.duties) {
    if (isWeekly(duty)) continue;
    for (const { beginsOn, dueOn } of duesAround(duty, school, span.from)) {
      if (dueOn < span.from || dueOn > span.to) continue;
      const facts = { title: titleOf(duty), date: spoken(beginsOn), to: spoken(dueOn) };
      yield { on: beginsOn, line: phrase(beginsOn < dueOn ? 'duty.entry.week' : 'duty.entry.day', facts) };
    }
  }
}

async function reviewEntries({ school, records }: Desk, span: Span): Promise<Entry[]> {
  const all = await Promise.all(
    school.policies.map(async (policy) => {
      const kept = await records.get(reviewedKey(policy.id));
      const on = reviewOnOf(policy, kept && Reviewed.parse(kept.value));
      const isIn = on !== undefined && span.from <= on && on <= span.to;
      return isIn ? [{ on, line: phrase('duty.entry.review', { title: policy.title, date: spoken(on) }) }] : [];
    }),
  );
  return all.flat();
}

function* termEntries({ school }: Desk, span: Span): Generator<Entry> {
  for (const { from, to } of halfTermsOf(school)) {
    if (span.from <= from && from <= span.to)
      yield { on: from, line: phrase('duty.entry.begins', { date: spoken(from) }) };
    if (span.from <= to && to <= span.to) yield { on: to, line: phrase('duty.entry.ends', { date: spoken(to) }) };
  }
}

function groups(entries: readonly Entry[], soon: string) {
  const found = new Map<string, { title: Datum; lines: { line: Datum }[] }>();
  for (const { on, line } of entries) {
    const key = on === WEEKLY ? 'weekly' : on <= soon ? 'soon' : on.slice(0, 7);
    const title =
      key === 'weekly' || key === 'soon' ? phrase(`duty.group.${key}`) : DateTime.fromISO(on).toFormat('LLLL yyyy');
    const group = found.get(key) ?? { title, lines: [] };
    group.lines.push({ line });
    found.set(key, group);
  }
  return [...found.values()];
}

function isWeekly({ every }: Duty): boolean {
  return every !== undefined && readEvery(every)?.unit === 'weeks';
}

function spoken(day: string): string {
  return DateTime.fromISO(day, { zone: 'utc' }).toFormat('cccc d LLLL');
}

function laterOf(a: string, b: string): string {
  return a > b ? a : b;
}
