import { createHash } from 'node:crypto';
import type { DateTime } from 'luxon';
import { type Datum, phrase } from '../../cards/view';
import { type Entry, type Json, link } from '../../domain/chronology';
import { findPerson } from '../../domain/people';
import { sayInstant } from '../../domain/when';
import type { RecordOp } from '../../infra/records';
import type { Desk } from '../capability';
import type { Concern } from './schema';
import { atSchool } from './shown';

export type FactKind =
  | 'raised'
  | 'told'
  | 'details'
  | 'viewed'
  | 'taken'
  | 'note'
  | 'closed'
  | 'reopened'
  | 'refused'
  | 'escalated'
  | 'undelivered'
  | 'clock'
  | 'addendum';

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

const LATEST = 5;

/** The latest facts as a lead reads them, newest first; `added` is one that is kept together with the answer. */
export async function recentFacts(concern: Concern, desk: Desk, added?: Entry): Promise<{ line: Datum }[]> {
  const from = factKey(concern.ref, Math.max(1, concern.facts - LATEST + 1));
  const { rows } = await desk.records.list({ from, to: factKey(concern.ref, 999_999), limit: LATEST });
  const entries = rows.map(({ value }) => value as Entry);
  return [...entries, ...(added ? [added] : [])].map((entry) => ({ line: sayFact(entry, desk) })).reverse();
}

function sayFact({ kind, by, at, facts }: Entry, desk: Desk): Datum {
  const given = facts as Readonly<Record<string, unknown>>;
  const name =
    by === 'lantern' ? phrase('concern.lantern') : (findPerson(desk.school, by)?.name ?? phrase('concern.somebody'));
  const args: Record<string, Datum> = { at: sayInstant(atSchool(at, desk)), by: name };
  if (typeof given.note === 'string') args.note = given.note;
  if (typeof given.outcome === 'string') args.outcome = phrase(`outcome.${given.outcome}`);
  if (typeof given.where === 'string') args.where = given.where;
  return phrase(`concern.history.${kind}`, args);
}
