import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { emulatorSeconds, gone, type Platform, startPlatform, startReplica, type Usage, usageOf } from './processes';
import { fillSeptember, groundFor, owedChats, peopleIn } from './store';

/** A Monday morning in September, on which every school asks. */
const AT = DateTime.fromISO('2026-09-14T08:30', { zone: 'Europe/London' });

/** Without a message for so long, nothing more will come. */
const STALLED_MS = 30 * 60_000;
/** What the platform has in hand when a process ends is answered within this. */
const IN_HAND_MS = 500;
/** Whoever would be asked twice is asked by then. */
const STRAGGLERS_MS = 5000;

export interface Stop {
  readonly signal: 'SIGKILL' | 'SIGTERM';
  /** It comes once so many of all have been asked. */
  readonly atShare: number;
}

/** How a process ended, and what it left. */
export interface Stopped {
  readonly asked: number;
  /** Messages that the platform had, and that were not yet kept as sent. */
  readonly inFlight: number;
  /** From the signal to the end of the process. */
  readonly seconds: number;
  /** Messages that somebody had got before, until then. */
  readonly again: number;
}

export interface Asked {
  readonly schools: number;
  readonly asked: number;
  readonly people: number;
  readonly again: number;
  readonly againInFlight: number;
  readonly limited: number;
  readonly owed: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly cpuPerThousand: number;
  readonly platformCpuPerThousand: number;
  readonly storeCpuPerThousand: number;
  readonly megabytes: number;
  readonly fillSeconds: number;
  readonly stops: readonly Stopped[];
}

/** Has so many schools ask everybody, by so many processes on one store, which are stopped meanwhile and started again. */
export async function askEverybody(
  store: string,
  schools: number,
  replicas: number,
  stops: readonly Stop[],
): Promise<Asked> {
  const platform = await startPlatform();
  const key = randomBytes(32).toString('hex');
  const fillSeconds = await fill(store, key, schools, platform.url);
  const all = peopleIn(schools);
  const began = performance.now();
  const now = () => AT.plus(performance.now() - began).toISO() ?? '';
  const start = () => Array.from({ length: replicas }, () => startReplica(store, key, now()));
  const used = new Map<ChildProcess, Usage>();
  const stopped: Stopped[] = [];
  const emulatorBefore = emulatorSeconds();
  let running = start();
  let [people, firstAt, lastAt] = [0, 0, began];
  while (people < all && performance.now() - lastAt < STALLED_MS) {
    await pause(250);
    noteUsage(running, used);
    const counts = await platform.counts();
    const at = performance.now();
    if (people === 0 && counts.people > 0) firstAt = at;
    if (counts.people > people) [people, lastAt] = [counts.people, at];
    const next = stops[stopped.length];
    if (!next || people < all * next.atShare) continue;
    stopped.push(await stopAll(next, running, { store, key, platform, now: now() }));
    running = start();
  }
  const seconds = (lastAt - firstAt) / 1000;
  const storeSeconds = emulatorSeconds() - emulatorBefore;
  await pause(STRAGGLERS_MS);
  noteUsage(running, used);
  const end = await stopAll({ signal: 'SIGTERM', atShare: 1 }, running, { store, key, platform, now: now() });
  const { sent: _sent, ...counts } = await platform.counts();
  const platformSeconds = platform.usage()?.seconds ?? 0;
  platform.stop();
  const usages = [...used.values()];
  const perThousand = (of: number) => (of * 1000) / counts.people;
  return {
    ...{ schools, asked: all, ...counts, owed: end.owed, seconds, perSecond: counts.people / seconds },
    cpuPerThousand: perThousand(usages.reduce((sum, each) => sum + each.seconds, 0)),
    platformCpuPerThousand: perThousand(platformSeconds),
    storeCpuPerThousand: perThousand(storeSeconds),
    megabytes: Math.max(...usages.map(({ megabytes }) => megabytes)),
    ...{ fillSeconds, stops: stopped },
  };
}

async function fill(store: string, key: string, schools: number, url: string): Promise<number> {
  process.stderr.write(`filling ${schools} schools\n`);
  const from = performance.now();
  const ground = await groundFor(store, key, AT.toISO() ?? '');
  await fillSeptember(schools, `${url}/teams/`, ground);
  await ground.store.close();
  return (performance.now() - from) / 1000;
}

function noteUsage(running: readonly ChildProcess[], used: Map<ChildProcess, Usage>): void {
  for (const each of running) {
    const usage = usageOf(each.pid);
    if (usage) used.set(each, usage);
  }
}

interface Where {
  readonly store: string;
  readonly key: string;
  readonly platform: Platform;
  readonly now: string;
}

/** Ends all processes, and compares what they left in the store with what stands at the platform. */
async function stopAll(
  { signal }: Stop,
  running: readonly ChildProcess[],
  { store, key, platform, now }: Where,
): Promise<Stopped & { readonly owed: number }> {
  const from = performance.now();
  for (const each of running) each.kill(signal);
  await Promise.all(running.map(gone));
  const seconds = (performance.now() - from) / 1000;
  await pause(IN_HAND_MS);
  const ground = await groundFor(store, key, now);
  const owed = await owedChats(ground.store);
  await ground.store.close();
  const inFlight = await platform.standing(owed);
  const { people, again } = await platform.counts();
  return { asked: people, inFlight, seconds, again, owed: owed.length };
}
