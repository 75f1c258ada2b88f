import { latestOf, latestOrWeekly, plus } from './plain-days';
import { holderOf, isIn, isOfSchool, personOf } from './plain-people';
import { FIRST_DAY, PLANNED, type Planned } from './plan';
import { DUTIES, type PlannedDuty } from './plan-duties';
import { CONFIRMATIONS, confirmsOn } from './plan-work';
import type { Part } from './reckoning';

/** So long after the day the headteacher hears as well. */
const LATE = 28;

/** A week before, on the day, and every week from the oldest time that nobody did. */
export function reckonDuties(): Part {
  const sent = new Set<string>();
  const through = new Map<string, string>();
  return {
    look(day, tell) {
      for (const duty of DUTIES) {
        const reached = reachedOf(duty, through.get(duty.id) ?? '', day);
        if (!reached) continue;
        const late = reached.rung >= LATE ? ['head'] : [];
        for (const id of new Set([holderOf(duty.office, day), ...late])) {
          const key = `${duty.id} ${reached.due} ${reached.rung} ${id}`;
          if (!isIn(personOf(id), day) || sent.has(key)) continue;
          sent.add(key);
          tell(id, `duty ${duty.id}`);
        }
      }
    },
    noon(day) {
      for (const { id, done } of DUTIES) for (const [on, due] of done) if (on === day) through.set(id, due);
    },
  };
}

function reachedOf({ dues, isWeekly }: PlannedDuty, through: string, day: string) {
  const all = dues.map((each) =>
    typeof each === 'string' ? { first: each, due: each } : { first: each[0], due: each[1] },
  );
  const [oldest] = all.filter(({ due }) => through < due && due <= day);
  if (oldest) return { due: oldest.due, rung: latestOrWeekly([0], oldest.due, day) ?? 0 };
  const next = all.find(({ due }) => due > day && due > through);
  const rung = next && latestOf(isWeekly ? [0] : [-7, 0], next.first, day);
  if (!next || rung === undefined) return undefined;
  const before = all.filter(({ due }) => due < next.due).at(-1)?.due ?? '';
  // What comes next is not spoken of before the time before it has passed.
  return plus(next.first, rung) > before ? { due: next.due, rung } : undefined;
}

/** What each confirms for themselves: reminded until they have; four weeks late the headteacher has the list, once a week. */
export function reckonConfirmations(): Part {
  const sent = new Set<string>();
  const confirmed = new Set<string>();
  return {
    look(day, tell) {
      for (const { duty, role, dueOn } of CONFIRMATIONS) {
        const owing = PLANNED.filter(
          (person) => person.roles.includes(role) && isOfSchool(person, day) && !confirmed.has(`${duty} ${person.id}`),
        );
        for (const person of owing) {
          const due = dueFor(person, dueOn);
          const rung = latestOrWeekly([-7, 0], due, day);
          const key = `${duty} ${due} ${rung} ${person.id}`;
          if (rung === undefined || person.isOutside || !isIn(person, day) || sent.has(key)) continue;
          sent.add(key);
          tell(person.id, `confirm ${duty}`);
        }
        const [oldest] = owing.map((person) => dueFor(person, dueOn)).sort();
        const rung = oldest && latestOrWeekly([LATE], oldest, day);
        const key = `${duty} ${oldest} ${rung} list`;
        if (!rung || !isIn(personOf('head'), day) || sent.has(key)) continue;
        sent.add(key);
        tell('head', `confirm-list ${duty}`);
      }
    },
    noon(day) {
      for (const person of PLANNED)
        if (confirmsOn(person) === day) for (const { duty } of CONFIRMATIONS) confirmed.add(`${duty} ${person.id}`);
    },
  };
}

/** Nobody has less than four weeks, from the day on which the school set it or from their first. */
function dueFor({ startsOn = '' }: Planned, dueOn: string): string {
  const soonest = plus(startsOn > FIRST_DAY ? startsOn : FIRST_DAY, 28);
  return soonest > dueOn ? soonest : dueOn;
}
