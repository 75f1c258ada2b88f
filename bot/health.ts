import { DUE_PARTITIONS } from '../infra/outbox';
import { COUNTED, countIn, type Owed } from './count-owed';
import type { House } from './house';
import { lastCounts } from './last-counts';
import { insistOnRoom } from './room';

/** How the bot is, in numbers alone: anybody may ask. */
export interface Health {
  readonly status: 'ok' | 'failing';
  readonly store: 'ok' | 'failing';
  readonly outbox: Owed;
  readonly channels: Readonly<Record<string, 'on' | 'off'>>;
  /** E-mails to people whom chat does not reach; they are counted in `outbox` as well. Absent without a mail server. */
  readonly mail?: Owed;
}

/** Counted anew at most so often, however many ask. */
const FRESH_MS = 1000;
/** What is not counted may be refused as well; where it has waited for so long, somebody was not reached. */
const BEHIND_MINUTES = 10;

/**
 * Counts what is owed, over all schools; in a house of many, of those that are not open from its start, as it was counted when a
 * round last came by. Failing: the store keeps nothing or does not answer, somebody was not reached, or more is owed than
 * is counted and it does not go out.
 * @param most so many of a school.
 */
export async function healthOf(house: House, most: number = COUNTED): Promise<Health> {
  const isOn = (name: string) => (house.channels.some((channel) => channel.name === name) ? 'on' : 'off');
  const channels = { teams: isOn('teams'), slack: isOn('slack'), mail: house.mail ? 'on' : 'off' } as const;
  try {
    await insistOnRoom(house.store);
    const open = [...house.households.values()].map((household) => countIn(household, house, most));
    const counts = [...(await Promise.all(open)), ...(house.others ? await lastCounts(house) : [])];
    const alarming = counts.reduce((sum, count) => sum + count.alarming, 0);
    const outbox = total(counts.map(({ all }) => all));
    const mail = house.mail ? { mail: total(counts.map(({ letters }) => letters)) } : {};
    const isFailing = outbox.failing + alarming > 0 || (outbox.more && (await isBehind(house)));
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

function total(counts: readonly Owed[]): Owed {
  const sum = (name: 'waiting' | 'failing' | 'dead') => counts.reduce((all, count) => all + count[name], 0);
  const more = counts.some((count) => count.more) && ({ more: true } as const);
  return { waiting: sum('waiting'), failing: sum('failing'), dead: sum('dead'), ...more };
}

/** Whether what is due first has waited too long: its hint is the first of its shard. */
async function isBehind({ store, clock }: House): Promise<boolean> {
  const to = clock.now().minus({ minutes: BEHIND_MINUTES }).toUTC().toISO();
  const first = DUE_PARTITIONS.map((partition) => store.query(partition, { from: '', to, limit: 1 }));
  return (await Promise.all(first)).some(({ rows }) => rows.length > 0);
}
