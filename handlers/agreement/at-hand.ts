import { lastKey } from '../../domain/agreed';
import type { Person } from '../../domain/school';
import type { Kept } from '../../infra/records';
import type { Desk } from '../capability';
import { placeKey } from './campaign/rows';

/** Rows of one page of the store. */
const PAGE = 1000;

/** As the store has them. */
export function inOrder(people: readonly Person[]): Person[] {
  return [...people].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * The same desk, with what is kept of so many people and one agreement read in two goes instead of one go a person.
 * @param ids in the order of the alphabet, as the store has them.
 */
export async function atHand(desk: Desk, agreement: string, ids: readonly string[]): Promise<Desk> {
  const first = ids[0] ?? '';
  const last = ids.at(-1) ?? '';
  const asked = new Set<string>();
  const known = new Map<string, Kept>();
  for (const keyOf of [lastKey, placeKey]) {
    for (const id of ids) asked.add(keyOf(agreement, id));
    let cursor: string | undefined;
    do {
      const range = { from: keyOf(agreement, first), to: `${keyOf(agreement, last)}~`, limit: PAGE };
      const page = await desk.records.list({ ...range, ...(cursor ? { cursor } : {}) });
      for (const row of page.rows) known.set(row.key, row);
      cursor = page.cursor;
    } while (cursor);
  }
  const get = async (key: string) => (asked.has(key) ? known.get(key) : desk.records.get(key));
  return { ...desk, records: { ...desk.records, get } };
}
