import { rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { clearStore, endRestore, isBeingRestored, RESTORING } from '../infra/backup-restore';
import { flushFolder } from '../infra/flush-folder';
import { takeHome } from '../infra/home-lock';
import { openSqlite } from '../infra/sqlite';
import type { Store } from '../infra/store';
import type { Settings } from './config';
import { HalfRestored, openStore } from './ground';

/** Something is kept here already. The message is for the person at the console, and nothing was changed. */
export class NotEmpty extends Error {
  override readonly name = 'NotEmpty';
}

/** An empty store to restore into. Exactly one of `keep` and `abandon` is called. */
export interface Place {
  readonly store: Store;
  /** From now on it is the store of this Lantern. */
  keep(): Promise<void>;
  /** All is as it was before. */
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
  return {
    store,
    async keep() {
      await endRestore(store);
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
  if (await isBeingRestored(store)) {
    if (!again)
      throw new HalfRestored(
        'Another restore into these tables is running, or did not come to its end. If none is running, add --again: it takes out what that one wrote and begins anew.',
      );
    await clearStore(store);
  }
  await mustBeEmpty(store, 'these tables', false);
  return { store, keep: () => endRestore(store), abandon: () => clearStore(store) };
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
