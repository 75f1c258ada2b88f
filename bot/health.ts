import type { Job } from '../infra/outbox';
import type { House, Household } from './house';

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
}

/** A message that was given up is an alarm for so long; after that it only counts. */
const ALARM_DAYS = 14;
/** Counted anew at most so often, however many ask. */
const FRESH_MS = 1000;
const PAGE = 500;

/** Counts what is owed, over all schools. Failing: the store does not answer, or somebody was not reached. */
export async function healthOf(house: House): Promise<Health> {
  const channels = Object.fromEntries(
    (['teams', 'slack'] as const).map(
      (name) => [name, house.channels.some((channel) => channel.name === name) ? 'on' : 'off'] as const,
    ),
  );
  try {
    const counts = await Promise.all([...house.households.values()].map((household) => countIn(household, house)));
    const [waiting, failing, dead, alarming] = [0, 1, 2, 3].map((at) =>
      counts.reduce((sum, count) => sum + (count[at] ?? 0), 0),
    );
    const outbox = { waiting: waiting ?? 0, failing: failing ?? 0, dead: dead ?? 0 };
    return { status: outbox.failing + (alarming ?? 0) > 0 ? 'failing' : 'ok', store: 'ok', outbox, channels };
  } catch (error) {
    house.log('store failed', { error });
    return { status: 'failing', store: 'failing', outbox: { waiting: 0, failing: 0, dead: 0 }, channels };
  }
}

/** The same, counted at most once a second. */
export function openHealth(house: () => House): () => Promise<Health> {
  let counted: { readonly at: number; readonly health: Promise<Health> } | undefined;
  return () => {
    if (!counted || performance.now() - counted.at > FRESH_MS)
      counted = { at: performance.now(), health: healthOf(house()) };
    return counted.health;
  };
}

type Count = readonly [waiting: number, failing: number, dead: number, alarming: number];

async function countIn(household: Household, { clock }: House): Promise<Count> {
  const now = clock.now();
  const owed = await jobsUnder('job|', household);
  const dead = await jobsUnder('dead|', household);
  const since = now.minus({ days: ALARM_DAYS }).toISO();
  return [
    owed.filter((job) => job.attempts === 0 && job.kind === 'deliver').length,
    owed.filter((job) => job.attempts > 0).length,
    dead.length,
    dead.filter(({ dueAt }) => dueAt > since).length,
  ];
}

type Tried = Pick<Job, 'kind' | 'dueAt'> & { readonly attempts: number };

async function jobsUnder(prefix: string, { records }: Household): Promise<Tried[]> {
  const found: Tried[] = [];
  let cursor: string | undefined;
  do {
    const page = await records.listPrefix(prefix, { limit: PAGE, ...(cursor ? { cursor } : {}) });
    found.push(...page.rows.map(({ value }) => value as Tried));
    cursor = page.cursor;
  } while (cursor);
  return found;
}
