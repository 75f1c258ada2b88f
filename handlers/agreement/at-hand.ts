import { lastKey } from '../../domain/agreed';
import type { Person } from '../../domain/school';
import type { Kept } from '../../infra/records';
import type { Desk } from '../capability';
import { placeKey } from './campaign/rows';

/** Rows of one page of the store. */
const PAGE = 1000;
/** So many rows are read for each person; one of theirs is among them, and the others are of people who have left. */
const AMONG = 3;

/** As the store has them. */
export function inOrder(people: readonly Person[]): Person[] {
  return [...people].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * The same desk, with what is kept of so many people and one agreement read in two goes instead of one go a person. Of
 * those who have left rows stay between theirs: where there are many, whoever comes behind them is read alone.
 * @param ids in the order of the alphabet, as the store has them.
 */
export async function atHand(desk: Desk, agreement: string, ids: readonly string[]): Promise<Desk> {
  if (ids.length === 0) return desk;
  const near = await Promise.all(
    [lastKey, placeKey].map((keyOf) => stretchOf(ids, (id) => keyOf(agreement, id), desk)),
  );
  const get = async (key: string) => {
    const stretch = near.find(({ asked, end }) => asked.has(key) && key < end);
    return stretch ? stretch.rows.get(key) : desk.records.get(key);
  };
  return { ...desk, records: { ...desk.records, get } };
}

/** Rows that were read together: what is asked for before the end and is not among them is not there. */
interface Stretch {
  readonly asked: ReadonlySet<string>;
  readonly rows: ReadonlyMap<string, Kept>;
  readonly end: string;
}

async function stretchOf(ids: readonly string[], keyOf: (id: string) => string, { records }: Desk): Promise<Stretch> {
  const asked = new Set(ids.map(keyOf));
  const rows = new Map<string, Kept>();
  const range = { from: keyOf(ids[0] ?? ''), to: `${keyOf(ids.at(-1) ?? '')}~` };
  const most = Math.min(PAGE, AMONG * ids.length);
  let read = 0;
  let cursor: string | undefined;
  do {
    const page = await records.peek({ ...range, limit: most - read, ...(cursor ? { cursor } : {}) });
    for (const { key, etag, open } of page.rows) if (asked.has(key)) rows.set(key, { key, etag, value: open() });
    read += page.rows.length;
    cursor = page.cursor;
    const last = page.rows.at(-1)?.key;
    if (cursor && read >= most && last) return { asked, rows, end: `${last}!` };
  } while (cursor);
  return { asked, rows, end: range.to };
}
