import type { Recorded } from '../connector/record';

/** Every message that was posted, and those that were posted more than once. */
export interface Posts {
  readonly messages: number;
  readonly again: readonly Again[];
  /** Ids of the jobs that were delivered, as a message or as a change of one. */
  readonly delivered: ReadonlySet<string>;
}

/** One message that stands somewhere twice. */
export interface Again {
  readonly job: string;
  /** `killed before it was kept`: the process that had posted it died before the store knew. */
  readonly why: 'killed before it was kept' | 'unknown';
  /** From the first time to the kill, and to the second time, in milliseconds. */
  readonly killedAfter: number | undefined;
  readonly againAfter: number;
}

/** Nothing takes so long between the answer of the platform and the store. */
const KEPT_WITHIN_MS = 10_000;

/** @param kills when each of them was, in milliseconds since 1970. */
export function postsIn(recorded: readonly Recorded[], kills: readonly number[]): Posts {
  const first = new Map<string, Recorded>();
  const delivered = new Set<string>();
  const again: Again[] = [];
  for (const each of recorded) {
    const { job, kind, status, at } = each;
    if (job === undefined || status >= 400 || (kind !== 'post' && kind !== 'update')) continue;
    delivered.add(job);
    if (kind === 'update') continue;
    const before = first.get(job);
    if (!before) first.set(job, each);
    else again.push(againOf(job, before.at, at, kills));
  }
  return { messages: first.size, again, delivered };
}

function againOf(job: string, first: number, second: number, kills: readonly number[]): Again {
  const kill = kills.find((at) => at >= first && at <= Math.min(second, first + KEPT_WITHIN_MS));
  const killedAfter = kill === undefined ? undefined : kill - first;
  const why = kill === undefined ? 'unknown' : 'killed before it was kept';
  return { job, why, killedAfter, againAfter: second - first };
}
