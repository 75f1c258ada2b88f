import { readKeys, Shredded } from './key-row';
import { DUE_PARTITIONS } from './outbox';
import { prefixRange } from './prefix';
import { Conflict, type Store } from './store';
import { KEY_ROW } from './wrapper';

/**
 * Destroys the keys of a school: nothing of it opens again, here or anywhere, unless somebody has a copy of them in a
 * backup. Who said so, and when, stays in their place.
 * @param by the operator's own word. @param at now, UTC.
 * @returns false when there is no such school. @throws Shredded when it was done before.
 */
export async function shredSchool(store: Store, school: string, by: string, at: string): Promise<boolean> {
  const kept = await readKeys(store, school).catch(async (error) => {
    // It may have been stopped half-way, and messages may have come to be owed until every process knew.
    if (error instanceof Shredded) await forgetAllHints(store, school);
    throw error;
  });
  if (!kept) return false;
  await store.update(school, KEY_ROW, { shreddedAt: at, shreddedBy: by }, kept.etag);
  await forgetAllHints(store, school);
  return true;
}

/** What it owed is owed to nobody any more, and no tick looks for it. */
async function forgetAllHints(store: Store, school: string): Promise<void> {
  for (const partition of DUE_PARTITIONS) await forgetHints(store, partition, school);
}

async function forgetHints(store: Store, partition: string, school: string): Promise<void> {
  let cursor: string | undefined;
  do {
    const page = await store.query(partition, { ...prefixRange(''), limit: 500, ...(cursor ? { cursor } : {}) });
    for (const { key, etag, value } of page.rows)
      if (value.school === school) await store.delete(partition, key, etag).catch(unlessGone);
    cursor = page.cursor;
  } while (cursor);
}

function unlessGone(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}
