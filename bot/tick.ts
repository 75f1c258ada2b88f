import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../infra/clock';
import type { Message } from '../infra/outbox';
import type { Row } from '../infra/store';
import { openAllowances } from './allowance';
import { type DueJob, dueJobs } from './due';
import type { House } from './house';
import { PACE } from './pace';
import { openPerformer } from './perform';
import { openReplicas } from './replicas';
import { openRounds, type Renew } from './rounds';
import { openWatch } from './watch';

/** Lanes at work beyond which nothing in no hurry is begun, and below which it is looked for more. */
const MOST_LANES = 100;
const FEW_LANES = MOST_LANES / 2;

/** How often what is due is looked for, and how often what somebody should be reminded of. */
const LOOK_EVERY_MS = 1000;
const NUDGE_EVERY_MS = 30_000;

/** How often whoever waits for the end looks for what a platform would not take yet. */
const HELD_BACK_MS = 200;

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
  /** Lanes for which more was found while they were at work. */
  const behind = new Set<string>();
  /** The last look left something that is due. */
  let isMore = false;
  /** And something that will not be taken before a while. */
  let isHeldBack = false;
  let looking: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let nudgedAt = 0;
  let nudging: Promise<void> | undefined;
  let beatAt = 0;
  const watch = openWatch(() => house().clock);
  const hasGoneBack = openClockCheck(() => house().clock);
  const allowances = openAllowances(house);
  const perform = openPerformer(house, holder, watch);
  const replicas = openReplicas(house, holder);
  const rounds = openRounds(house, { renew, isMine: replicas.isMine, isOver: () => stopped });

  /** Whoever has nothing to do helps with what others leave, also where that is in no hurry. */
  const isForUs = (hint: Row, isUrgent: boolean) =>
    !taken.has(hint.key) && replicas.isForMe(hint, isUrgent || lanes.size === 0);

  async function look(): Promise<void> {
    const byLane = new Map<string, DueJob[]>();
    const calm = Math.max(0, MOST_LANES - lanes.size);
    const due = await dueJobs(house(), { watch, isForUs, isBack: hasGoneBack(), calm, allowances });
    [isMore, isHeldBack] = [due.isMore, due.isHeldBack];
    for (const job of due.jobs) {
      const lane = laneOf(job);
      if (lanes.has(lane)) behind.add(lane);
      else byLane.set(lane, [...(byLane.get(lane) ?? []), job]);
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
    let [did, owes] = [false, false];
    for (const due of jobs) {
      if (stopped) break;
      try {
        const done = await perform(due);
        did ||= done !== 'not ours';
        owes ||= done === 'owes more';
      } catch (error) {
        house().log('job failed', { school: due.household.school.id, kind: due.job.kind, error });
      }
    }
    lanes.delete(lane);
    for (const { hint } of jobs) taken.delete(hint.key);
    const isBehind = behind.delete(lane);
    const isFree = isMore && lanes.size <= FEW_LANES;
    if (did && !stopped && (owes || isBehind || isFree)) poke();
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

  /** One round at a time. */
  async function nudge(round: () => Promise<void>): Promise<void> {
    while (nudging) await nudging.catch(() => undefined);
    nudgedAt = Date.now();
    nudging = round().finally(() => {
      nudging = undefined;
    });
    await nudging;
    poke();
  }

  const timer = setInterval(() => {
    if (Date.now() - beatAt > (house().pace ?? PACE).beatEvery) {
      beatAt = Date.now();
      void replicas.beat();
    }
    if (!nudging && Date.now() - nudgedAt > NUDGE_EVERY_MS) void nudge(rounds.next);
    poke();
  }, LOOK_EVERY_MS);
  timer.unref();

  return {
    poke,
    async settle() {
      await nudge(rounds.all);
      await quiet();
      while (isHeldBack && !stopped) {
        await pause(HELD_BACK_MS);
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
    const isBack = now < before - LOOK_EVERY_MS;
    before = now;
    return isBack;
  };
}

function laneOf({ household, job }: DueJob): string {
  if (job.kind !== 'deliver') return `${household.school.id}|${job.id}`;
  const { to } = job.data as Message;
  return `${household.school.id}|${'person' in to ? `person.${to.person}` : `place.${to.place}`}`;
}
