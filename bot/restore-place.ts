import { rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  beginRestore,
  clearRows,
  clearStore,
  endRestore,
  isBeingRestored,
  RESTORING,
  TakenOver,
  takeOverRestore,
} from '../infra/backup-restore';
import { flushFolder } from '../infra/flush-folder';
import { takeHome } from '../infra/home-lock';
import { openSqlite } from '../infra/sqlite';
import { Conflict, type Store } from '../infra/store';
import type { Settings } from './config';
import { HalfRestored, openStore } from './ground';

/** Something is kept here already. The message is for the person at the console, and nothing was changed. */
export class NotEmpty extends Error {
  override readonly name = 'NotEmpty';
}

/** An empty store to restore into. Exactly one of `keep` and `abandon` is called. */
export interface Place {
  readonly store: Store;
  /** What this restore is known by. */
  readonly by: string;
  /** From now on it is the store of this Lantern. @throws TakenOver. */
  keep(): Promise<void>;
  /** All is as it was before; what another restore has taken over stays as that has it. */
  abandon(): Promise<void>;
}

/**
 * @param again clears first what a restore left that did not come to its end.
 * @throws NotEmpty, HomeTaken or HalfRestored; nothing has changed then.
 */
export async function openPlace({ store, home }: Settings, again: boolean): Promise<Place> {
  if (store.kind === 'azure') return inTable(await openStore(store), again);
  const release = takeHome(home);
  try {
    return await besideFile(store.file, release);
  } catch (error) {
    release();
    throw error;
  }
}

/** A database of its own, which takes the name of the store once it is whole: there is nothing half-way. */
async function besideFile(file: string, release: () => void): Promise<Place> {
  await fileMustBeEmpty(file);
  const draft = `${file}.restoring`;
  await removeDatabase(draft);
  const store = openSqlite(draft, true);
  const by = await beginRestore(store);
  return {
    store,
    by,
    async keep() {
      await endRestore(store, by);
      await store.close();
      // Somebody at the command line may have kept something there meanwhile.
      await fileMustBeEmpty(file);
      await removeDatabase(file);
      await rename(draft, file);
      await removeDatabase(draft);
      await flushFolder(dirname(file));
      release();
    },
    async abandon() {
      await store.close();
      await removeDatabase(draft);
      release();
    },
  };
}

async function fileMustBeEmpty(file: string): Promise<void> {
  if ((await stat(file).catch(() => undefined)) !== undefined) await mustBeEmpty(openSqlite(file), file);
}

/** A table has no draft, so it says that it is not whole until it is. */
async function inTable(store: Store, again: boolean): Promise<Place> {
  const isHalf = await isBeingRestored(store);
  if (isHalf && !again) throw halfRestored();
  // What a bot may be working on is not marked, not for a moment.
  if (!isHalf) await mustBeEmpty(store, 'these tables', false);
  const by = await (isHalf ? takeOverRestore(store) : beginRestore(store)).catch(halfIfConflict);
  if (isHalf) await clearRows(store, by);
  try {
    // Another restore may have come to its end in between.
    await mustBeEmpty(store, 'these tables', false);
  } catch (error) {
    // What the restore before wrote last may have come late: the mark stays, and --again takes that out as well.
    if (isHalf) throw halfRestored();
    await endRestore(store, by);
    throw error;
  }
  return {
    store,
    by,
    keep: () => endRestore(store, by),
    abandon: () => clearStore(store, by).catch(unlessTakenOver),
  };
}

function halfRestored(): HalfRestored {
  return new HalfRestored(
    'Another restore into these tables is running, or did not come to its end. If none is running, add --again: it takes out what that one wrote and begins anew.',
  );
}

function halfIfConflict(error: unknown): never {
  throw error instanceof Conflict ? halfRestored() : error;
}

function unlessTakenOver(error: unknown): void {
  if (!(error instanceof TakenOver)) throw error;
}

async function mustBeEmpty(store: Store, where: string, closes = true): Promise<void> {
  const held = (await store.partitions()).filter((partition) => partition !== RESTORING);
  if (closes) await store.close();
  if (held.length > 0)
    throw new NotEmpty(
      `Something is kept in ${where} already, and a backup is restored into an empty place only. Nothing was changed. Give it a new LANTERN_HOME, or other tables.`,
    );
}

async function removeDatabase(file: string): Promise<void> {
  for (const part of ['', '-wal', '-shm']) await rm(`${file}${part}`, { force: true });
}
