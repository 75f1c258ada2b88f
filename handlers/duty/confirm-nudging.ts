import { belongs } from '../../domain/belonging';
import { localDay } from '../../domain/calendar';
import type { Duty } from '../../domain/duty-settings';
import { ladderOf, latestRung, nudgeId } from '../../domain/ladder';
import { holdersOf } from '../../domain/people';
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
  const ladder = ladderOf(desk.school, 'duty');
  const due = dueThisYear(duty, desk);
  // Nobody is asked sooner than everybody: most of the year this spares reading who has confirmed.
  if (!due || !latestRung(ladder, due.dueOn, today)) return [];
  const owed = (await everyConfirming(duty, desk)).filter(({ colour }) => colour !== 'green');
  const reached = owed.flatMap((confirming) => {
    const rung = latestRung(ladder, confirming.dueOn, today);
    return rung ? [{ confirming, rung }] : [];
  });
  const own = reached.filter(({ rung }) => rung.to.includes('person'));
  const lists = new Map<string, Nudge>();
  for (const { confirming, rung } of reached) {
    for (const office of rung.to) {
      for (const person of holdersOf(desk.school, office).filter((each) => belongs(each, today))) {
        const id = nudgeId('duty-list', duty.id, confirming.dueOn, rung.id, person.id);
        if (lists.has(id)) continue;
        lists.set(id, {
          ...{ id, to: person.id, kind: 'duty-list', why: `${owed.length} have not confirmed ${duty.id} (${rung.id})` },
          view: await confirmationsView(duty, desk),
        });
      }
    }
  }
  return [...own.map(({ confirming, rung }) => ownNudge(confirming, rung.id)), ...lists.values()];
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
