import { localDay } from '../../domain/calendar';
import type { Duty } from '../../domain/duty-settings';
import { hearersOf } from '../../domain/hearers';
import { ladderOf, latestRung, nudgeId, type Rung } from '../../domain/ladder';
import { isReachable } from '../../domain/people';
import type { Desk, Nudge } from '../capability';
import { confirmationsView, confirmView } from './confirm-views';
import { confirmedDuties, type Confirming, dueThisYear, everyConfirming, seesConfirmed } from './confirming';

/** Each who has not confirmed hears of it by themselves; whom a ladder names besides gets the list, one a rung and not one a person. */
export async function confirmNudges(desk: Desk): Promise<readonly Nudge[]> {
  const all = await Promise.all(confirmedDuties(desk).map((duty) => nudgesFor(duty, desk)));
  return all.flat();
}

async function nudgesFor(duty: Duty, desk: Desk): Promise<Nudge[]> {
  const today = localDay(desk.school, desk.now);
  const ladder = ladderOf(desk.school, 'duty', duty);
  const due = dueThisYear(duty, desk);
  // Nobody is asked sooner than everybody: most of the year this spares reading who has confirmed.
  if (!due || !latestRung(ladder, due.dueOn, today)) return [];
  const all = await everyConfirming(duty, desk);
  const reached = all.flatMap((confirming) => {
    const rung = confirming.colour === 'green' ? undefined : latestRung(ladder, confirming.dueOn, today);
    return rung ? [{ confirming, rung }] : [];
  });
  const own = reached.filter(({ confirming, rung }) => isReachable(confirming.person) && rung.to.includes('person'));
  return [
    ...own.map(({ confirming, rung }) => ownNudge(confirming, rung.id, desk)),
    ...listNudges(duty, reached, all, desk),
  ];
}

interface Reached {
  readonly confirming: Confirming;
  readonly rung: Rung;
}

/**
 * The list counts from the oldest day that is open, as a duty does: people with different days are no reason for two
 * lists. Offices have all of it, a line manager those whom they look after.
 */
function listNudges(duty: Duty, reached: readonly Reached[], all: readonly Confirming[], desk: Desk): Nudge[] {
  const { school, now } = desk;
  const [oldest] = [...reached].sort((one, other) => one.confirming.dueOn.localeCompare(other.confirming.dueOn));
  if (!oldest) return [];
  const { confirming, rung } = oldest;
  const owing = reached.map((each) => each.confirming.person);
  const told = (words: readonly string[]) => hearersOf(school, words, owing, now).map(({ id }) => id);
  const offices = told(rung.to.filter((to) => to !== 'manager'));
  const managers = told(rung.to.filter((to) => to === 'manager'));
  return [...new Set([...offices, ...managers])].map((to) => {
    const seen = all.filter(({ person }) => offices.includes(to) || seesConfirmed(school, duty, to, person));
    const count = seen.filter(({ colour }) => colour !== 'green').length;
    return {
      id: nudgeId('duty-list', duty.id, confirming.dueOn, rung.id, to),
      to,
      kind: 'duty-list',
      why: `${count} have not confirmed ${duty.id} (${rung.id})`,
      view: confirmationsView(duty, seen),
    };
  });
}

function ownNudge(confirming: Confirming, rung: string, desk: Desk): Nudge {
  const { duty, person, dueOn } = confirming;
  return {
    id: nudgeId('duty-confirm', duty.id, dueOn, rung, person.id),
    to: person.id,
    kind: 'duty-confirm',
    why: `${duty.id} is to be confirmed by ${dueOn} (${rung})`,
    view: confirmView(confirming, desk),
  };
}
