import { DateTime } from 'luxon';
import type { Capability, Desk } from '../../handlers/capability';
import { everyRow } from '../../infra/every-row';
import { type Change, FAN_OUT, FannedOut, type Message } from '../../infra/outbox';
import type { Records } from '../../infra/records';
import type { StoredJob } from '../due';
import { deskOf, type House, type Household } from '../house';
import { nudgesAt } from '../nudges';
import { rehearse } from './rehearsal';

/** A message that would go out. */
export interface Foreseen {
  /** In the school's own time. */
  readonly at: string;
  /** A person's id, or `place.` and its name. */
  readonly to: string;
  readonly kind: string;
  readonly why: string;
  readonly id: string;
}

/** Ends a chain of jobs that makes no progress. */
const MOST_JOBS = 1000;

/**
 * What the tick would send by an instant: reminders as they stand then, and every stored job that is due, with what follows
 * from it on the way. Nothing is sent and nothing is kept.
 */
export async function foresee(house: House, household: Household, at: DateTime<true>): Promise<Foreseen[]> {
  const { school, records } = household;
  const local = (instant: DateTime) => instant.setZone(school.timezone).toISO() ?? '';
  const nudges = (await nudgesAt(house, household, at)).map(({ id, to, kind, why }) => ({
    at: local(at),
    to,
    kind,
    why,
    id,
  }));
  const messages: Foreseen[] = [];
  const rehearsal = rehearse(records).records;
  const waiting = await jobsIn(records);
  for (let done = 0; done < MOST_JOBS; done++) {
    const next = soonest(waiting);
    if (!next || next.dueAt > at.toUTC().toISO()) break;
    waiting.splice(waiting.indexOf(next), 1);
    const now = whenDone(next, house.clock.now(), at);
    if (next.kind === 'deliver') {
      messages.push(toForeseen(next.data as Message, local(now), next.kind, 'kept, and not delivered yet'));
      continue;
    }
    const change = await play(
      next,
      { ...deskOf(house, household, now), records: rehearsal, membersOf: async () => undefined },
      house.capabilities,
    );
    await rehearsal.commit(change.ops ?? []);
    messages.push(
      ...(change.messages ?? []).map((message) =>
        toForeseen(message, local(now), next.kind, `because ${next.kind} is due`),
      ),
    );
    waiting.push(...(change.jobs ?? []).map((job) => ({ ...job, attempts: 0 })));
  }
  return [...messages, ...nudges].sort((a, b) => (a.at === b.at ? compare(a.id, b.id) : compare(a.at, b.at)));
}

/** At its hour; one that is overdue is done now. */
function whenDone({ dueAt }: StoredJob, now: DateTime<true>, at: DateTime<true>): DateTime<true> {
  const due = DateTime.fromISO(dueAt);
  const soonest = now < at ? now : at;
  return due.isValid && due > soonest ? due : soonest;
}

async function play({ kind, data }: StoredJob, desk: Desk, capabilities: readonly Capability[]): Promise<Change> {
  if (kind === FAN_OUT) return { jobs: FannedOut.parse(data) };
  const handler = capabilities.map(({ jobs }) => jobs?.[kind]).find((each) => each !== undefined);
  return handler ? handler(data, desk) : {};
}

async function jobsIn(records: Records): Promise<StoredJob[]> {
  const jobs: StoredJob[] = [];
  for await (const { value } of everyRow({ records }, 'job|')) jobs.push(value as StoredJob);
  return jobs;
}

function soonest(jobs: readonly StoredJob[]): StoredJob | undefined {
  return jobs.reduce<StoredJob | undefined>(
    (first, job) => (!first || compare(key(job), key(first)) < 0 ? job : first),
    undefined,
  );
}

function key({ dueAt, id }: StoredJob): string {
  return `${dueAt}|${id}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function toForeseen({ id, to }: Message, at: string, kind: string, why: string): Foreseen {
  return { at, to: 'person' in to ? to.person : `place.${to.place}`, kind, why, id };
}
