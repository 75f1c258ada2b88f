import type { Kept } from '../infra/records';
import type { Household } from './house';

/** Every row of a school that begins with `prefix`, a page at a time. */
export async function* everyRow({ records }: Pick<Household, 'records'>, prefix: string): AsyncGenerator<Kept> {
  let cursor: string | undefined;
  do {
    const page = await records.listPrefix(prefix, { limit: 500, ...(cursor ? { cursor } : {}) });
    yield* page.rows;
    cursor = page.cursor;
  } while (cursor);
}
