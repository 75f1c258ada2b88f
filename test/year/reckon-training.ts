import { latestOrWeekly, mondayOf, plus } from './plain-days';
import { isIn, isOfSchool, personOf } from './plain-people';
import { FIRST_DAY, OFFICES, PLANNED, type Planned } from './plan';
import { TRAININGS } from './plan-work';
import type { Part } from './reckoning';

/** What the usual kinds are for, for how many years they hold, and how many days somebody new has. */
const KINDS = [
  { id: 'safeguarding', roles: ['staff', 'volunteer'], years: 1, within: 30 },
  { id: 'online-safety', roles: ['staff'], years: 1, within: 30 },
  { id: 'prevent', roles: ['staff'], years: 2, within: 30 },
  { id: 'cyber-security', roles: ['staff'], years: 1, within: 30 },
  { id: 'lead', roles: [], office: 'dsl', years: 2, within: 30 },
  { id: 'lead-update', roles: [], office: 'dsl', years: 1, within: 365 },
  { id: 'governors', roles: ['governor'], years: 1, within: 30 },
];

/** 8 and 2 weeks before, on the day, and every week after; from the third on the headteacher has a list, once a week. */
const RUNGS = [-56, -14, 0];
const LATE = 21;

export function reckonTraining(): Part & { isUntrained(id: string): boolean } {
  const last = new Map<string, string>();
  const sent = new Set<string>();
  const weeks = new Set<string>();

  function kindsOf({ id, roles }: Planned) {
    return KINDS.filter(
      (kind) => kind.roles.some((role) => roles.includes(role)) || OFFICES[kind.office ?? '']?.includes(id),
    );
  }

  /** Of whoever was here before and of whom nothing was recorded, nobody knows anything. */
  function duesOf(person: Planned): string[] {
    return kindsOf(person).flatMap(({ id, years, within }) => {
      const on = last.get(`${person.id} ${id}`);
      if (on) return `${Number(on.slice(0, 4)) + years}${on.slice(4)}`;
      return (person.startsOn ?? '') >= FIRST_DAY ? plus(person.startsOn ?? '', within) : [];
    });
  }

  return {
    isUntrained: (id) => kindsOf(personOf(id)).some((kind) => !last.has(`${id} ${kind.id}`)),
    look(day, tell) {
      let isLate = false;
      for (const person of PLANNED.filter((each) => isOfSchool(each, day))) {
        for (const due of new Set(duesOf(person))) {
          const rung = latestOrWeekly(RUNGS, due, day);
          if (rung === undefined) continue;
          isLate ||= rung >= LATE && person.id !== 'head';
          const key = `${due} ${rung} ${person.id}`;
          if (person.isOutside || !isIn(person, day) || sent.has(key)) continue;
          sent.add(key);
          tell(person.id, 'training');
        }
      }
      if (!isLate || !isIn(personOf('head'), day) || weeks.has(mondayOf(day))) return;
      weeks.add(mondayOf(day));
      tell('head', 'training-list');
    },
    noon(day) {
      for (const { training, people, doneOn } of TRAININGS.filter(({ on }) => on === day)) {
        const isFor = (person: Planned) =>
          people === 'everybody'
            ? isOfSchool(person, day) && kindsOf(person).some(({ id }) => id === training)
            : people.includes(person.id);
        for (const { id } of PLANNED.filter(isFor)) last.set(`${id} ${training}`, doneOn);
      }
    },
  };
}
