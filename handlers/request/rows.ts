import { createHash } from 'node:crypto';
import type { DateTime } from 'luxon';
import { type Entry, type Json, link } from '../../domain/chronology';
import type { RecordOp } from '../../infra/records';
import { REQUEST } from '../allowed';
import type { Desk } from '../capability';
import { newestFirst, refOf } from './rules';
import type { Listed, Request, State } from './schema';

/** What can happen to a request; each is said by `request.history.<kind>`. */
export type FactKind = 'asked' | 'decided' | 'withdrawn' | 'prolonged' | 'blocked';

export interface NewFact {
  readonly kind: FactKind;
  readonly by: string;
  readonly facts: Readonly<Record<string, Json>>;
}

export const WAITING = 'request-waiting|';
export const OPEN = 'request-open|';

export function requestKey(ref: string): string {
  return `${REQUEST}${ref}`;
}

export function factKey(ref: string, n: number): string {
  return `request-fact|${ref}|${String(n).padStart(6, '0')}`;
}

/** What one person has asked for, the newest first. */
export function mineKey(person: string, ref = ''): string {
  return `request-mine|${person}|${ref && `${newestFirst(ref)}|${ref}`}`;
}

/** A form that was sent, so that sending it again is no second request. */
export function formKey(person: string, form: string): string {
  return `request-form|${person}|${form}`;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The next number of this year. Two people at once meet at this row, and one of them asks again. */
export async function nextRef({ records, now }: Desk): Promise<{ ref: string; counter: RecordOp }> {
  const key = `counter|request|${now.year}`;
  const kept = await records.get(key);
  const number = (kept ? (kept.value as { last: number }).last : 0) + 1;
  const value = { last: number };
  const counter: RecordOp = kept ? { op: 'update', key, value, etag: kept.etag } : { op: 'insert', key, value };
  return { ref: refOf(now.year, number), counter };
}

/** The request with one fact more, and the fact in its place. */
export function withFact(before: Request, fact: NewFact, now: DateTime<true>): { request: Request; entry: Entry } {
  const entry = link({ n: before.facts, hash: before.head }, { at: now.toUTC().toISO(), ...fact }, sha256);
  return { request: { ...before, facts: entry.n, head: entry.hash }, entry };
}

export function entryOp({ ref }: Request, entry: Entry): RecordOp {
  return { op: 'insert', key: factKey(ref, entry.n), value: entry };
}

/** The row by which a list finds a request in this state; one that is settled stands in none. */
function listKey({ ref, state, until = '' }: Request): string | undefined {
  const keys: Partial<Record<State, string>> = { waiting: `${WAITING}${ref}`, open: `${OPEN}${until}|${ref}` };
  return keys[state];
}

/** The rows that move a request from one list to another. */
export async function moveInLists(before: Request | undefined, after: Request, desk: Desk): Promise<RecordOp[]> {
  const [from, to] = [before && listKey(before), listKey(after)];
  if (from === to) return [];
  const old = from === undefined ? undefined : await desk.records.get(from);
  const gone: RecordOp[] = old ? [{ op: 'delete', key: old.key, etag: old.etag }] : [];
  const { ref, dueOn, permission, by } = after;
  return to === undefined
    ? gone
    : [...gone, { op: 'insert', key: to, value: { ref, dueOn, permission, by } satisfies Listed }];
}
