import { phrase } from '../../cards/view';
import { dueDays } from '../../domain/duty-dates';
import type { Period } from '../../domain/report-period';
import type { Desk } from '../capability';
import type { Figures } from '../figures';
import { confirmedDuties, everyConfirming } from './confirming';
import { Fact } from './schema';
import { allStandings, factKey, type Standing } from './standing';
import { titleOf } from './views';

/** How often duties fell due in these days, and what became of them. */
export async function figures(desk: Desk, period: Period): Promise<Figures | undefined> {
  const [standings, confirmed] = await Promise.all([allStandings(desk), confirmedLines(desk)]);
  if (standings.length + confirmed.length === 0) return undefined;
  const counts = await Promise.all(standings.map((standing) => countsOf(standing, period, desk)));
  const sum = (of: keyof (typeof counts)[number]) => counts.reduce((all, each) => all + each[of], 0);
  return {
    title: phrase('figures.duty.title'),
    lines: [
      { label: phrase('figures.duty.due'), value: sum('due') },
      { label: phrase('figures.duty.done'), value: sum('done') },
      { label: phrase('figures.duty.notNeeded'), value: sum('notNeeded') },
      { label: phrase('figures.duty.open'), value: sum('due') - sum('done') - sum('notNeeded') },
      ...confirmed,
    ],
  };
}

/** What everybody confirms for themselves, on the day of the report. */
function confirmedLines(desk: Desk) {
  return Promise.all(
    confirmedDuties(desk).map(async (duty) => {
      const all = await everyConfirming(duty, desk);
      const done = all.filter(({ on }) => on !== undefined).length;
      const value = phrase('figures.duty.confirmed', { done, all: all.length });
      return { label: phrase('figures.duty.line', { title: titleOf(duty) }), value, of: all.length };
    }),
  );
}

/** Nothing is asked for that was due before Lantern knew of the duty. */
async function countsOf({ duty, since }: Standing, { from, to }: Period, { school, records }: Desk) {
  const dues = new Set(dueDays(duty, school, { from: since > from ? since : from, to }).map(({ dueOn }) => dueOn));
  const { rows } = await records.list({ from: factKey(duty.id, from), to: `${factKey(duty.id, to)}~` });
  const facts = rows.map(({ value }) => Fact.parse(value)).filter(({ dueOn }) => dues.has(dueOn));
  const done = facts.filter(({ outcome }) => outcome === 'done').length;
  return { due: dues.size, done, notNeeded: facts.length - done };
}
