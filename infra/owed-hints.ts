import { z } from 'zod';
import { hint } from './outbox';
import { prefixRange } from './prefix';
import { openRecords, type Unopened } from './records';
import { KEY_ROW, type Master, openSeal, Unsealable } from './seal';
import type { Store } from './store';

const Owed = z.object({ id: z.string(), kind: z.string(), dueAt: z.string(), data: z.unknown() });
const PAGE = 200;

/**
 * Makes everything that a school owes due again: each job gets the hint by which a tick finds it. One that cannot be
 * opened gets none, and is in nobody's way; a school that was shredded owes nothing any more.
 */
export async function hintsOf(store: Store, school: string, masterKey: Master): Promise<void> {
  const seal = (await store.get(school, KEY_ROW)) && (await openSeal(store, school, masterKey).catch(noneIfShut));
  if (!seal) return;
  const records = openRecords(store, seal, school);
  let cursor: string | undefined;
  do {
    const page = await records.peek({ ...prefixRange('job|'), limit: PAGE, ...(cursor ? { cursor } : {}) });
    await Promise.all(page.rows.map((row) => hintOf(row, store, school)));
    cursor = page.cursor;
  } while (cursor);
}

async function hintOf(row: Unopened, store: Store, school: string): Promise<void> {
  try {
    await hint(store, school, Owed.parse(row.open()));
  } catch (error) {
    noneIfShut(error);
  }
}

function noneIfShut(error: unknown): undefined {
  if (!(error instanceof Unsealable)) throw error;
}
