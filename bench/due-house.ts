import { randomBytes } from 'node:crypto';
import { DateTime } from 'luxon';
import type { Channel } from '../bot/channel';
import { dueJobs } from '../bot/due';
import { openWatch } from '../bot/watch';
import { healthOf } from '../bot/health';
import type { House } from '../bot/house';
import { openTicker } from '../bot/tick';
import { phrase } from '../cards/view';
import { School } from '../domain/school';
import { commitChange, type Message } from '../infra/outbox';
import { openRecords } from '../infra/records';
import { openSeal } from '../infra/seal';
import { openSqlite } from '../infra/sqlite';
import { openLibrary } from '../library';
import { sampleSchool } from '../test/sample-school';

const NOW = DateTime.fromISO('2026-11-24T10:15', { zone: 'Europe/London' });
const PEOPLE = 60;
/** Messages of one commit, and commits that share a wait for the disk. */
const AT_ONCE = 90;
const TOGETHER = 50;

/** What planning cost: the process that does it has done nothing else. */
export interface Planned {
  /** Memory of the process before, and at its most, in megabytes. */
  readonly before: number;
  readonly peak: number;
  /** How many things one look takes up, and how long it is on the processor. */
  readonly found: number;
  readonly lookMs: number;
  /** Messages that went out a second while the rest waits. */
  readonly perSecond: number;
  /** Counting what waits, as `/health` does: up to a number of a school. */
  readonly counted: number;
  readonly countMs: number;
}

/** So many messages that are due, to sixty people, as a capability owes them. */
export async function fill(file: string, masterKey: Buffer, count: number): Promise<void> {
  const { house, records, school } = await openHouse(file, masterKey, () => undefined);
  const at = NOW.toUTC().toISO() ?? '';
  for (let from = 0; from < count; from += AT_ONCE * TOGETHER) {
    const commits = Array.from({ length: TOGETHER }, (_, n) => {
      const first = from + n * AT_ONCE;
      const messages = Array.from({ length: Math.max(0, Math.min(AT_ONCE, count - first)) }, (_, m) => owed(first + m));
      return commitChange(school.id, records, { messages }, at);
    });
    await Promise.all(commits);
  }
  await house.store.close();
}

function owed(n: number): Message {
  const line = phrase('report.told.look');
  const view = { card: 'report/told', data: { report: '2026-12-18', line, period: 'This term', why: 'It is due.' } };
  return { id: `bench|${String(n).padStart(8, '0')}`, to: { person: `p${n % PEOPLE}` }, view };
}

/** Looks once at what is due, lets the tick of the product send until so many went out, and counts the rest as far as `/health` does. */
export async function plan(file: string, masterKey: Buffer, sends: number): Promise<Planned> {
  let sent = 0;
  let end: (() => void) | undefined;
  const enough = new Promise<void>((resolve) => {
    end = resolve;
  });
  const { house } = await openHouse(file, masterKey, () => {
    sent += 1;
    if (sent === sends) end?.();
  });
  const before = process.memoryUsage().rss / 1024 / 1024;
  const watch = openWatch(() => house.clock);
  const look = await timed(() => dueJobs(house, { watch }));
  const ticker = openTicker(() => house);
  const begun = performance.now();
  ticker.poke();
  await enough;
  const perSecond = (sends * 1000) / (performance.now() - begun);
  await ticker.stop();
  const health = await timed(() => healthOf(house));
  await house.store.close();
  return {
    ...{
      before,
      peak: process.resourceUsage().maxRSS / 1024,
      found: look.result.jobs.length,
      lookMs: look.ms,
      perSecond,
    },
    ...{ counted: health.result.outbox.waiting, countMs: health.ms },
  };
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; ms: number }> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { result, ms: (user + system) / 1000 };
}

/** A school with a platform that takes everything at once. */
async function openHouse(file: string, masterKey: Buffer, took: () => void) {
  const people = Array.from({ length: PEOPLE }, (_, n) => ({ id: `p${n}`, name: `Person ${n}`, roles: ['staff'] }));
  const school = School.parse({ ...sampleSchool, people, offices: {}, places: {}, policies: [], agreements: [] });
  const store = openSqlite(file);
  const records = openRecords(store, await openSeal(store, school.id, masterKey), school.id);
  const channel: Channel = {
    name: 'teams',
    addressOfPerson: ({ id }) => ({ to: id }),
    addressOfPlace: () => undefined,
    async send() {
      took();
      return {};
    },
    update: async () => undefined,
    members: async () => undefined,
  };
  const house: House = {
    store,
    clock: { elapsed: () => performance.now(), now: () => NOW.toUTC() as DateTime<true> },
    log: (what, facts) => void process.stderr.write(`${what} ${String(facts?.error ?? '')}\n`),
    households: new Map([[school.id, { school, records, library: openLibrary([]) }]]),
    capabilities: [],
    channels: [channel],
    sole: true,
    poke: () => undefined,
  };
  return { house, records, school };
}

export function newKey(): string {
  return randomBytes(32).toString('hex');
}
