import { DateTime } from 'luxon';
import { phrase } from '../../../cards/view';
import { dayAt } from '../../../domain/calendar';
import { Category } from '../../../domain/categories';
import { monthsOf, type Period } from '../../../domain/report-period';
import { schoolMinutesBetween } from '../../../domain/school-minutes';
import type { Desk } from '../../capability';
import type { Figures } from '../../figures';
import { type FigureRow, figuresIn, referralsIn } from './rows';

/** Concerns by kind and month, how soon somebody opened them, what is still open, and what was referred. */
export async function figures(desk: Desk, period: Period): Promise<Figures> {
  const isIn = (at: string) => period.from <= dayAt(at, desk.school) && dayAt(at, desk.school) <= period.to;
  const rows = (await figuresIn(period, desk)).filter(({ raisedAt }) => isIn(raisedAt));
  const referrals = (await referralsIn(period, desk)).filter(isIn).length;
  const closed = rows.filter(({ isClosed }) => isClosed).length;
  return {
    title: phrase('figures.concern.title'),
    cases: {
      label: phrase('figures.concern.raised'),
      count: rows.length,
      ways: [
        { title: phrase('figures.concern.byKind'), parts: byKind(rows) },
        { title: phrase('figures.concern.byMonth'), parts: byMonth(rows, period, desk) },
        {
          title: phrase('figures.concern.byState'),
          parts: [
            { label: phrase('figures.concern.open'), count: rows.length - closed },
            { label: phrase('figures.concern.closed'), count: closed },
          ],
        },
      ],
    },
    lines: [
      ...firstOpening(rows, desk),
      { label: phrase('figures.concern.referred'), value: referrals, of: referrals },
    ],
    notes: [phrase('figures.concern.notAdults')],
  };
}

/** The kinds that there were, in the order of the form: an order by number would tell which small one is the larger. */
function byKind(rows: readonly FigureRow[]) {
  const counts = new Map<Category, number>();
  for (const { category } of rows) {
    const kind = Category.catch('other').parse(category);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return Category.options.flatMap((kind) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [{ label: phrase(`category.${kind}`), count }];
  });
}

function byMonth(rows: readonly FigureRow[], period: Period, { school }: Desk) {
  return monthsOf(period).map((month) => ({
    label: phrase('figures.month', { month: DateTime.fromISO(month, { zone: 'utc' }).toFormat('LLLL yyyy') }),
    count: rows.filter(({ raisedAt }) => dayAt(raisedAt, school).startsWith(month)).length,
  }));
}

/** The middle one of all waits, in school time; what was opened out of hours waited for nobody. */
function firstOpening(rows: readonly FigureRow[], { school }: Desk) {
  const waits = rows
    .flatMap(({ raisedAt, openedAt }) => (openedAt ? [schoolMinutesBetween(school, at(raisedAt), at(openedAt))] : []))
    .sort((one, other) => one - other);
  const middle = waits[Math.floor((waits.length - 1) / 2)];
  if (middle === undefined) return [];
  const value = phrase('figures.concern.wait', { hours: Math.floor(middle / 60), minutes: middle % 60 });
  return [{ label: phrase('figures.concern.opening'), value, of: waits.length }];

  function at(instant: string) {
    return DateTime.fromISO(instant, { zone: school.timezone });
  }
}
