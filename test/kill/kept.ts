import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { verifyChain } from '../../domain/chronology';
import { NUDGE } from '../../bot/nudges';
import type { School } from '../../domain/school';
import { LIST, listRows } from '../../handlers/concern/list/index-rows';
import { Concern } from '../../handlers/concern/schema';
import { DUE_PARTITIONS } from '../../infra/outbox';
import { openRecords, type Records } from '../../infra/records';
import { openSeal } from '../../infra/seal';
import type { Store } from '../../infra/store';
import { cardsIn, isRecord, type Recorded } from '../connector/record';
import { asking, NotYet, SEEN_NEXT, type Trace } from './act';
import type { KilledGround } from './store';
import type { Deed } from './teller';

/** What lies in the store of a bot that is not running. */
export interface Kept {
  /** The rows of the school, opened. */
  readonly rows: ReadonlyMap<string, unknown>;
  /** Ids of jobs to which a hint leads. */
  readonly hinted: ReadonlySet<string>;
}

/** @param key the one that wraps the school's own. */
export async function keptIn(ground: KilledGround, school: School, key: Buffer): Promise<Kept> {
  const store = await ground.look();
  const records = openRecords(store, await openSeal(store, school.id, key), school.id);
  const rows = new Map<string, unknown>();
  for (const first of 'abcdefghijklmnopqrstuvwxyz') await readAll(records, first, rows);
  const hinted = new Set<string>();
  for (const partition of DUE_PARTITIONS) await readHints(store, partition, hinted);
  await store.close();
  return { rows, hinted };
}

/** Ids of the messages that are due by now and in the hands of a process, while bots run. @param now as their clock has it. */
export async function heldIn(ground: KilledGround, school: School, key: Buffer, now: string): Promise<string[]> {
  const store = await ground.look();
  const records = openRecords(store, await openSeal(store, school.id, key), school.id);
  const rows = new Map<string, unknown>();
  await readAll(records, 'job|deliver|', rows);
  await store.close();
  const jobs = [...rows.values()] as { id: string; dueAt: string; holder?: string }[];
  return jobs.flatMap(({ id, dueAt, holder }) => (holder && dueAt <= now ? [id] : []));
}

async function readHints(store: Store, shard: string, into: Set<string>): Promise<void> {
  let cursor: string | undefined;
  do {
    const page = await store.query(shard, { from: '', to: '~', limit: 1000, ...(cursor ? { cursor } : {}) });
    for (const { value } of page.rows) into.add(String(value.job));
    cursor = page.cursor;
  } while (cursor);
}

async function readAll(records: Records, prefix: string, into: Map<string, unknown>): Promise<void> {
  let cursor: string | undefined;
  do {
    const page = await records.listPrefix(prefix, { limit: 500, ...(cursor ? { cursor } : {}) });
    for (const { key, value } of page.rows) into.set(key, value);
    cursor = page.cursor;
  } while (cursor);
}

const under = ({ rows }: Kept, prefix: string) => [...rows].filter(([key]) => key.startsWith(prefix));

export interface Verdict {
  /** Acknowledged, and not there. */
  readonly lost: readonly string[];
  /** There more often than it was done. */
  readonly doubled: readonly string[];
  /** How many acts were looked for, by verb. */
  readonly sought: ReadonlyMap<string, number>;
}

/** Looks for every act. One that had no answer may be there once, or not at all. */
export function verdictOn(deeds: readonly Deed[], kept: Kept): Verdict {
  const rows = [...kept.rows].map(([key, value]) => ({ key, text: `${key} ${JSON.stringify(value)}` }));
  const groups = new Map<string, { trace: Trace; deeds: Deed[] }>();
  const sought = new Map<string, number>();
  const lost: string[] = [];
  for (const deed of deeds) {
    const { verb, kept: by } = deed.act;
    if (by === SEEN_NEXT && deed.isFollowed) sought.set(verb, (sought.get(verb) ?? 0) + 1);
    const traces = tracesOf(deed);
    for (const trace of traces) {
      const name = JSON.stringify(trace);
      const group = groups.get(name) ?? { trace, deeds: [] };
      group.deeds.push(deed);
      groups.set(name, group);
    }
    if (traces.length > 0 && deed.isAcknowledged) sought.set(verb, (sought.get(verb) ?? 0) + 1);
  }
  const doubled: string[] = [];
  for (const [name, group] of groups) {
    const done = group.deeds.filter(({ isAcknowledged }) => isAcknowledged).length;
    const found = count(group.trace, rows);
    const [least, most] = rangeOf(group.trace, done, group.deeds.length);
    const say = `${group.deeds[0]?.act.verb}: done ${done} to ${group.deeds.length} times, found ${found}: ${name}`;
    if (found < least) lost.push(say);
    if (found > most) doubled.push(say);
  }
  return { lost, doubled, sought };
}

