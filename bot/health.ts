import { setImmediate as pause } from 'node:timers/promises';
import { DUE_PARTITIONS, type Job } from '../infra/outbox';
import type { House, Household } from './house';
import { LETTER } from './letters';
import { insistOnRoom } from './room';

/** How the bot is, in numbers alone: anybody may ask. */
export interface Health {
  readonly status: 'ok' | 'failing';
  readonly store: 'ok' | 'failing';
  readonly outbox: {
    /** Owed, and not refused so far. */
    readonly waiting: number;
    /** Refused at least once, and tried again. */
    readonly failing: number;
    /** Given up. */
    readonly dead: number;
    /** As many as are counted at once: there may be others. */
    readonly more?: true;
  };
  readonly channels: Readonly<Record<string, 'on' | 'off'>>;
  /** E-mails to people whom chat does not reach; they are counted in `outbox` as well. Absent without a mail server. */
  readonly mail?: Health['outbox'];
}

/** A message that was given up is an alarm for so long; after that it only counts. */
const ALARM_DAYS = 14;
/** Counted anew at most so often, however many ask. */
const FRESH_MS = 1000;
const PAGE = 500;
/** So many jobs of a school are opened for one count: whoever asks waits for a tenth of a second, however much is owed. */
const COUNTED = 10_000;
/** What is not counted may be refused as well; where it has waited for so long, somebody was not reached. */
const BEHIND_MINUTES = 10;

/**
 * Counts what is owed, over all schools. Failing: the store keeps nothing or does not answer, somebody was not reached, or more is owed than
 * is counted and it does not go out.
 * @param most so many of a school.
 */
export async function healthOf(house: House, most: number = COUNTED): Promise<Health> {
  const isOn = (name: string) => (house.channels.some((channel) => channel.name === name) ? 'on' : 'off');
  const channels = { teams: isOn('teams'), slack: isOn('slack'), mail: house.mail ? 'on' : 'off' } as const;
  try {
    await insistOnRoom(house.store);
    const counts = await Promise.all(
      [...house.households.values()].map((household) => countIn(household, house, most)),
    );
    const sum = (of: (count: Count) => number) => counts.reduce((total, count) => total + of(count), 0);
    const outbox = total(counts.map(({ all }) => all));
    const mail = house.mail ? { mail: total(counts.map(({ letters }) => letters)) } : {};
    const isFailing = outbox.failing + sum(({ alarming }) => alarming) > 0 || (outbox.more && (await isBehind(house)));
    return { status: isFailing ? 'failing' : 'ok', store: 'ok', outbox, channels, ...mail };
  } catch (error) {
    house.log('store failed', { error });
    return { status: 'failing', store: 'failing', outbox: { waiting: 0, failing: 0, dead: 0 }, channels };
  }
}

/** The same, counted at most once a second, and never twice at the same time. */
export function openHealth(house: () => House): () => Promise<Health> {
  let counted: { freshUntil: number; readonly health: Promise<Health> } | undefined;
  return () => {
    if (counted && performance.now() < counted.freshUntil) return counted.health;
    const counting = { freshUntil: Number.POSITIVE_INFINITY, health: healthOf(house()) };
    counting.health.finally(() => {
      counting.freshUntil = performance.now() + FRESH_MS;
    });
    counted = counting;
    return counting.health;
  };
}

interface Count {
  readonly all: Health['outbox'];
  readonly letters: Health['outbox'];
  readonly alarming: number;
}

function total(counts: readonly Health['outbox'][]): Health['outbox'] {
  const sum = (name: 'waiting' | 'failing' | 'dead') => counts.reduce((all, count) => all + count[name], 0);
  const more = counts.some((count) => count.more) && ({ more: true } as const);
  return { waiting: sum('waiting'), failing: sum('failing'), dead: sum('dead'), ...more };
}

async function countIn(household: Household, { clock }: House, most: number): Promise<Count> {
  const since = clock.now().minus({ days: ALARM_DAYS }).toISO();
  const all = { waiting: 0, failing: 0, dead: 0 };
  const letters = { ...all };
  let alarming = 0;
  const countsOf = ({ kind }: Tried) => (kind === LETTER ? [all, letters] : [all]);
  let owed = 0;
  for await (const job of jobsUnder('job|', household, most)) {
    owed += 1;
    for (const count of countsOf(job)) {
      if (job.attempts > 0) count.failing += 1;
      else if (job.kind === 'deliver' || job.kind === LETTER) count.waiting += 1;
    }
  }
  for await (const job of jobsUnder('dead|', household, most)) {
    for (const count of countsOf(job)) count.dead += 1;
    if (job.dueAt > since) alarming += 1;
  }
  const more = (owed === most || all.dead === most) && ({ more: true } as const);
  return { all: { ...all, ...more }, letters, alarming };
}

type Tried = Pick<Job, 'kind' | 'dueAt'> & { readonly attempts: number };

/** A page at a time, and the bot does other things in between: what is owed may be very much. */
async function* jobsUnder(prefix: string, { records }: Household, most: number): AsyncGenerator<Tried> {
  let cursor: string | undefined;
  let left = most;
  do {
    const limit = Math.min(PAGE, left);
    const page = await records.listPrefix(prefix, { limit, ...(cursor ? { cursor } : {}) });
    for (const { value } of page.rows) yield value as Tried;
    left -= page.rows.length;
    cursor = page.cursor;
    if (cursor) await pause();
  } while (cursor && left > 0);
}

/** Whether what is due first has waited too long: its hint is the first of its shard. */
async function isBehind({ store, clock }: House): Promise<boolean> {
  const to = clock.now().minus({ minutes: BEHIND_MINUTES }).toUTC().toISO();
  const first = DUE_PARTITIONS.map((partition) => store.query(partition, { from: '', to, limit: 1 }));
  return (await Promise.all(first)).some(({ rows }) => rows.length > 0);
}
