import { prefixRange } from './prefix';
import type { Kept, Records, Unopened } from './records';

/** Read from the store at once. */
const ROWS = 500;

/** Every row of a school whose key begins with `prefix`, in the order of the keys, a page at a time. */
export async function* everyRow(
  { records }: { readonly records: Pick<Records, 'listPrefix'> },
  prefix: string,
): AsyncGenerator<Kept> {
  let cursor: string | undefined;
  do {
    const page = await records.listPrefix(prefix, { limit: ROWS, ...(cursor ? { cursor } : {}) });
    yield* page.rows;
    cursor = page.cursor;
  } while (cursor);
}

/** The same, each opened only when its reader asks. */
export async function* everyUnopened(
  { records }: { readonly records: Pick<Records, 'peek'> },
  prefix: string,
): AsyncGenerator<Unopened> {
  const range = prefixRange(prefix);
  let cursor: string | undefined;
  do {
    const page = await records.peek({ ...range, limit: ROWS, ...(cursor ? { cursor } : {}) });
    yield* page.rows;
    cursor = page.cursor;
  } while (cursor);
}
