import { latestOf, mondayOf, plus, schoolDayFrom } from './plain-days';
import { isIn, isOfSchool, personOf } from './plain-people';
import { PLANNED, type Planned } from './plan';
import { FIRST_STEPS } from './plan-work';
import type { Part } from './reckoning';

/** School days from the first one: when the list grows, and when all of it is to be done. */
const AGREE = 0;
const READ = 2;
const LEARN = 5;
const ALL = 20;
const NEW_FOR = 90;

/** A newcomer's list: as each part of it opens, and around its end; then office and manager have it, once a week. */
export function reckonInduction(
  owes: (id: string, day: string) => boolean,
  isUntrained: (id: string) => boolean,
): Part {
  const sent = new Set<string>();
  const knows = new Set<string>();
  const hasRead = new Set<string>();

  /** The school's policies are for staff alone. */
  const reads = ({ id, roles }: Planned) => roles.includes('staff') && !hasRead.has(id);

  function isOpen(person: Planned, day: string): boolean {
    const { id, startsOn = '' } = person;
    const isFrom = (days: number) => (schoolDayFrom(startsOn, days) ?? '9') <= day;
    return (
      (isFrom(AGREE) && (!knows.has(id) || owes(id, day))) ||
      (isFrom(READ) && reads(person)) ||
      (isFrom(LEARN) && isUntrained(id))
    );
  }

  const isLeft = (person: Planned, day: string) =>
    !knows.has(person.id) || owes(person.id, day) || reads(person) || isUntrained(person.id);

  return {
    look(day, tell) {
      const here = PLANNED.filter(
        (person) => person.startsOn && isOfSchool(person, day) && day <= plus(person.startsOn, NEW_FOR),
      );
      const late = here.filter((person) => dueOf(person) < day && isLeft(person, day));
      for (const person of here) {
        const stages = [AGREE, READ, LEARN].filter(
          (days) => (schoolDayFrom(person.startsOn ?? '', days) ?? '9') <= day,
        );
        const rung = latestOf([-7, 0, 7, 14], dueOf(person), day) ?? `stage ${stages.length}`;
        const key = `${person.id} ${rung}`;
        if (person.isOutside || !isIn(person, day) || !isOpen(person, day) || sent.has(key)) continue;
        sent.add(key);
        tell(person.id, 'induction');
      }
      for (const to of new Set(['office', ...late.flatMap(({ manager }) => manager ?? [])])) {
        const isTheirs = late.some(({ manager }) => to === 'office' || manager === to);
        const key = `${mondayOf(day)} ${to}`;
        if (!isTheirs || !isIn(personOf(to), day) || sent.has(key)) continue;
        sent.add(key);
        tell(to, 'induction-list');
      }
    },
    noon(day) {
      for (const { id, knowsOn, readsOn } of FIRST_STEPS) {
        if (knowsOn === day) knows.add(id);
        if (readsOn === day) hasRead.add(id);
      }
    },
  };
}

function dueOf({ startsOn = '' }: Planned): string {
  return schoolDayFrom(startsOn, ALL) ?? '9';
}
