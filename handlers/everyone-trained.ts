import { TRAINED, Trained } from '../domain/trained';
import type { Desk } from './capability';

const PAGE = 1000;

/** The latest training of everybody of whom any was recorded, by person: one row each. */
export async function everyoneTrained({ records }: Pick<Desk, 'records'>): Promise<ReadonlyMap<string, Trained>> {
  const all = new Map<string, Trained>();
  let cursor: string | undefined;
  do {
    const page = await records.listPrefix(TRAINED, { limit: PAGE, ...(cursor ? { cursor } : {}) });
    for (const { key, value } of page.rows) all.set(key.slice(TRAINED.length), Trained.parse(value));
    cursor = page.cursor;
  } while (cursor);
  return all;
}
