import { phrase, type View } from '../../cards/view';
import { belongs } from '../../domain/belonging';
import { isOpen, localDay } from '../../domain/calendar';
import { hearersOf } from '../../domain/hearers';
import { ladderOf, latestRung, nudgeId } from '../../domain/ladder';
import { isReachable } from '../../domain/people';
import type { Person } from '../../domain/school';
import type { Desk, Nudge } from '../capability';
import { officeOf } from './mine';
import { byUrgency, mayKeepTraining } from './rules';
import { allStandings, type Standing } from './standing';
import { needLine, titleOf, toneOf } from './words';

/** On one card; the rest is counted, and is behind its button. */
const SHOWN = 20;

/**
 * What is due now: to everybody their own, all that falls on one day in one message; to the offices and line managers of
 * the higher rungs one list a week, and not a message for each person (S20).
 */
export async function nudges(desk: Desk): Promise<readonly Nudge[]> {
  if (!isOpen(desk.school, desk.now)) return [];
  const today = localDay(desk.school, desk.now);
  const owed = (await allStandings(desk)).filter(({ person, need }) => need.dueOn && belongs(person, today));
  return [...personNudges(owed, today, desk), ...listNudges(owed, today, desk)];
}

function personNudges(owed: readonly Standing[], today: string, desk: Desk): Nudge[] {
  const together = new Map<string, { rung: string; dueOn: string; standings: Standing[] }>();
  for (const standing of owed.filter(({ person }) => isReachable(person))) {
    const { dueOn = '', kind } = standing.need;
    const ladder = ladderOf(desk.school, 'training', kind).filter(({ to }) => to.includes('person'));
    const rung = latestRung(ladder, dueOn, today)?.id;
    if (rung === undefined) continue;
    const id = nudgeId('training', 'own', dueOn, rung, standing.person.id);
    together.set(id, { rung, dueOn, standings: [...(together.get(id)?.standings ?? []), standing] });
  }
  return [...together].flatMap(([id, { rung, dueOn, standings }]) => {
    const [person] = standings.map((each) => each.person);
    if (!person) return [];
    const kinds = standings.map(({ need }) => need.kind.id).join(', ');
    const why = `${kinds} of ${person.id} is due on ${dueOn} (${rung})`;
    return [{ id, to: person.id, kind: 'training', why, view: dueView(standings, desk) }];
  });
}

function dueView(standings: readonly Standing[], desk: Desk): View {
  const lines = standings.map(({ need }) => ({ line: needLine(need, titleOf(need.kind)), tone: toneOf(need) }));
  return { card: 'training/due', data: { lines, tell: phrase('training.tell', { office: officeOf(desk) }) } };
}

function listNudges(owed: readonly Standing[], today: string, desk: Desk): Nudge[] {
  const week = desk.now.setZone(desk.school.timezone).startOf('week').toFormat('yyyy-MM-dd');
  const lists = new Map<string, { to: Person; late: Standing[] }>();
  for (const standing of owed) {
    const { dueOn = '', kind } = standing.need;
    const rung = latestRung(ladderOf(desk.school, 'training', kind), dueOn, today);
    const others = rung?.to.filter((to) => to !== 'person') ?? [];
    for (const to of hearersOf(desk.school, others, [standing.person], desk.now)) {
      // Whose own training it is has had a message of their own.
      if (to.id === standing.person.id) continue;
      lists.set(to.id, { to, late: [...(lists.get(to.id)?.late ?? []), standing] });
    }
  }
  return [...lists.values()].map(({ to, late }) => ({
    id: nudgeId('training-list', 'late', week, 'listed', to.id),
    to: to.id,
    kind: 'training-list',
    why: `${late.length} trainings are late`,
    view: lateView(late, mayKeepTraining(desk.school, to.id)),
  }));
}

/** @param isKeeper only they have the list of all training behind a button. */
function lateView(late: readonly Standing[], isKeeper: boolean): View {
  const sorted = [...late].sort((one, other) => byUrgency(one.need, other.need));
  const lines = sorted.slice(0, SHOWN).map(({ person, need }) => ({
    line: phrase('training.lateLine', { name: person.name, is: needLine(need, titleOf(need.kind)) }),
  }));
  const left = Math.max(0, late.length - SHOWN);
  return { card: 'training/late', data: { count: late.length, lines, left, isKeeper } };
}
