import { type Clock, runningClock } from '../infra/clock';
import { openAzureTables } from '../infra/azure-tables';
import { isBeingRestored } from '../infra/backup-restore';
import { masterKey } from '../infra/master-key';
import { openSqlite } from '../infra/sqlite';
import { masterKeyFrom } from '../infra/seal';
import type { Store } from '../infra/store';
import type { Settings } from './config';

/** What every house stands on, whether it serves a school or answers one command. */
export interface Ground {
  readonly store: Store;
  readonly masterKey: Buffer;
  /** Of before, while the key is being changed: they open, and wrap nothing. */
  readonly olderKeys?: readonly Buffer[];
  readonly clock: Clock;
}

/** A restore into this store was stopped half-way: what lies there is not whole, and nothing may work on it. */
export class HalfRestored extends Error {
  override readonly name = 'HalfRestored';
}

export async function openGround({ store, home, key, oldKey, startsAt }: Settings): Promise<Ground> {
  const master = await masterKey(home, key);
  const olderKeys = oldKey === undefined ? [] : [masterKeyFrom(oldKey)];
  return { store: await openWhole(store), masterKey: master, olderKeys, clock: runningClock(startsAt) };
}

async function openWhole(where: Settings['store']): Promise<Store> {
  const store = await openStore(where);
  if (!(await isBeingRestored(store))) return store;
  await store.close();
  throw new HalfRestored(
    'A backup is being restored here, or was and has not come to its end. If nothing is running, run the restore again with --again.',
  );
}

export async function openStore(where: Settings['store']): Promise<Store> {
  return where.kind === 'sqlite' ? openSqlite(where.file) : openAzureTables(where);
}
