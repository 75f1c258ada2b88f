import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../infra/clock';
import type { Message } from '../infra/outbox';
import type { Row } from '../infra/store';
import { openAllowances } from './allowance';
import { type Due, type DueJob, dueCalm, dueUrgent } from './due';
import type { House } from './house';
import { PACE } from './pace';
import { openPerformer, type Performed } from './perform';
import { openReplicas } from './replicas';
import { openRounds, type Renew } from './rounds';
import { openWatch } from './watch';
import { way } from './way';

/** Jobs at hand beyond which nothing in no hurry is taken up, and below which it is looked for more. */
const MOST_AT_HAND = 100;
const FEW_AT_HAND = MOST_AT_HAND / 2;

/** So long what is due gives way to those who wait for an answer, and no longer. */
const GIVES_WAY_FOR_MS = 1000;

/** How often it is looked what somebody should be reminded of. */
const NUDGE_EVERY_MS = 30_000;

/** By so much a clock may be put back without a word. */
const CLOCK_SLACK_MS = 1000;

/** How often whoever waits for the end looks for what a platform would not take yet. */
const HELD_BACK_MS = 200;

/** How often whoever waits for the end looks again for what something else was in the way of. */
const LOST_TRIES = 3;

/** One recipient, or one concern: its jobs, one after the other. More may come while it is at work. */
interface Lane {
  readonly jobs: DueJob[];
  readonly done: Promise<void>;
}

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
  const lanes = new Map<string, Lane>();
  /** Keys of the hints whose jobs are in a lane: what waits there is not read again at each look. */
  const taken = new Set<string>();
  /** The last look left something that is due. */
  let isMore = false;
  /** And something that will not be taken before a while. */
  let isHeldBack = false;
  /** Where each look at what is held back goes on. */
  const places = new Map<string, string>();
  /** The clock has gone back, and nobody has looked yet for what was owed by the clock before. */
  let isBack = false;
  /** Somebody else was first with one of its jobs, or changed what it is about meanwhile. */
  let isLost = false;
  let looking: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let nudgedAt = Number.NEGATIVE_INFINITY;
  let nudging: Promise<void> | undefined;
  let beatAt = Number.NEGATIVE_INFINITY;
  const watch = openWatch(() => house().clock);
  const hasGoneBack = openClockCheck(() => house().clock);
  const allowances = openAllowances(house);
  const perform = openPerformer(house, holder, watch);
  const replicas = openReplicas(house, holder);
  const rounds = openRounds(house, { renew, isMine: replicas.isMine, isOver: () => stopped });

  /** Whoever has nothing to do helps with what others leave, also where that is in no hurry. */
  const isForUs = (hint: Row, isUrgent: boolean) =>
    !taken.has(hint.key) && replicas.isForMe(hint, isUrgent, lanes.size === 0);

  async function look(): Promise<void> {
    isBack ||= hasGoneBack();
    // Whatever there is of what is in no hurry: a concern has begun before it is read.
    const urgent = await dueUrgent(house(), { watch, isForUs, isBack });
    takeUp(urgent);
    const calm = Math.max(0, MOST_AT_HAND - taken.size);
    const others = await dueCalm(house(), { watch, isForUs, isBack, calm, allowances, places });
    takeUp(others);
    isMore = urgent.isMore || others.isMore;
    isHeldBack = others.isHeldBack;
    // A look that was cut short has not seen all that was owed.
    isBack &&= isMore;
  }

  function takeUp({ jobs }: Due): void {
    if (stopped) return;
    for (const job of jobs) {
      taken.add(job.hint.key);
      const name = laneOf(job);
      const lane = lanes.get(name);
      if (lane) lane.jobs.push(job);
      else lanes.set(name, begin(name, [job]));
    }
  }

  /** A lane is known before it runs: one that ended first would be waited for, for ever. */
  function begin(name: string, jobs: DueJob[]): Lane {
    return { jobs, done: Promise.resolve().then(() => run(name, jobs)) };
  }

  async function run(name: string, jobs: DueJob[]): Promise<void> {
    let did = false;
    for (let due = jobs.shift(); due && !stopped; due = jobs.shift()) {
      await way.clear(patienceOf(due));
      const done = await tried(due);
      taken.delete(due.hint.key);
      did ||= done !== 'not ours';
      isLost ||= done === 'not ours';
      if (done === 'owes more') poke();
    }
    lanes.delete(name);
    for (const { hint } of jobs) taken.delete(hint.key);
    if (did && isMore && taken.size <= FEW_AT_HAND) poke();
  }

  function patienceOf({ job }: DueJob): number {
    const waited = house().clock.now().toMillis() - Date.parse(job.dueAt);
    return GIVES_WAY_FOR_MS - Math.max(0, waited);
  }

  async function tried(due: DueJob): Promise<Performed> {
    try {
      return await perform(due);
    } catch (error) {
      house().log('job failed', { school: due.household.school.id, kind: due.job.kind, error });
      return 'not ours';
    }
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
    while (looking || nudging || lanes.size > 0) await Promise.all([looking, nudging, ...allDone(lanes)]);
  }

  /** One round at a time. */
  async function nudge(round: () => Promise<void>): Promise<void> {
    while (nudging) await nudging.catch(() => undefined);
    nudgedAt = performance.now();
    nudging = round().finally(() => {
      nudging = undefined;
    });
    await nudging;
    poke();
  }

  const timer = setInterval(
    () => {
      // By a clock that nobody sets.
      const now = performance.now();
      if (now - beatAt > (house().pace ?? PACE).beatEvery) {
        beatAt = now;
        void replicas.beat();
      }
      if (!nudging && now - nudgedAt > NUDGE_EVERY_MS) void nudge(rounds.next);
      poke();
    },
    (house().pace ?? PACE).lookEvery,
  );
  timer.unref();

  return {
    poke,
    async settle() {
      await nudge(rounds.all);
      await quiet();
      // Where nobody else works on the store, that was one of its own jobs or a turn, and is soon over.
      for (let lost = 0; !stopped && (isHeldBack || (isLost && house().sole && lost < LOST_TRIES)); ) {
        if (isHeldBack) await pause(HELD_BACK_MS);
        else lost += 1;
        isLost = false;
        poke();
        await quiet();
      }
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await quiet();
      await replicas.leave();
    },
  };
}

/** Asked at each look: whether the clock stands before where it stood at the look before. A second back is no matter. */
function openClockCheck(clock: () => Clock): () => boolean {
  let before = 0;
  return () => {
    const now = clock().now().toMillis();
    const isBack = now < before - CLOCK_SLACK_MS;
    before = now;
    return isBack;
  };
}

function allDone(lanes: ReadonlyMap<string, Lane>): Promise<void>[] {
  return [...lanes.values()].map(({ done }) => done);
}

function laneOf({ household, job }: DueJob): string {
  if (job.kind !== 'deliver') return `${household.school.id}|${job.id}`;
  const { to } = job.data as Message;
  return `${household.school.id}|${'person' in to ? `person.${to.person}` : `place.${to.place}`}`;
}
