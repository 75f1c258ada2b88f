import type { School } from '../../domain/school';
import { prefixRange } from '../../infra/prefix';
import type { Records } from '../../infra/records';
import { Unsealable } from '../../infra/seal';
import type { Store } from '../../infra/store';

/** A row as somebody may have left it who had the database open. */
export interface BareRow {
  readonly state: 'there' | 'missing' | 'unreadable';
  readonly value?: unknown;
}

/** As much of a school as it takes to look whether its rows are as they were written. */
export interface Looked {
  readonly school: Pick<School, 'id'>;
  readonly records: Records;
}

/** Opens one row. One that cannot be opened is a finding here, and no error. */
export async function openRow(key: string, { records }: Pick<Looked, 'records'>): Promise<BareRow> {
  try {
    const kept = await records.get(key);
    return kept ? { state: 'there', value: kept.value } : { state: 'missing' };
  } catch (error) {
    if (error instanceof Unsealable || isNoRow(error)) return { state: 'unreadable' };
    throw error;
  }
}

/** Every key of this school that begins with `prefix`; not whole when a row among them is none any more. */
export async function keysUnder(
  store: Store,
  school: string,
  prefix: string,
): Promise<{ keys: string[]; isWhole: boolean }> {
  const keys: string[] = [];
  let cursor: string | undefined;
  try {
    do {
      const page = await store.query(school, { ...prefixRange(prefix), limit: 1000, ...(cursor ? { cursor } : {}) });
      keys.push(...page.rows.map(({ key }) => key));
      cursor = page.cursor;
    } while (cursor);
    return { keys, isWhole: true };
  } catch (error) {
    if (!isNoRow(error)) throw error;
    return { keys, isWhole: false };
  }
}

/** What a store says of a row whose body is not one: no JSON, or JSON of another shape. */
function isNoRow(error: unknown): boolean {
  return (
    error instanceof Error && (error.name === 'SyntaxError' || error.name === 'ZodError' || error.name === '$ZodError')
  );
}
