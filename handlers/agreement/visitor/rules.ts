import { DateTime } from 'luxon';
import { holds } from '../../../domain/people';
import type { AgreementEntry, Person, School } from '../../../domain/school';
import type { Length, Link } from './schema';

/** Who comes without an account: the audiences whose agreements can be given by a link (seed rows S8, S230). */
const OUTSIDE: readonly string[] = ['visitor', 'volunteer', 'supply'];

/** Whoever keeps the school's register makes its links as well. */
export function mayInvite(person: Pick<Person, 'id'>, school: School): boolean {
  return holds(school, person.id, 'officeManager', 'headteacher');
}

export function isForOutside({ audience }: Pick<AgreementEntry, 'audience'>): boolean {
  return audience.some((role) => OUTSIDE.includes(role));
}

/** Whether the words are for people without an account and for nobody else. */
export function isForOutsideAlone({ audience }: Pick<AgreementEntry, 'audience'>): boolean {
  return audience.every((role) => OUTSIDE.includes(role));
}

/** The last day of a length that begins today: the same day, or the day before it comes round again. */
export function lastDayOf(length: Length, today: string): string {
  if (length === 'day') return today;
  return DateTime.fromISO(today, { zone: 'utc' }).plus({ years: 1 }).minus({ days: 1 }).toFormat('yyyy-MM-dd');
}

/** The end of that day at the school, in seconds since 1970. */
export function endOf(day: string, { timezone }: Pick<School, 'timezone'>): number {
  return DateTime.fromISO(day, { zone: timezone }).plus({ days: 1 }).startOf('day').toUnixInteger();
}

/** A key that sorts the newest first. */
export function back(at: DateTime): string {
  return String(9_999_999_999_999 - at.toMillis()).padStart(13, '0');
}

/** For whom the words were: the audience that somebody names as their designation, or else those from outside. */
export function audienceFor({ audience }: Pick<AgreementEntry, 'audience'>, designation: string): string {
  const named = audience.filter((role) => role === designation);
  return (named.length > 0 ? named : audience.filter((role) => OUTSIDE.includes(role))).join(' ');
}

/** The name of one act that may be said aloud at the desk. */
export function referenceOf(person: string): string {
  const [, link = '', n = ''] = person.split('.');
  return `${link}-${n}`.toUpperCase();
}

/** The words of a name by which it is found: small letters without accents, a few of them. */
export function nameWords(name: string): string[] {
  const bare = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...new Set(bare.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1))].slice(0, 6);
}

/** What became of a link: it works, it was ended, or its time is over. */
export function stateOf(
  { ended, until }: Pick<Link, 'ended' | 'until'>,
  { now }: { readonly now: DateTime },
): 'open' | 'ended' | 'over' {
  if (ended) return 'ended';
  return until <= now.toUnixInteger() ? 'over' : 'open';
}
