import type { DateTime } from 'luxon';
import { z } from 'zod';
import type { Records } from './records';
import { Conflict } from './store';

/*
 * How often something happened in a month, one row a month (`count|declined|2026-11`), and nothing of what it was about.
 */

const Count = z.object({ times: z.int().min(0) });
const TRIES = 5;

/** How often in the month of this instant. */
export async function timesIn(name: string, at: DateTime<true>, records: Pick<Records, 'get'>): Promise<number> {
  const kept = await records.get(keyOf(name, at));
  return kept ? Count.parse(kept.value).times : 0;
}

/** Adds one. When many come at once and one of them is not counted, nobody waits: it is a statistic. */
export async function countOne(name: string, at: DateTime<true>, records: Records): Promise<void> {
  const key = keyOf(name, at);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const kept = await records.get(key);
    const value = { times: (kept ? Count.parse(kept.value).times : 0) + 1 };
    try {
      return await records.commit([
        kept ? { op: 'update', key, value, etag: kept.etag } : { op: 'insert', key, value },
      ]);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
}

function keyOf(name: string, at: DateTime<true>): string {
  return `count|${name}|${at.toFormat('yyyy-MM')}`;
}
