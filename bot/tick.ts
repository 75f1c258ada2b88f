import { randomUUID } from 'node:crypto';
import { type Change, commitChange, FAN_OUT, FannedOut, type Job, type Message } from '../infra/outbox';
import type { RecordOp } from '../infra/records';
import { Conflict, type Row } from '../infra/store';
import { changeCard } from './change-card';
import { Refused } from './channel';
import { deliver } from './deliver';
import { claim, type DueJob, dueJobs, forget, putOff, type StoredJob } from './due';
import { deskOf, type House } from './house';
import { letGo, quietUntil } from './late-reminders';
import { LETTER, letterInstead, sendLetter } from './letters';
import { isStillWanted } from './still';
import { BEAT_EVERY_MS, openReplicas } from './replicas';
import { openRounds, type Renew } from './rounds';

/** Seconds to wait after the first, second … refusal; then the message is dead, and `/health` says so. */
const BACKOFF_SECONDS = [2, 10, 30, 120, 600, 1800, 3600, 14_400] as const;

/** How many refusals it takes before somebody else is told instead. A final refusal needs only one. */
const FALL_BACK_AFTER = 3;

/** How often what is due is looked for, and how often what somebody should be reminded of. */
const LOOK_EVERY_MS = 1000;
const NUDGE_EVERY_MS = 30_000;

