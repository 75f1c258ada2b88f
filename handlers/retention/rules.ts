import { belongs } from '../../domain/belonging';
import { findPerson, holds, holdersOf, isReachableOn, officesOf } from '../../domain/people';
import type { Person, School } from '../../domain/school';

/** Who may have part in a removal: who looks after data, the headteacher and the chair, and the leads. */
const OFFICES = [
  ...['dataProtectionOfficer', 'officeManager', 'headteacher'],
  ...['chairOfGovernors', 'dsl', 'deputy'],
];

export function holdsKeepersOffice(school: School, personId: string): boolean {
  return holds(school, personId, ...OFFICES);
}

export function isKeeper(school: School, personId: string, day: string): boolean {
  const person = findPerson(school, personId);
  return person !== undefined && belongs(person, day) && holdsKeepersOffice(school, personId);
}

/** Everybody who is asked to agree, where they may. */
export function keepers(school: School, day: string): Person[] {
  return school.people.filter((person) => isKeeper(school, person.id, day) && isReachableOn(person, day));
}

/** Whoever looks after data, or the office manager where nobody does; and the headteacher: they count what they may not open. */
export function isOverseer(school: School, personId: string): boolean {
  return holds(school, personId, dataOffice(school), 'headteacher');
}

/** Who is told once a year what has reached its end. */
export function lookAfterData(school: School, day: string): Person[] {
  const office = holdersOf(school, dataOffice(school)).filter((person) => isReachableOn(person, day));
  return office.length > 0 ? office : holdersOf(school, 'officeManager').filter((each) => isReachableOn(each, day));
}

function dataOffice(school: School): string {
  return holdersOf(school, 'dataProtectionOfficer').length > 0 ? 'dataProtectionOfficer' : 'officeManager';
}

/** Whether one may agree to what the other proposed: another person, with an office that the first does not hold. */
export function isSecond(school: School, first: string, second: string): boolean {
  const held = officesOf(school, first);
  return first !== second && OFFICES.some((office) => holds(school, second, office) && !held.includes(office));
}
