import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { View } from '../cards/view';
import { LIMITS } from './limits';
import type { RecordOp, Records } from './records';
import { openStopwatch } from './stopwatch';
import { type Beside, Conflict, type Store } from './store';

/** Something to do at an instant: a delivery, or a capability's own job such as an escalation. */
export interface Job {
  /** The same id twice is the same job, and is refused. */
  readonly id: string;
  readonly kind: string;
  /** UTC, ISO 8601 with milliseconds. */
  readonly dueAt: string;
  readonly data: unknown;
}

/** Where a card stands in somebody's own chat; what the handle means is its channel's own business. */
export interface Spot {
  readonly channel: string;
  readonly handle: Readonly<Record<string, string>>;
}

/** A card that is owed to a person or a place. */
export interface Message {
  /** Its identity: sent once, however often it is asked for. */
  readonly id: string;
  readonly to: { readonly person: string } | { readonly place: string };
  readonly view: View;
  /** A later message in the same slot changes the card that stands there already; ids of one slot sort in their order. */
  readonly slot?: string;
  /**
   * It changes the card that stands there and goes nowhere else: where the channel does not take it, it is let go of at
   * once, and `ifRefused` is done, with `isFinal` beside its data.
   */
  readonly spot?: Spot;
  /** Who sees another card than everybody else where the platform can (Teams refresh), and by which verb. */
  readonly refresh?: {
    readonly verb: string;
    readonly data: Readonly<Record<string, string>>;
    readonly people: readonly string[];
  };
  /** Asked each time before it goes out: what was done meanwhile is not reminded of, and nobody is told of what they may no longer have. */
  readonly stillIf?: { readonly kind: string; readonly data: unknown };
  /** In no hurry: where it has waited for its channel, it waits for school hours as well (P7). */
  readonly inHours?: true;
  /** What an e-mail may say in its place, where chat does not reach the person: a reference, and nothing else. */
  readonly byMail?: { readonly ref: string };
  /** What is done when the channel has refused three times. */
  readonly ifRefused?: { readonly kind: string; readonly data: unknown };
}

export interface Change {
  readonly ops?: readonly RecordOp[];
  readonly messages?: readonly Message[];
  readonly jobs?: readonly Job[];
}

const SHARDS = [0, 1, 2, 3] as const;

/**
 * Where the hints of jobs stand: in partitions of their own, ordered by time, so that a tick finds what is due without
 * asking every school. What is in no hurry stands apart: a million reminders that wait hold up no concern.
 */
export const URGENT = SHARDS.map((shard) => `due|${shard}`);
export const CALM = SHARDS.map((shard) => `due|calm-${shard}`);
export const DUE_PARTITIONS: readonly string[] = [...URGENT, ...CALM];

/** A job as its hint has it. */
export type HintedJob = Pick<Job, 'id' | 'kind' | 'dueAt' | 'data'>;

function partitionOf({ id, kind, data }: HintedJob): string {
  const isCalm = kind === 'deliver' && (data as Partial<Message>).inHours === true;
  const shard = (createHash('sha256').update(id).digest()[0] ?? 0) % SHARDS.length;
  return (isCalm ? CALM : URGENT)[shard] ?? '';
}

/** Under which key it is kept that a card of this slot, or of those that begin so, stands somewhere; the recipient follows. */
export function standing(slot: string): string {
  return `posted|${slot}`;
}

export function jobKey(id: string): string {
  return `job|${id}`;
}

/**
 * Writes a change and what it owes in one transaction. Hints go first: a hint without its job is
 * swept away later, a job without its hint would never be found.
 * @param last hints of jobs that this change does away with.
 * @throws Conflict when somebody else was first; nothing is changed then.
 */
export async function commitChange(
  school: string,
  records: Records,
  change: Change,
  at: string,
  last: Beside['last'] = [],
): Promise<void> {
  // Never due in the past: an old hint without its job is taken for one whose commit never came.
  const asked = (change.jobs ?? []).map((job) => (job.dueAt < at ? { ...job, dueAt: at } : job));
  const owed = [...asked, ...(change.messages ?? []).map((message) => deliveryOf(message, at))];
  const jobs = inOneCommit(owed, LIMITS.commitOps - (change.ops ?? []).length, at);
  const inserts = jobs.map((job): RecordOp => ({ op: 'insert', key: jobKey(job.id), value: { ...job, attempts: 0 } }));
  const first = jobs.map((job) => hintOf(school, job));
  const tookMs = openStopwatch();
  const ops = [...(change.ops ?? []), ...inserts];
  if (ops.length > 0) await records.commit(ops, { first, last });
  // A process that was held up in between for minutes finds its hints swept away by another.
  if (tookMs() > HINTS_LAST_MS) await records.commit([], { first });
}

/** Nobody takes a hint for one whose commit never came before it has stood for much longer. */
const HINTS_LAST_MS = 60_000;

/** Whether a change that was kept at `at` leaves something that is to be done at once. */
export function owesNow({ messages = [], jobs = [] }: Change, at: string): boolean {
  return messages.length > 0 || jobs.some(({ dueAt }) => dueAt <= at);
}

/** The kind of a job that holds jobs for which its own commit had no room, and writes them once it is due. */
export const FAN_OUT = 'fan-out';

export const FannedOut = z.array(z.object({ id: z.string(), kind: z.string(), dueAt: z.string(), data: z.unknown() }));

/**
 * As many jobs as one commit has room for; the rest becomes one job more. A press is never refused because too many
 * people have a card of it, and nothing that it owes is lost on the way (P1).
 */
function inOneCommit(owed: readonly Job[], room: number, at: string): readonly Job[] {
  if (owed.length <= room) return owed;
  const [first, ...others] = owed.slice(Math.max(0, room - 1));
  if (!first) return owed;
  const rest: Job = { id: `${FAN_OUT}|${first.id}`, kind: FAN_OUT, dueAt: at, data: [first, ...others] };
  return [...owed.slice(0, Math.max(0, room - 1)), rest];
}

function deliveryOf(message: Message, at: string): Job {
  return { id: `deliver|${message.id}`, kind: 'deliver', dueAt: at, data: message };
}

/** Lets a tick find a job. */
export async function hint(store: Store, school: string, job: HintedJob): Promise<void> {
  const { partition, key, value } = hintOf(school, job);
  try {
    await store.insert(partition, key, value);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}

/** The row by which a tick finds a job. */
export function hintOf(school: string, job: HintedJob) {
  const { id, dueAt } = job;
  return { partition: partitionOf(job), key: `${dueAt}|${school}|${id}`, value: { school, job: id, dueAt } };
}
