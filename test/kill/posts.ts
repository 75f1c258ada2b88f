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
  /** `cut off before it was kept`: the process that had posted it was killed, or held up, before the store knew. */
  readonly why: 'cut off before it was kept' | 'unknown';
  /** From the first time to that instant, and to the second time, in milliseconds. */
  readonly cutAfter: number | undefined;
  readonly againAfter: number;
}

/**
 * Seconds from an instant until the last of these messages had gone out; undefined where none of them did after it.
 * @param held ids of their jobs.
 */
export function secondsUntilSent(
  held: readonly string[],
  at: number,
  recorded: readonly Recorded[],
): number | undefined {
  const sent = recorded.filter(({ job, at: when, status }) => status < 400 && when > at && job && held.includes(job));
  return sent.length === 0 ? undefined : (Math.max(...sent.map(({ at: when }) => when)) - at) / 1000;
}

/** Nothing takes so long between the answer of the platform and the store. */
const KEPT_WITHIN_MS = 10_000;

/** @param cuts when a process was killed or held up, in milliseconds since 1970. */
export function postsIn(recorded: readonly Recorded[], cuts: readonly number[]): Posts {
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
    else again.push(againOf(job, before.at, at, cuts));
  }
  return { messages: first.size, again, delivered };
}

function againOf(job: string, first: number, second: number, cuts: readonly number[]): Again {
  const cut = cuts.find((at) => at >= first && at <= Math.min(second, first + KEPT_WITHIN_MS));
  const cutAfter = cut === undefined ? undefined : cut - first;
  const why = cut === undefined ? 'unknown' : 'cut off before it was kept';
  return { job, why, cutAfter, againAfter: second - first };
}
