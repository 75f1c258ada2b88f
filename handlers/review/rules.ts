import { DateTime } from 'luxon';
import { belongs } from '../../domain/belonging';
import { isDay } from '../../domain/day';
import { findPerson, holds, holdersOf, isReachableOn } from '../../domain/people';
import { CLERK, type Person, type PolicyEntry, type School } from '../../domain/school';
import type { MovedForm, RatifiedForm } from './schema';

/** A date further away than this is a slip of the finger; no guidance lets a policy rest longer. */
const FURTHEST_YEARS = 5;

/** Why this person hears of a review: approves it, owns it, or is the office manager where nobody does or somebody said "not me". */
export type Why = 'chair' | 'headteacher' | 'committee' | 'owner' | 'vacant' | 'passed' | 'office' | 'clerk';

/** Besides governors, owners and whoever approves a policy. */
const SEE_ALL = ['headteacher', 'onlineSafetyGovernor', 'officeManager', 'dsl', 'deputy', CLERK] as const;

export interface Addressee {
  readonly person: Person;
  readonly why: Why;
}

/** The governors decide by their chair, a committee by everybody who sits on it. */
export function approvingOffice({ approver }: Pick<PolicyEntry, 'approver'>): string {
  return approver === 'governors' ? 'chairOfGovernors' : approver;
}

function whyOf(office: string): Why {
  if (office === 'headteacher') return 'headteacher';
  return office === 'chairOfGovernors' ? 'chair' : 'committee';
}

/** Who is reminded of a review on this day: those who approve, the office manager where no message reaches any of them, and the owner; each person once. */
export function addressees(school: School, policy: PolicyEntry, day: string): Addressee[] {
  const office = approvingOffice(policy);
  const approving = holdersOf(school, office).map((person) => ({ person, why: whyOf(office) }));
  const present = approving.filter(({ person }) => isReachableOn(person, day));
  const first =
    present.length > 0
      ? present
      : holdersOf(school, 'officeManager').map((person) => ({ person, why: 'vacant' as const }));
  const owner = findPerson(school, policy.owner);
  const all: Addressee[] = [...first, ...(owner ? [{ person: owner, why: 'owner' as const }] : [])];
  const seen = new Set<string>();
  return all.filter(({ person }) => belongs(person, day) && !seen.has(person.id) && seen.add(person.id));
}

/** Who may record that a policy was ratified or its date moved: who approves it, who looks after it, and who keeps the papers. */
export function mayDecide(school: School, policy: PolicyEntry, personId: string): boolean {
  return policy.owner === personId || holds(school, personId, approvingOffice(policy), 'officeManager', CLERK);
}

/** Who writes a view down for those who have no account: the owner, and where the policy has none whoever keeps the list. */
export function mayWriteView(school: School, { owner }: Pick<PolicyEntry, 'owner'>, personId: string): boolean {
  return owner === undefined ? holds(school, personId, 'officeManager', CLERK) : owner === personId;
}

/** Who reads what the views say, beside whose are there: those who work on the words. */
export const mayReadViews = mayWriteView;

/** Who sees the whole list with what was recorded; everybody else sees titles and dates. */
export function maySeeAll(school: School, { id, roles }: Person): boolean {
  if (roles.includes('governor') || school.policies.some(({ owner }) => owner === id)) return true;
  const committees = school.policies.map(approvingOffice);
  return holds(school, id, ...SEE_ALL, ...committees);
}

/** Whole days from today to the review; negative once it is past. */
export function daysUntil(day: string, today: string): number {
  return Math.round(DateTime.fromISO(day, { zone: 'utc' }).diff(DateTime.fromISO(today, { zone: 'utc' }), 'days').days);
}

/** What is to be mended in a form, in the order of its fields; an empty list is a good form. */
export type Problem =
  | `signed-${DayProblem | 'future'}`
  | 'sign-early'
  | `on-${DayProblem | 'future'}`
  | `next-${DayProblem | 'early' | 'late' | 'same'}`
  | 'reason-missing'
  | 'view-missing'
  | 'view-stands'
  | 'other-date'
  | 'needless-missing'
  | 'text-missing'
  | 'too-long';
type DayProblem = 'missing' | 'unreal';

export function problemsOfRatified({ on, nextOn }: RatifiedForm, today: string): Problem[] {
  const wrong = dayProblem(on);
  const of: Problem[] = wrong ? [`on-${wrong}`] : on > today ? ['on-future'] : [];
  return [...of, ...problemsOfNext(nextOn, wrong ? today : on, today)];
}

/** @param ratifiedOn nobody signs what is not ratified yet. */
export function problemsOfSigned(on: string, ratifiedOn: string, today: string): Problem[] {
  const wrong = dayProblem(on);
  if (wrong) return [`signed-${wrong}`];
  if (on > today) return ['signed-future'];
  return on < ratifiedOn ? ['sign-early'] : [];
}

export function problemsOfMoved({ reason, nextOn, due }: MovedForm, today: string): Problem[] {
  const of: Problem[] = reason === '' ? ['reason-missing'] : [];
  return [
    ...of,
    ...(nextOn !== '' && nextOn === due ? (['next-same'] as const) : problemsOfNext(nextOn, today, today)),
  ];
}

function problemsOfNext(nextOn: string, after: string, today: string): Problem[] {
  const wrong = dayProblem(nextOn);
  if (wrong) return [`next-${wrong}`];
  // The later of the two: a next review in the past would be overdue at once.
  if (nextOn <= (after > today ? after : today)) return ['next-early'];
  const furthest = DateTime.fromISO(after, { zone: 'utc' }).plus({ years: FURTHEST_YEARS }).toISODate() ?? after;
  return nextOn > furthest ? ['next-late'] : [];
}

function dayProblem(day: string): DayProblem | undefined {
  if (day === '') return 'missing';
  return isDay(day) ? undefined : 'unreal';
}
