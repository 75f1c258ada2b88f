import { DateTime } from 'luxon';
import { answerFor } from '../../domain/answering';
import { belongs } from '../../domain/belonging';
import { findPerson, holds } from '../../domain/people';
import type { Person, PolicyEntry, School } from '../../domain/school';

/** For so long a new version is news to those who look after the policy. */
const NEWS_DAYS = 28;

/** Who keeps every policy of the school, and any that is to come. */
export function keepsAll(school: School, personId: string): boolean {
  return holds(school, personId, 'officeManager', 'headteacher');
}

/** Who is shown what is worth a look in a policy, and decides whether people must agree again. */
export function mayKeep(school: School, { owner }: Pick<PolicyEntry, 'owner'>, personId: string): boolean {
  return owner === personId || keepsAll(school, personId);
}

/** Whoever keeps the policies of the school: who answers for the office on this day and may decide, else the headteacher. */
export function officers(school: School, day: string): Person[] {
  const now = DateTime.fromISO(day, { zone: school.timezone });
  return answerFor(school, 'officeManager', now, ({ id }) => keepsAll(school, id));
}

/** Who hears of a new version: those who keep the policies, and the policy's owner; each person once. */
export function hearers(school: School, { owner }: Pick<PolicyEntry, 'owner'>, day: string): Person[] {
  const person = findPerson(school, owner);
  const all = [...officers(school, day), ...(person && belongs(person, day) ? [person] : [])];
  return [...new Map(all.map((each) => [each.id, each])).values()];
}

export interface News {
  /** The school's day on which the new version took its place. */
  readonly keptOn: string;
  readonly today: string;
  /** Whether people must agree again is still to be decided. */
  readonly isOpen: boolean;
  /** It was decided by somebody in chat, who has seen the news. */
  readonly isDecidedInChat: boolean;
  /** This person keeps the policies, and is reminded until it is decided. */
  readonly isOfficer: boolean;
}

/**
 * Which message about a new version is due: the news itself, or week by week a reminder that a decision is awaited.
 * Undefined when there is nothing left to say.
 */
export function newsDue({ keptOn, today, isOpen, isDecidedInChat, isOfficer }: News): string | undefined {
  const days = Math.floor(utc(today).diff(utc(keptOn), 'days').days);
  if (isOpen && isOfficer && days >= 7) return `week-${Math.floor(days / 7)}`;
  return days < NEWS_DAYS && !isDecidedInChat ? 'read' : undefined;
}

function utc(day: string): DateTime {
  return DateTime.fromISO(day, { zone: 'utc' });
}
