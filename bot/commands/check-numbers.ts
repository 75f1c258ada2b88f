import { z } from 'zod';
import type { Store } from '../../infra/store';
import { type Looked, keysUnder, openRow } from './bare-rows';
import type { Fault } from './chain';

/** How references of one kind are given out: a counter a year, and what its numbers are called. */
export interface Numbered {
  /** Keys of the counters, up to the year. */
  readonly counters: string;
  refOf(year: number, number: number): string;
}

const Counter = z.object({ last: z.number().int() });

/** No school has more of a kind in a year; a number beyond it is a damaged row. */
const MOST = 100_000;

const MISSING = 'is missing';
const UNCOUNTED = 'stands beyond the last number that was given out: the counter of its year was changed, or is gone';

/**
 * What the counters tell. A reference that was given out and that nothing has: somebody took it away with all its
 * entries. And one in each year that no counter has reached: then what came behind it may be gone as well.
 */
export async function checkNumbers(
  store: Store,
  refs: readonly string[],
  { counters, refOf }: Numbered,
  household: Looked,
): Promise<Fault[]> {
  const left = new Set(refs);
  const faults: Fault[] = [];
  for (const key of (await keysUnder(store, household.school.id, counters)).keys) {
    const counter = Counter.safeParse((await openRow(key, household)).value);
    const last = counter.success ? Math.min(counter.data.last, MOST) : 0;
    for (let number = 1; number <= last; number++) {
      const ref = refOf(Number(key.slice(counters.length)), number);
      if (!left.delete(ref)) faults.push({ ref, why: MISSING });
    }
  }
  const beyond = new Map([...left].sort().map((ref) => [yearOf(ref), ref]));
  return [...faults, ...[...beyond.values()].map((ref) => ({ ref, why: UNCOUNTED }))];
}

function yearOf(ref: string): string {
  return ref.split('-').at(-2) ?? '';
}
