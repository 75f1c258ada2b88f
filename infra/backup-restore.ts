import { randomUUID } from 'node:crypto';
import { type BackedUp, isKept, isSchool, UnusableBackup } from './backup-file';
import { checkOps, LIMITS } from './limits';
import { hintsOf } from './owed-hints';
import { prefixRange } from './prefix';
import { KEY_ROW, type Master } from './seal';
import { Conflict, type Op, type Row, type Store } from './store';

/** Stands in a store as long as a restore into it has not come to its end. No school can have this partition. */
export const RESTORING = 'restore|running';
const MARKER = 'marker';

/** Whether a restore was begun here that has not ended: what lies here is not whole. */
export async function isBeingRestored(store: Store): Promise<boolean> {
  return (await store.get(RESTORING, MARKER)) !== undefined;
}

/** Another restore has taken the place over: this one leaves everything there as it is. */
export class TakenOver extends Error {
  override readonly name = 'TakenOver';
}

/**
 * Marks a store as being restored into, before anything is looked at or written there, so that of two restores at once one
 * alone goes on.
 * @returns what this restore is known by. @throws Conflict where another has marked it.
 */
export async function beginRestore(store: Store): Promise<string> {
  const by = randomUUID();
  await store.insert(RESTORING, MARKER, { by });
  return by;
}

/** The same in the place of a restore that did not come to its end. @throws Conflict where it has since, or another was first. */
export async function takeOverRestore(store: Store): Promise<string> {
  const marker = await store.get(RESTORING, MARKER);
  if (!marker) throw new Conflict('No restore is running here any more.');
  const by = randomUUID();
  await store.update(RESTORING, MARKER, { by }, marker.etag);
  return by;
}

/**
 * Writes every row into an empty store, and what makes owed things due. The store is marked as unfinished until
 * `endRestore`; when it fails here, whoever called clears it.
 * @param by what `beginRestore` gave. @throws TakenOver.
 */
export async function restoreRows(
  store: Store,
  rows: AsyncIterable<BackedUp>,
  masterKey: Master,
  by: string,
): Promise<void> {
  for await (const { partition, ops } of inCommits(rows)) {
    await ownMarker(store, by);
    await store.commit(partition, ops);
  }
  for (const school of schoolsIn(await store.partitions())) {
    await ownMarker(store, by);
    await hintsOf(store, school, masterKey);
  }
}

/** @throws TakenOver where the mark is another's. */
export async function endRestore(store: Store, by: string): Promise<void> {
  const { etag } = await ownMarker(store, by);
  await store.delete(RESTORING, MARKER, etag);
}

/** Takes out every row and then the mark, so that a store is empty or known to be unfinished. @throws TakenOver. */
export async function clearStore(store: Store, by: string): Promise<void> {
  await clearRows(store, by);
  await endRestore(store, by);
}

/** Takes out every row but the mark. @throws TakenOver. */
export async function clearRows(store: Store, by: string): Promise<void> {
  await ownMarker(store, by);
  for (const partition of (await store.partitions()).filter((each) => each !== RESTORING)) {
    for (let rows = await firstOf(store, partition); rows.length > 0; rows = await firstOf(store, partition)) {
      await ownMarker(store, by);
      await store.commit(
        partition,
        rows.map(({ key, etag }) => ({ op: 'delete', key, etag })),
      );
    }
  }
}

/** Asked before each write: whoever was held up may find that somebody has begun anew. */
async function ownMarker(store: Store, by: string): Promise<Row> {
  const marker = await store.get(RESTORING, MARKER);
  if (marker?.value.by === by) return marker;
  throw new TakenOver('Another restore has taken this place over. This one has stopped and left it as it is.');
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
