import { belongs } from './belonging';
import type { Person, School } from './school';

/** The person with this id, or undefined when the school does not know it. */
export function findPerson(school: School, id: string | undefined): Person | undefined {
  return school.people.find((person) => person.id === id);
}

/** Who holds an office, in the order of the school file; an office that nobody holds is vacant. */
export function holdersOf(school: School, office: string): Person[] {
  // A name from outside could be `constructor`, which every object has.
  if (!Object.hasOwn(school.offices, office)) return [];
  return (school.offices[office] ?? []).flatMap((id) => findPerson(school, id) ?? []);
}

/** Every office that a person holds. */
export function officesOf(school: School, personId: string): string[] {
  return Object.keys(school.offices).filter((office) => school.offices[office]?.includes(personId));
}

export function holds(school: School, personId: string | undefined, ...offices: string[]): boolean {
  return (
    personId !== undefined &&
    offices.some((office) => Object.hasOwn(school.offices, office) && school.offices[office]?.includes(personId))
  );
}

/** Whether chat reaches this person at all; who has no account is on the office manager's lists at once. */
export function isReachable({ teams, slack }: Person): boolean {
  return teams !== undefined || slack !== undefined;
}

/** Whether a person is of the school on this day and chat reaches them: to nobody else goes what is not about a concern. */
export function isReachableOn(person: Person, day: string): boolean {
  return belongs(person, day) && isReachable(person);
}