export interface Ticker {
  /** Look soon: something was kept that owes a message. */
  poke(): void;
  /** Does all that is due now, and resolves when nothing more is. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The bot's own heart: finds what is due, does it, and keeps that it was done in one transaction.
 * One recipient, one concern at a time (a lane), so that cards arrive in order; lanes do not wait for each other.
 * @param renew goes before the reminders, which may be about what is new.
 */
export function openTicker(house: () => House, renew: Renew = async (household) => household): Ticker {
  const holder = randomUUID();
  const lanes = new Map<string, Promise<void>>();
  /** Keys of the hints whose jobs are in a lane. */
  const taken = new Set<string>();
  let looking: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let nudgedAt = 0;
  let nudging: Promise<void> | undefined;
  let beatAt = 0;
  const replicas = openReplicas(house, holder);
  const rounds = openRounds(house, { renew, isMine: replicas.isMine, isOver: () => stopped });

  function isForUs({ key, value: { school } }: Row): boolean {
    return !taken.has(key) && replicas.isMine(String(school));
  }

  async function look(): Promise<void> {
    const byLane = new Map<string, DueJob[]>();
    for (const due of await dueJobs(house(), isForUs)) {
      const lane = laneOf(due);
      if (!lanes.has(lane)) byLane.set(lane, [...(byLane.get(lane) ?? []), due]);
    }
    if (stopped) return;
    // A lane is known before it runs: one that ended first would be waited for, for ever.
    for (const [lane, jobs] of byLane) {
      for (const { hint } of jobs) taken.add(hint.key);
      lanes.set(
        lane,
        Promise.resolve().then(() => run(lane, jobs)),
      );
    }
  }

  async function run(lane: string, jobs: readonly DueJob[]): Promise<void> {
    let did = false;
    for (const due of jobs) {
      if (stopped) break;
      try {
        did = (await perform(due, house(), holder)) || did;
      } catch (error) {
        house().log('job failed', { school: due.household.school.id, kind: due.job.kind, error });
      }
    }
    lanes.delete(lane);
    for (const { hint } of jobs) taken.delete(hint.key);
    if (did && !stopped) poke();
  }

  function poke(): void {
    again = true;
    if (looking || stopped) return;
    looking = (async () => {
      while (again && !stopped) {
        again = false;
        await look().catch((error) => house().log('tick failed', { error }));
      }
      looking = undefined;
    })();
  }

  async function quiet(): Promise<void> {
    while (looking || nudging || lanes.size > 0) await Promise.all([looking, nudging, ...lanes.values()]);
  }

  async function nudge(): Promise<void> {
    nudgedAt = Date.now();
    await rounds.next();
    nudging = undefined;
    poke();
  }

  const timer = setInterval(() => {
    if (Date.now() - beatAt > BEAT_EVERY_MS) {
      beatAt = Date.now();
      void replicas.beat();
    }
    if (!nudging && Date.now() - nudgedAt > NUDGE_EVERY_MS) nudging = nudge();
    poke();
  }, LOOK_EVERY_MS);
  timer.unref();

  return {
    poke,
    async settle() {
      await rounds.all();
      poke();
      await quiet();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await quiet();
      await replicas.leave();
    },
  };
}

function laneOf({ household, job }: DueJob): string {
  if (job.kind !== 'deliver') return `${household.school.id}|${job.id}`;
  const { to } = job.data as Message;
  return `${household.school.id}|${'person' in to ? `person.${to.person}` : `place.${to.place}`}`;
}

/** False when another replica has the job. */
async function perform(found: DueJob, house: House, holder: string): Promise<boolean> {
  const due = await claim(found, house, holder);
  if (!due) return false;
  try {
    const until = quietUntil(due, house);
    if (until) await putOff(due, until, house);
    else if (due.job.kind === 'deliver') await finish(due, await deliverIfWanted(due, house), house);
    else if (due.job.kind === FAN_OUT) await finish(due, { jobs: FannedOut.parse(due.job.data) }, house);
    else if (due.job.kind === LETTER) {
      await sendLetter(due.job.data as Message, due.job.id, due.household, house);
      await finish(due, {}, house);
    } else await finish(due, await capabilityJob(due, house), house);
  } catch (error) {
    if (error instanceof Conflict) return false;
    if (!(error instanceof Refused))
      house.log('job failed', { school: due.household.school.id, kind: due.job.kind, error });
    await later(due, house, error);
  }
  return true;
}

async function deliverIfWanted(due: DueJob, house: House): Promise<Change> {
  const { job, household } = due;
  const message = job.data as Message;
  if (!(await isStillWanted(message, household, house))) return {};
  if (message.spot) return changeCard({ ...message, spot: message.spot }, job.id, household, house);
  return { ops: (await letGo(due, house)) ?? (await deliver(message, job.id, household, house)) };
}

function capabilityJob({ job, household }: DueJob, house: House) {
  for (const { jobs } of house.capabilities) {
    const handler = jobs?.[job.kind];
    if (handler) return handler(job.data, deskOf(house, household));
  }
  throw new Error(`nobody does jobs of kind ${job.kind}`);
}

/** The job goes in the same transaction that keeps what it did. */
async function finish(due: DueJob, change: Change, house: House) {
  const done: RecordOp = { op: 'delete', key: due.kept.key, etag: due.kept.etag };
  const ops = [...(change.ops ?? []), done];
  const { records, school } = due.household;
  await commitChange(house.store, school.id, records, { ...change, ops }, house.clock.now().toISO());
  await forget(due.partition, due.hint, house);
}

async function later(due: DueJob, house: House, error: unknown): Promise<void> {
  const { job } = due;
  const final = error instanceof Refused && error.final;
  const wait = BACKOFF_SECONDS[final ? job.attempts + 4 : job.attempts];
  if (wait === undefined) return bury(due, house);
  const fallsBack = job.attempts + 1 === (final ? 1 : FALL_BACK_AFTER);
  const jitter = 1 + Math.random() / 4;
  const now = house.clock.now();
  await putOff(
    due,
    now.plus({ seconds: wait * jitter }).toISO(),
    house,
    fallsBack ? insteadOf(job, now.toISO(), house) : [],
  );
}

function insteadOf({ id, kind, data }: StoredJob, at: string, house: House): Job[] {
  if (kind !== 'deliver') return [];
  const message = data as Message;
  const instead = message.ifRefused ? [{ id: `instead|${id}`, dueAt: at, ...message.ifRefused }] : [];
  return [...instead, ...letterInstead(message, id, at, house)];
}

/** Given up, visibly: the row stays under `dead|` until somebody looks. */
async function bury({ household, kept, job, partition, hint: row }: DueJob, house: House): Promise<void> {
  await household.records.commit([
    { op: 'insert', key: `dead|${job.id}`, value: job },
    { op: 'delete', key: kept.key, etag: kept.etag },
  ]);
  house.log('given up', { school: household.school.id, kind: job.kind });
  await forget(partition, row, house);
}