/** Between how many may be found. @param done of the acts that were tried. */
function rangeOf({ is }: Trace, done: number, tried: number): [least: number, most: number] {
  if (is === 'gone') return [0, done > 0 ? 0 : 1];
  return is === 'state' ? [Math.min(done, 1), 1] : [done, tried];
}

function tracesOf({ act, known }: Deed): readonly Trace[] {
  if (typeof act.kept !== 'function') return [];
  try {
    return [act.kept(asking(known))].flat();
  } catch (error) {
    if (error instanceof NotYet) return [];
    throw error;
  }
}

/** What is a `state` or `gone` by rows; `each` by how often its last words stand in them, so that a second entry of one row counts. */
function count({ is, under: prefix, holds }: Trace, rows: readonly { key: string; text: string }[]): number {
  const found = rows.filter(({ key, text }) => key.startsWith(prefix) && holds.every((words) => text.includes(words)));
  const last = holds.at(-1);
  if (is !== 'each' || last === undefined) return found.length;
  return found.reduce((sum, { text }) => sum + text.split(last).length - 1, 0);
}

/** Jobs that were due by now and are still to be done. */
export function dueBy(kept: Kept, at: string): string[] {
  return jobsOf(kept).flatMap(({ id, dueAt }) => (dueAt <= at ? [id] : []));
}

/** Jobs to which no hint leads: nobody would ever do them. */
export function stranded(kept: Kept): string[] {
  return jobsOf(kept).flatMap(({ id }) => (kept.hinted.has(id) ? [] : [id]));
}

function jobsOf(kept: Kept): { readonly id: string; readonly dueAt: string }[] {
  return under(kept, 'job|').map(([, value]) => value as { id: string; dueAt: string });
}

/** What is wrong with concerns as such: chronologies that are not whole, and rows of lists that are missing or that nobody wants. */
export function brokenConcerns(kept: Kept, school: School): string[] {
  const wanted = new Set<string>();
  const broken: string[] = [];
  for (const [, value] of under(kept, 'concern|')) {
    const concern = Concern.parse(value);
    const { ref, facts, head } = concern;
    for (const key of listRows(concern, school, DateTime.now()).keys()) wanted.add(key);
    const entries = under(kept, `chronology|${ref}|`).map(([, entry]) => entry) as Parameters<typeof verifyChain>[1];
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    const verdict = verifyChain(ref, entries, { n: facts, hash: head }, sha256);
    if (!verdict.ok) broken.push(`${ref}: ${verdict.why}`);
  }
  const listed = new Set(under(kept, LIST).map(([key]) => key));
  for (const key of wanted) if (!listed.has(key)) broken.push(`${key} is missing`);
  for (const key of listed) if (!wanted.has(key)) broken.push(`nobody wants ${key}`);
  return broken;
}

/** Ids of reminders that were planned and are wanted whatever happens: whoever agrees meanwhile is not reminded of it. */
export function reminded(kept: Kept): string[] {
  return under(kept, NUDGE).flatMap(([key]) => (key.startsWith(`${NUDGE}agreement|`) ? [] : [`deliver|${key}`]));
}

/** References of concerns that have a card in a place. */
export function placed(kept: Kept): string[] {
  const all = under(kept, 'concern|').map(([, value]) => Concern.parse(value));
  return all.filter(({ place }) => place !== undefined).map(({ ref }) => ref);
}

/** How often each concern's card was posted anew in a place, by reference. Changes of a card that stands there do not count. */
export function postsByRef(recorded: readonly Recorded[], conversation: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const each of recorded) {
    if (each.kind !== 'post') continue;
    for (const { content } of cardsIn([each], conversation)) {
      const ref = /[A-Z]+-\d\d-\d{4,}/.exec(JSON.stringify(isRecord(content) ? content.body : ''))?.[0];
      if (ref) counts.set(ref, (counts.get(ref) ?? 0) + 1);
    }
  }
  return counts;
}
