import { DateTime } from 'luxon';
import { holds } from '../../domain/people';
import { addSchoolDays } from '../../domain/school-days';
import { hasLeft } from '../../domain/belonging';
import { isSchoolDay } from '../../domain/calendar';
import { dayAfter } from '../../domain/days';
import type { Person, School } from '../../domain/school';

export type Part = 'reporting' | 'agreement' | 'policy' | 'training';

/** What is asked for from which school day on, the first being 0. */
export interface Stage {
  readonly id: string;
  readonly afterDays: number;
  readonly parts: readonly Part[];
}

/**
 * A list of twelve things on the first morning is read by nobody. Whom to tell, and how, may be needed in the first hour,
 * and the agreement stands before the account (KCSIE part two; S52, S246); what is to be read waits until the names of the
 * children are learnt; courses have their own days (S332).
 */
export const STAGES: readonly Stage[] = [
  { id: 'first-day', afterDays: 0, parts: ['reporting', 'agreement'] },
  { id: 'policies', afterDays: 2, parts: ['policy'] },
  { id: 'training', afterDays: 5, parts: ['training'] },
];

/** Somebody who is new, or is yet to come. */
export type Newcomer = Person & { readonly startsOn: string };

export function isNew(school: School, person: Person, today: string): person is Newcomer {
  const { off, roles, newFor } = school.induction;
  const { startsOn } = person;
  if (off || startsOn === undefined || hasLeft(person, today)) return false;
  return person.roles.some((role) => roles.includes(role)) && dayAfter(startsOn, newFor) >= today;
}

/** Everybody who is new, the longest here first. @param among all people of the school, or some of them. */
export function newcomers(school: School, today: string, among: readonly Person[] = school.people): Newcomer[] {
  const all = among.flatMap((person) => (isNew(school, person, today) ? [person] : []));
  return all.sort((one, other) => one.startsOn.localeCompare(other.startsOn) || one.name.localeCompare(other.name));
}

/** The school day that comes so many after the first of a newcomer; somebody who starts in a holiday begins with the term. */
export function schoolDayOf(school: School, { startsOn }: Newcomer, after: number): string {
  const noon = DateTime.fromISO(`${startsOn}T12:00`, { zone: school.timezone });
  const first = isSchoolDay(school, noon) ? noon : nextSchoolDay(school, noon);
  return addSchoolDays(school, first, after).toFormat('yyyy-MM-dd');
}

function nextSchoolDay(school: School, from: DateTime): DateTime {
  return addSchoolDays(school, from.startOf('day'), 1).set({ hour: 12, minute: 0 });
}

/** The day on which all of it is to be done. */
export function dueOn(school: School, newcomer: Newcomer): string {
  return schoolDayOf(school, newcomer, school.induction.days);
}

/** The stages that are open on a day, and those to come, each with its day. */
export function stagesOn(school: School, newcomer: Newcomer, today: string) {
  const all = STAGES.map((stage) => ({ stage, from: schoolDayOf(school, newcomer, stage.afterDays) }));
  return { open: all.filter(({ from }) => from <= today), later: all.filter(({ from }) => from > today) };
}

/** Who sees everybody who is new. */
export function seesAll(school: School, personId: string): boolean {
  return holds(school, personId, 'officeManager', 'headteacher');
}

/** Who sees how far this one has come: the office, the headteacher, and whoever manages them. */
export function maySee(school: School, personId: string, { manager }: Pick<Person, 'manager'>): boolean {
  return manager === personId || seesAll(school, personId);
}
