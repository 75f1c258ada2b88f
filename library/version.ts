import { DateTime } from 'luxon';
import { sayDay } from '../domain/when';
import type { HeldPolicy } from './found';
import type { DateFact, DateKind } from './policy-facts';

/** What a policy gives to tell its versions apart: the day of the version, that of its approval, or of its last change. */
export type VersionKind = 'version' | 'approved' | 'amended' | 'none';

export interface VersionName {
  readonly is: VersionKind;
  /** A day, a month or a span of months, or as the school wrote it ("3.1"); '' for none. */
  readonly version: string;
}

/**
 * The version of a policy as the school wrote it: its own day, else the day or the month in which it was approved, else
 * that of its last change.
 */
export function versionNameOf({ policy, document }: HeldPolicy): VersionName {
  const stated = document.facts.dates.find(({ kind }) => kind === 'version');
  const version = policy.version ?? (stated && spanOf(stated.from, stated.to)) ?? policy.approvedOn;
  if (version) return { is: 'version', version };
  for (const is of ['approved', 'amended'] as const) {
    const last = latestOf(is, document.facts.dates);
    if (last) return { is, version: spanOf(last.from, last.to) };
  }
  return { is: 'none', version: '' };
}

/** The same for a register, where a month of approval will do to tell versions apart; '' when it gives nothing. */
export function versionOf(held: HeldPolicy): string {
  return versionNameOf(held).version;
}

/** The month in which a policy says that it was approved, where no day is known. */
export function approvedIn({ document }: HeldPolicy): string | undefined {
  const last = latestOf('approved', document.facts.dates);
  return last && spanOf(last.from, last.to);
}

function latestOf(wanted: DateKind, dates: readonly DateFact[]): DateFact | undefined {
  return dates
    .filter(({ kind }) => kind === wanted)
    .sort((a, b) => a.to.localeCompare(b.to))
    .at(-1);
}

/** The shortest name of a span: a day as 2022-07-05, a month as 2022-07, several months as 2022-09/2022-12. */
export function spanOf(from: string, to: string): string {
  if (from === to) return from;
  const [first, last] = [from.slice(0, 7), to.slice(0, 7)];
  return first === last ? first : `${first}/${last}`;
}

/** The first day of a version that is a day, a month or several; undefined where it is none of them. */
export function firstDayOf(version: string): string | undefined {
  const [first = ''] = version.split('/');
  if (saySpan(first) === undefined) return undefined;
  return first.length === 7 ? `${first}-01` : first;
}

/** A day, a month or several in words; a version that is none of them ("3.1") as it is. */
export function sayVersion(version: string): string {
  const parts = version.split('/').map((part) => saySpan(part));
  return parts.length === 2 && parts.every((part) => part !== undefined)
    ? parts.join(' to ')
    : (saySpan(version) ?? version);
}

function saySpan(part: string): string | undefined {
  if (!/^\d{4}-\d{2}(?:-\d{2})?$/.test(part)) return undefined;
  const at = DateTime.fromISO(part, { zone: 'utc' });
  if (!at.isValid) return undefined;
  return part.length === 7 ? at.toFormat('LLLL yyyy') : sayDay(at);
}
