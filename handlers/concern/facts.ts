import { createHash } from 'node:crypto';
import type { DateTime } from 'luxon';
import { type Entry, type Json, link } from '../../domain/chronology';
import type { RecordOp } from '../../infra/records';
import type { Concern } from './schema';

/** What can happen to a concern; each is said by `concern.history.<kind>`. */
export type FactKind =
  | 'raised'
  | 'told'
  | 'details'
  | 'viewed'
  | 'reread'
  | 'taken'
  | 'note'
  | 'closed'
  | 'reopened'
  | 'refused'
  | 'escalated'
  | 'undelivered'
  | 'clock'
  | 'addendum'
  | 'added-without'
  | 'withdrawn'
  | 'risk'
  | 'task'
  | 'task-ended'
  | 'asked'
  | 'answered'
  | 'parents'
  | 'referred'
  | 'decided'
  | 'clock-set'
  | 'clock-met'
  | 'shared'
  | 'unshared'
  | 'assigned'
  | 'stepped-aside'
  | 'left-out'
  | 'redirected'
  | 'part'
  | 'linked'
  | 'unlinked'
  | 'copied'
  | 'investigation'
  | 'investigation-shared'
  | 'looked'
  | 'step-done'
  | 'stopped'
  | 'investigated'
  | 'custody'
  | 'contained'
  | 'decided-under'
  | 'decided-with'
  | 'exported'
  | 'packed'
  | 'held'
  | 'released'
  | 'alert';

/** In the place of a person: somebody at the school's own machine. */
export const COMMAND_LINE = 'command line';

export interface NewFact {
  readonly kind: FactKind;
  readonly by: string;
  readonly facts: Readonly<Record<string, Json>>;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function factKey(ref: string, n: number): string {
  return `chronology|${ref}|${String(n).padStart(6, '0')}`;
}

export interface Added {
  readonly concern: Concern;
  readonly op: RecordOp;
  readonly entry: RecordOp;
  /** The fact in its place, to be shown before it can be read back. */
  readonly added: Entry;
}

/** The concern with one fact more, and the two rows that say so. The concern's etag keeps two facts from taking one place. */
export function addFact(before: Concern, fact: NewFact, now: DateTime<true>, etag = ''): Added {
  const entry = link({ n: before.facts, hash: before.head }, { at: now.toUTC().toISO(), ...fact }, sha256);
  const concern = { ...before, facts: entry.n, head: entry.hash };
  return {
    concern,
    added: entry,
    op: { op: 'update', key: `concern|${before.ref}`, value: concern, etag },
    entry: { op: 'insert', key: factKey(before.ref, entry.n), value: entry },
  };
}
