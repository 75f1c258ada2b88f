import { DateTime, Duration } from 'luxon';
import type { Settled } from '../../domain/agree-again';
import type { LastAct } from '../../domain/agreed';
import { belongs } from '../../domain/belonging';
import { dayAfter } from '../../domain/days';
import type { Person, School } from '../../domain/school';

type Entry = School['agreements'][number];

/** Why somebody is asked now. */
export type Because = 'first' | 'changed' | 'again' | 'yearly';

/** What a new version of the policy means for those who agreed to an earlier one. */
export interface Renewal {
  readonly settled?: Settled;
  /** A round that asks everybody again: acts before this instant do not count. */
  readonly since?: string;
  /** The policy says something else than when it was decided on last, and nobody has said yet whether people must agree again. */
  readonly isUndecided: boolean;
}

/** How long a person has, and how early a yearly agreement is asked for again. */
const DAYS = { toAgree: 21, afterStarting: 14, atLeast: 7, beforeLapse: 28 } as const;
/** A name: two letters at least, and no longer than the school file takes. */
const NAME = { least: 2, most: 120 } as const;

/** Whether an agreement is meant for this person on this day. */
export function concerns({ audience }: Pick<Entry, 'audience'>, person: Person, day: string): boolean {
  return belongs(person, day) && person.roles.some((role) => audience.includes(role));
}

/**
 * Whether a person is to agree, and why; undefined while their agreement holds: to these very words, or to earlier ones
 * for which the school decided that nobody need agree again. Until it has decided nobody is asked.
 * @param lastOn the day of `last` at the school.
 */
export function becauseOf(
  entry: Pick<Entry, 'every'>,
  hash: string,
  last: LastAct | undefined,
  lastOn: string,
  today: string,
  { settled, since, isUndecided }: Renewal = { isUndecided: false },
): Because | undefined {
  if (!last) return 'first';
  const isSame = last.hash === hash;
  if (last.at < (settled?.since ?? '') || last.at < (since ?? '')) return isSame ? 'again' : 'changed';
  const isAccepted = settled?.words === hash && settled.accepts.includes(last.hash);
  if (!isSame && !isAccepted && !isUndecided) return 'changed';
  const early = Math.min(DAYS.beforeLapse, Math.floor(lastsDays(entry) / 4));
  return today >= dayAfter(lapsesOn(entry, lastOn), -early) ? 'yearly' : undefined;
}

/** The day from which an agreement no longer holds. A length that cannot be read counts as a year. */
export function lapsesOn({ every }: Pick<Entry, 'every'>, agreedOn: string): string {
  return isoOf(utc(agreedOn).plus(lengthOf(every)));
}

/**
 * By when it is due: three weeks after asking; for a new starter two weeks after the first day; yearly on the day it
 * lapses. Nobody has less than a week.
 */
export function dueOn(because: Because, askedOn: string, startsOn: string | undefined, lapses: string): string {
  const soonest = dayAfter(askedOn, DAYS.atLeast);
  const settled = startsOn && dayAfter(startsOn, DAYS.afterStarting);
  if (because === 'yearly') return lapses > soonest ? lapses : soonest;
  return because === 'first' && settled && settled >= soonest ? settled : dayAfter(askedOn, DAYS.toAgree);
}

/** The last day on which somebody may be asked so that it is due on the day it lapses. */
export function askedInTime(lapses: string): string {
  return dayAfter(lapses, -DAYS.atLeast);
}

/**
 * By when, in a round that somebody started: on its own day; who came later has two weeks from their first day, and
 * nobody less than one from being asked.
 */
export function dueInRound(
  { opensOn, dueOn: dueInIt }: { readonly opensOn: string; readonly dueOn: string },
  askedOn: string,
  startsOn: string | undefined,
): string {
  const settled = startsOn && startsOn > opensOn ? dayAfter(startsOn, DAYS.afterStarting) : dueInIt;
  const soonest = askedOn > opensOn ? dayAfter(askedOn, DAYS.atLeast) : dueInIt;
  return [dueInIt, settled, soonest].reduce((latest, day) => (day > latest ? day : latest));
}

/** By when those should have agreed who are asked as a round opens by itself. */
export function dueByItself(opensOn: string): string {
  return dayAfter(opensOn, DAYS.toAgree);
}

/**
 * What keeps one round of asking apart from the next: the words, and the day from which they were to be agreed to.
 * @param from the day of the new version for which everybody was asked again, else of the person's last act.
 */
export function roundOf(because: Because, startsOn: string | undefined, from: string, lapses: string): string {
  if (because === 'first') return startsOn ?? 'first';
  return because === 'yearly' ? lapses : from;
}

/** From when to when what somebody agreed to last holds: the day itself, and the first on which it holds no longer. */
export interface Lasting {
  readonly lastOn: string;
  readonly lapses: string;
}

/** Whether what was agreed to before a round opened comes to its end by the day on which that is due. */
export function isOutWithin(
  { opensOn, dueOn: dueInIt }: { readonly opensOn: string; readonly dueOn: string },
  { lastOn, lapses }: Lasting,
): boolean {
  return lastOn < opensOn && lapses <= dueInIt;
}

/** Whether a yearly asking begins another round than the one that runs: the act was part of that, or it is itself a year old. */
export function isAnotherYear(entry: Pick<Entry, 'every'>, opensOn: string, lastOn: string, today: string): boolean {
  return lastOn >= opensOn || lapsesOn(entry, opensOn) <= dayAfter(today, DAYS.beforeLapse);
}

/** What is wrong with a typed name; undefined when it will do. */
export function nameProblem(name: string): 'missing' | 'short' | 'long' | 'odd' | undefined {
  const { length } = [...name];
  if (length === 0) return 'missing';
  if (length > NAME.most) return 'long';
  if (/[\p{Cc}\p{Cs}<>{}]/u.test(name)) return 'odd';
  return length < NAME.least || !/\p{L}/u.test(name) ? 'short' : undefined;
}

function lastsDays({ every }: Pick<Entry, 'every'>): number {
  return lengthOf(every).as('days');
}

function lengthOf(every: string): Duration {
  const length = Duration.fromISO(every);
  return length.isValid && length.as('days') >= 1 ? length : Duration.fromObject({ years: 1 });
}

function utc(day: string): DateTime {
  return DateTime.fromISO(day, { zone: 'utc' });
}

function isoOf(day: DateTime): string {
  return day.toFormat('yyyy-MM-dd');
}
