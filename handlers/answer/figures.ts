import { DateTime } from 'luxon';
import { phrase } from '../../cards/view';
import { monthsOf, type Period } from '../../domain/report-period';
import { timesIn } from '../../infra/counts';
import { allAsked } from '../asked';
import type { Desk } from '../capability';
import type { Figures } from '../figures';

/** Questions that the policies did not answer: no word of them, and not who asked. */
export async function figures(desk: Desk, period: Period): Promise<Figures> {
  const passed = (await allAsked(desk)).filter((asked) => period.from <= asked.firstOn && asked.firstOn <= period.to);
  const absent = passed.filter((asked) => asked.state === 'absent').length;
  const months = wholeMonths(period);
  const times = await Promise.all(months.map((month) => timesIn('declined', month, desk.records)));
  const declined = times.reduce((all, each) => all + each, 0);
  const [first, last] = [months[0], months.at(-1)].map((month) => month?.toFormat('LLLL yyyy') ?? '');
  return {
    title: phrase('figures.answer.title'),
    lines: [
      ...(months.length > 0 ? [{ label: phrase('figures.answer.declined', { first, last }), value: declined }] : []),
      { label: phrase('figures.answer.passed'), value: passed.length },
      { label: phrase('figures.answer.absent'), value: absent },
    ],
  };
}

/** These are counted by the month, so a month belongs to the report in which it ends. */
function wholeMonths({ from, to }: Period): DateTime<true>[] {
  return monthsOf({ from, to })
    .map((month) => DateTime.fromISO(month, { zone: 'utc' }))
    .filter((month): month is DateTime<true> => month.isValid && month.endOf('month').toFormat('yyyy-MM-dd') <= to);
}
