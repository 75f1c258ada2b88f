import { DateTime } from 'luxon';
import { z } from 'zod';
import { Day } from './day';

/** What is kept until an end that the school's file names; what has an end of its own is not among it. */
export const RetainedKind = z.enum([
  'concern',
  'allegation',
  'lowLevel',
  'request',
  'question',
  'agreement',
  'training',
]);
export type RetainedKind = z.infer<typeof RetainedKind>;

const Length = z.string().regex(/^[1-9]\d? years?$/, 'a length such as "25 years"');

/**
 * How long records are kept after the last thing that was done: `retention` in the school file. Nothing is removed by
 * itself at its end; two people decide. Why these lengths: docs/operations.md.
 */
export const RetentionSettings = z.strictObject({
  /** The day on which the school and its data protection officer confirmed these lengths. */
  confirmedOn: Day.optional(),
  /** About a child. No date of birth is kept: 25 years after the last act every child of a school is past 25. */
  concern: Length.default('25 years'),
  /** Against an adult here (KCSIE Part four: to pension age, or ten years where that is longer; no age is kept). */
  allegation: Length.default('50 years'),
  lowLevel: Length.default('10 years'),
  request: Length.default('3 years'),
  /** What somebody asked before agreeing. */
  question: Length.default('3 years'),
  agreement: Length.default('7 years'),
  training: Length.default('7 years'),
});
export type RetentionSettings = z.infer<typeof RetentionSettings>;

/** A day such as 2026-11-24 less the length: what happened on it or before has reached its end today. */
export function lastDayOut(length: string, today: string): string {
  return DateTime.fromISO(today, { zone: 'utc' })
    .minus({ years: Number.parseInt(length, 10) })
    .toFormat('yyyy-MM-dd');
}
