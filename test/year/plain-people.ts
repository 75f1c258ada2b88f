import { weekdayOf } from './plain-days';
import { OFFICES, PLANNED, type Planned } from './plan';

export function personOf(id: string): Planned {
  const person = PLANNED.find((each) => each.id === id);
  if (!person) throw new Error(`there is no ${id}`);
  return person;
}

export function isOfSchool({ startsOn = '', leavesOn = '9' }: Planned, day: string): boolean {
  return startsOn <= day && day <= leavesOn;
}

/** In school on this day: works on it, and is not away. */
export function isIn(person: Planned, day: string): boolean {
  const isAway = (person.away ?? []).some((span) => {
    const [from = '', to = ''] = span.split('/');
    return from <= day && day <= to;
  });
  return isOfSchool(person, day) && !isAway && (!person.worksOn || person.worksOn.includes(weekdayOf(day)));
}

/** Who answers for an office: where nobody does whom a message reaches, the headteacher. */
export function holderOf(office: string, day: string): string {
  const here = (OFFICES[office] ?? []).map(personOf).filter((person) => isOfSchool(person, day) && !person.isOutside);
  return here[0]?.id ?? 'head';
}
