import { DateTime } from 'luxon';
import { sayDay } from '../domain/when';
import type { HeldPolicy } from './found';

/** The version of a policy as the school wrote it: its own day, else the day it was approved; nothing when it gives neither. */
export function versionOf({ policy, document }: HeldPolicy): string {
  const stated = document.facts.dates.find(({ kind }) => kind === 'version')?.from;
  return policy.version ?? stated ?? policy.approvedOn ?? '';
}

/** A day such as 2026-09-12 in words; a version that is no day ("3.1") as it is. */
export function sayVersion(version: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(version) ? DateTime.fromISO(version, { zone: 'utc' }) : undefined;
  return day?.isValid ? sayDay(day) : version;
}
