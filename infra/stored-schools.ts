import { z } from 'zod';
import type { School } from '../domain/school';
import { parseSchool } from './directory';
import type { Records } from './records';
import { schoolChanges } from './school-changes';
import { Conflict, type Store } from './store';

const SCHOOL_ROW = 'school|file';
/** No school can have this partition for its own: an id holds no bar. */
const LIST = 'schools|all';

/** The school file as its school keeps it, sealed; `digest` is that of the file that it came from. */
const StoredSchool = z.object({ source: z.record(z.string(), z.unknown()), digest: z.string() });
export type StoredSchool = z.infer<typeof StoredSchool> & { readonly school: School };

/** Ids of the schools that this store has been given; the demonstration is not one. */
export async function listSchools(store: Store): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.query(LIST, { from: '', to: '~', limit: 1000, ...(cursor ? { cursor } : {}) });
    ids.push(...page.rows.map(({ key }) => key));
    cursor = page.cursor;
  } while (cursor);
  return ids;
}

/** Lets later starts find this school without its file. */
export async function listSchool(store: Store, id: string): Promise<void> {
  try {
    await store.insert(LIST, id, { listed: true });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}

/** @throws UnusableSchool for one that an older Lantern kept and that no longer reads. */
export async function storedSchool(records: Records, id: string): Promise<StoredSchool | undefined> {
  const kept = await records.get(SCHOOL_ROW);
  if (!kept) return undefined;
  const { source, digest } = StoredSchool.parse(kept.value);
  return { source, digest, school: parseSchool(source, `of ${id} in the store`) };
}

/**
 * Keeps a school file in the store, where it takes the place of the one before.
 * @returns what it changed, line by line; nothing for a school that is new.
 */
export async function rememberSchool(
  records: Records,
  { source, digest, school }: { readonly source: unknown; readonly digest: string; readonly school: School },
): Promise<string[]> {
  const kept = await records.get(SCHOOL_ROW);
  const before = await storedSchool(records, school.id);
  const value = { source, digest };
  await records.commit([
    kept ? { op: 'update', key: SCHOOL_ROW, value, etag: kept.etag } : { op: 'insert', key: SCHOOL_ROW, value },
  ]);
  return before ? schoolChanges(before.school, school) : [];
}
