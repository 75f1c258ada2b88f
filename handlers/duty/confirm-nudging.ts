import { belongs } from '../../domain/belonging';
import { localDay } from '../../domain/calendar';
import type { Duty } from '../../domain/duty-settings';
import { ladderOf, latestRung, nudgeId, type Rung } from '../../domain/ladder';
import { holdersOf, isReachable } from '../../domain/people';
import type { Desk, Nudge } from '../capability';
import { confirmationsView, confirmView } from './confirm-views';
import { confirmedDuties, type Confirming, dueThisYear, everyConfirming } from './confirming';

/** Each who has not confirmed hears of it by themselves; the offices of a ladder get the list, one a rung and not one a person. */
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
  const owed = (await everyConfirming(duty, desk)).filter(({ colour }) => colour !== 'green');
  const reached = owed.flatMap((confirming) => {
    const rung = latestRung(ladder, confirming.dueOn, today);
    return rung ? [{ confirming, rung }] : [];
  });
  const own = reached.filter(({ confirming, rung }) => isReachable(confirming.person) && rung.to.includes('person'));
  return [
    ...own.map(({ confirming, rung }) => ownNudge(confirming, rung.id)),
    ...(await listNudges(duty, reached, owed.length, desk)),
  ];
}

interface Reached {
  readonly confirming: Confirming;
  readonly rung: Rung;
}

/** The list counts from the oldest day that is open, as a duty does: people with different days are no reason for two lists. */
async function listNudges(duty: Duty, reached: readonly Reached[], count: number, desk: Desk): Promise<Nudge[]> {
  const today = localDay(desk.school, desk.now);
  const [oldest] = [...reached].sort((one, other) => one.confirming.dueOn.localeCompare(other.confirming.dueOn));
  const offices = oldest?.rung.to.flatMap((office) => holdersOf(desk.school, office)) ?? [];
  const people = new Set(offices.filter((person) => belongs(person, today)));
  if (!oldest || people.size === 0) return [];
  const { confirming, rung } = oldest;
  const view = await confirmationsView(duty, desk);
  return [...people].map(({ id }) => ({
    id: nudgeId('duty-list', duty.id, confirming.dueOn, rung.id, id),
    to: id,
    kind: 'duty-list',
    why: `${count} have not confirmed ${duty.id} (${rung.id})`,
    view,
  }));
}

function ownNudge(confirming: Confirming, rung: string): Nudge {
  const { duty, person, dueOn } = confirming;
  return {
    id: nudgeId('duty-confirm', duty.id, dueOn, rung, person.id),
    to: person.id,
    kind: 'duty-confirm',
    why: `${duty.id} is to be confirmed by ${dueOn} (${rung})`,
    view: confirmView(confirming),
  };
}
