import { phrase, type View } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import { type Due, duesAround, schoolYearOf } from '../../domain/duty-dates';
import { dayInWords } from '../../domain/when';
import type { Desk } from '../capability';
import { matching, maySettle } from './rules';
import { Fact } from './schema';
import { factKey, type Standing } from './standing';
import { evidenceLine, becameLine, linkOf, titleOf } from './views';

const LINES = 8;
/** A weekly duty has some eighty rows in two school years. */
const MOST = 200;

/** What became of a duty in this school year and the one before, the newest first, with the times that nobody recorded. */
export async function historyView(standing: Standing, person: string, desk: Desk, from = 0): Promise<View> {
  const { duty } = standing;
  const times = await timesOf(standing, desk);
  const missed = times.filter(({ fact }) => fact === undefined).length;
  const may = maySettle(desk.school, duty, person);
  return {
    card: 'duty/history',
    data: {
      duty: duty.id,
      title: titleOf(duty),
      intro: phrase('duty.historyCounts', { done: times.length - missed, missed }),
      lines: times.slice(from, from + LINES).map(({ dueOn, fact }) => ({
        duty: duty.id,
        due: dueOn,
        line: fact
          ? phrase('duty.time.kept', { date: dayInWords(dueOn), line: becameLine(fact, desk) })
          : phrase('duty.time.missed', { date: dayInWords(dueOn) }),
        tone: fact ? 'default' : 'attention',
        evidence: fact ? evidenceLine(fact) : '',
        link: fact ? linkOf(fact) : '',
        mayRecord: may && fact === undefined,
      })),
      next: from + LINES,
      left: Math.max(0, times.length - from - LINES),
    },
  };
}

interface Time {
  readonly dueOn: string;
  readonly fact?: Fact;
}

async function timesOf({ duty, since }: Standing, { school, records, now }: Desk): Promise<Time[]> {
  const today = localDay(school, now);
  const first = `${schoolYearOf(today) - 1}-09-01`;
  const { rows } = await records.list({ from: factKey(duty.id, first), to: `${factKey(duty.id, '9')}~`, limit: MOST });
  const facts = rows.map(({ value }) => Fact.parse(value));
  const dues = duesAround(duty, school, today);
  const settled = new Set(facts.map(({ dueOn }) => matching(dues, dueOn)?.dueOn ?? dueOn));
  const missed = dues.filter(({ dueOn }: Due) => since <= dueOn && dueOn < today && !settled.has(dueOn));
  const all: Time[] = [
    ...facts.map((fact) => ({ dueOn: fact.dueOn, fact })),
    ...missed.map(({ dueOn }) => ({ dueOn })),
  ];
  return all.sort((a, b) => (a.dueOn < b.dueOn ? 1 : -1));
}
