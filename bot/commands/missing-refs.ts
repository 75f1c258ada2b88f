import { z } from 'zod';
import { refFor } from '../../handlers/concern/rules';
import type { Store } from '../../infra/store';
import type { Household } from '../house';
import { keysUnder, openRow } from './bare-rows';

const Counter = z.object({ last: z.number().int() });
const COUNTERS = 'counter|concern|';

/** No school has more concerns in a year; a number beyond it is a damaged row. */
const MOST = 100_000;

/** References that were given out, year by year, and that no concern has: somebody took away a concern with all its entries. */
export async function missingRefs(store: Store, refs: readonly string[], household: Household): Promise<string[]> {
  const there = new Set(refs);
  const missing: string[] = [];
  for (const key of (await keysUnder(store, household.school.id, COUNTERS)).keys) {
    const counter = Counter.safeParse((await openRow(key, household)).value);
    const last = counter.success ? Math.min(counter.data.last, MOST) : 0;
    for (let number = 1; number <= last; number++) {
      const ref = refFor(household.school.id, Number(key.slice(COUNTERS.length)), number);
      if (!there.has(ref)) missing.push(ref);
    }
  }
  return missing;
}
