import { isOpen, localDay } from '../../domain/calendar';
import type { Duty } from '../../domain/duty-settings';
import { readEvery } from '../../domain/duty-when';
import { hearersOf } from '../../domain/hearers';
import { type Ladder, ladderOf, latestRung, nudgeId, type Rung } from '../../domain/ladder';
import type { Desk, Nudge } from '../capability';
import { confirmNudges } from './confirm-nudging';
import { doersOf, type Why } from './rules';
import { allStandings, currentOf, type Standing } from './standing';
import { dueView } from './views';

/** The reminders of this moment: for each duty the latest rung that was reached, to everybody whom it concerns. */
export async function nudges(desk: Desk): Promise<readonly Nudge[]> {
  if (!isOpen(desk.school, desk.now)) return [];
  const all = await allStandings(desk);
  return [...all.flatMap((standing) => nudgesOf(standing, desk)), ...(await confirmNudges(desk))];
}

function nudgesOf(standing: Standing, desk: Desk): Nudge[] {
  const { duty } = standing;
  const reached = rungOf(standing, ladderOf(desk.school, 'duty', duty), localDay(desk.school, desk.now));
  if (!reached) return [];
  const { rung, dueOn } = reached;
  return nudged(standing, rung, desk).map(({ id, why }) => ({
    id: nudgeId('duty', duty.id, dueOn, rung.id, id),
    to: id,
    kind: 'duty',
    why: `${duty.id} is due on ${dueOn} (${rung.id}, ${why})`,
    view: dueView(standing, currentOf(standing), why, id, desk),
  }));
}

/**
 * Days count from the oldest time that is open, so that a weekly duty which nobody does climbs as high as a yearly one.
 * Before something that lasts a week they count from its first day. What comes next is not spoken of before the time
 * before it has passed: otherwise "done" would be answered with "due in a week".
 */
function rungOf(
  { duty, open, next, before }: Standing,
  ladder: Ladder,
  today: string,
): { rung: Rung; dueOn: string } | undefined {
  const [oldest] = open;
  if (oldest) {
    const rung = latestRung(ladder, oldest.dueOn, today);
    return rung && { rung, dueOn: oldest.dueOn };
  }
  if (!next) return undefined;
  const rung = latestRung(ladder.filter(isAheadFor(duty)), next.beginsOn, today);
  const isEarly = before !== undefined && rung?.on !== undefined && rung.on <= before.dueOn;
  return rung && !isEarly ? { rung, dueOn: next.dueOn } : undefined;
}

/** Nobody needs to hear in good time of what they do every week, also not after a holiday. */
function isAheadFor({ every = '' }: Duty): (step: Ladder[number]) => boolean {
  const length = readEvery(every);
  const longest = length?.unit === 'weeks' ? 7 * length.count : Number.POSITIVE_INFINITY;
  return ({ reached }) => reached !== 'on-asking' && reached <= 0 && -reached < longest;
}

function nudged({ duty }: Standing, { to }: Rung, { school, now }: Desk): { id: string; why: Why }[] {
  const today = localDay(school, now);
  const doers = doersOf(school, duty, today);
  const own = to.includes('person') ? doers.map(({ person, why }) => ({ id: person.id, why })) : [];
  const whose = doers.map(({ person }) => person);
  const others = hearersOf(school, to, whose, now).map(({ id }) => ({ id, why: 'late' as const }));
  return [...own, ...others].filter(({ id }, at, all) => all.findIndex((each) => each.id === id) === at);
}
