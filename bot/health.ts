import { setImmediate as pause } from 'node:timers/promises';
import type { Job } from '../infra/outbox';
import type { House, Household } from './house';
import { LETTER } from './letters';

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

/** Counts what is owed, over all schools. Failing: the store does not answer, or somebody was not reached. */
export async function healthOf(house: House): Promise<Health> {
  const isOn = (name: string) => (house.channels.some((channel) => channel.name === name) ? 'on' : 'off');
  const channels = { teams: isOn('teams'), slack: isOn('slack'), mail: house.mail ? 'on' : 'off' } as const;
  try {
    const counts = await Promise.all([...house.households.values()].map((household) => countIn(household, house)));
    const sum = (of: (count: Count) => number) => counts.reduce((total, count) => total + of(count), 0);
    const outbox = total(counts.map(({ all }) => all));
    const mail = house.mail ? { mail: total(counts.map(({ letters }) => letters)) } : {};
    const isFailing = outbox.failing + sum(({ alarming }) => alarming) > 0;
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
  const sum = (name: keyof Health['outbox']) => counts.reduce((all, count) => all + count[name], 0);
  return { waiting: sum('waiting'), failing: sum('failing'), dead: sum('dead') };
}

async function countIn(household: Household, { clock }: House): Promise<Count> {
  const since = clock.now().minus({ days: ALARM_DAYS }).toISO();
  const all = { waiting: 0, failing: 0, dead: 0 };
  const letters = { ...all };
  let alarming = 0;
  const countsOf = ({ kind }: Tried) => (kind === LETTER ? [all, letters] : [all]);
  for await (const job of jobsUnder('job|', household)) {
    for (const count of countsOf(job)) {
      if (job.attempts > 0) count.failing += 1;
      else if (job.kind === 'deliver' || job.kind === LETTER) count.waiting += 1;
    }
  }
  for await (const job of jobsUnder('dead|', household)) {
    for (const count of countsOf(job)) count.dead += 1;
    if (job.dueAt > since) alarming += 1;
  }
  return { all, letters, alarming };
}

type Tried = Pick<Job, 'kind' | 'dueAt'> & { readonly attempts: number };

/** A page at a time, and the bot does other things in between: what is owed may be very much. */
async function* jobsUnder(prefix: string, { records }: Household): AsyncGenerator<Tried> {
  let cursor: string | undefined;
  do {
    const page = await records.listPrefix(prefix, { limit: PAGE, ...(cursor ? { cursor } : {}) });
    for (const { value } of page.rows) yield value as Tried;
    cursor = page.cursor;
    if (cursor) await pause();
  } while (cursor);
}
