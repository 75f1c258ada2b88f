import { type BackedUp, isKept, isSchool, UnusableBackup } from './backup-file';
import { checkOps, LIMITS } from './limits';
import { hintsOf } from './owed-hints';
import { prefixRange } from './prefix';
import { KEY_ROW, type Master } from './seal';
import type { Op, Store } from './store';

/** Stands in a store as long as a restore into it has not come to its end. No school can have this partition. */
export const RESTORING = 'restore|running';
const MARKER = 'marker';

/** Whether a restore was begun here that has not ended: what lies here is not whole. */
export async function isBeingRestored(store: Store): Promise<boolean> {
  return (await store.get(RESTORING, MARKER)) !== undefined;
}

/**
 * Writes every row into an empty store, and what makes owed things due. The store is marked as unfinished until
 * `endRestore`; when it fails here, whoever called clears it.
 * @param at now, UTC: a second restore at the same moment is refused as a Conflict.
 */
export async function restoreRows(
  store: Store,
  rows: AsyncIterable<BackedUp>,
  masterKey: Master,
  at: string,
): Promise<void> {
  await store.insert(RESTORING, MARKER, { at });
  for await (const { partition, ops } of inCommits(rows)) await store.commit(partition, ops);
  for (const school of schoolsIn(await store.partitions())) await hintsOf(store, school, masterKey);
}

export async function endRestore(store: Store): Promise<void> {
  const marker = await store.get(RESTORING, MARKER);
  if (marker) await store.delete(RESTORING, MARKER, marker.etag);
}

/** Takes out every row; the mark goes last, so that a store is empty or known to be unfinished. */
export async function clearStore(store: Store): Promise<void> {
  const partitions = await store.partitions();
  for (const partition of [...partitions.filter((each) => each !== RESTORING), RESTORING]) {
    for (let rows = await firstOf(store, partition); rows.length > 0; rows = await firstOf(store, partition))
      await store.commit(
        partition,
        rows.map(({ key, etag }) => ({ op: 'delete', key, etag })),
      );
  }
}

export function schoolsIn(partitions: readonly string[]): string[] {
  return partitions.filter(isSchool);
}

/**
 * Reads a backup to its end: whole, as it was written, nothing in it that a store could not keep, and the key of each of
 * its schools opens.
 * @throws UnusableBackup, or Unsealable for another key.
 */
export async function checkBackup(
  rows: AsyncIterable<BackedUp>,
  opens: (school: string, key: BackedUp['value']) => Promise<void>,
): Promise<{ readonly schools: number; readonly rows: number }> {
  const schools = new Set<string>();
  let count = 0;
  for await (const { partition, key, value } of rows) {
    if (!isKept(partition))
      throw new UnusableBackup(`The backup holds rows of ${partition}, which this Lantern does not know.`);
    checkOps(partition, [{ op: 'insert', key, value }]);
    if (key === KEY_ROW) await opens(partition, value);
    if (isSchool(partition)) schools.add(partition);
    count += 1;
  }
  return { schools: schools.size, rows: count };
}

interface Commit {
  readonly partition: string;
  readonly ops: readonly Op[];
}

/** A commit takes so many rows that it is surely within the limits: the bytes of one are those of a row four times. */
async function* inCommits(rows: AsyncIterable<BackedUp>): AsyncGenerator<Commit> {
  let commit: { partition: string; ops: Op[] } = { partition: '', ops: [] };
  let characters = 0;
  for await (const { partition, key, value } of rows) {
    const length = JSON.stringify(value).length;
    const isFull = commit.ops.length === LIMITS.commitOps || characters + length > LIMITS.rowBytes / 2;
    if (commit.ops.length > 0 && (isFull || partition !== commit.partition)) {
      yield commit;
      commit = { partition, ops: [] };
      characters = 0;
    }
    commit.partition = partition;
    commit.ops.push({ op: 'insert', key, value });
    characters += length;
  }
  if (commit.ops.length > 0) yield commit;
}

async function firstOf(store: Store, partition: string) {
  return (await store.query(partition, { ...prefixRange(''), limit: LIMITS.commitOps })).rows;
}
