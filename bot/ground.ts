import { type Clock, runningClock } from '../infra/clock';
import { azureIdentity } from '../infra/azure-identity';
import { isBeingRestored } from '../infra/backup-restore';
import { openKeyVault } from '../infra/key-vault';
import { keyFromSecret, masterKey } from '../infra/master-key';
import { openSqlite } from '../infra/sqlite';
import type { Store } from '../infra/store';
import type { Wrapper } from '../infra/wrapper';
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

/** @param vault what opens a key that was wrapped elsewhere; Azure Key Vault where the settings name a key there. */
export async function openGround(settings: Settings, vault: Wrapper | undefined = vaultOf(settings)): Promise<Ground> {
  const { store, home, key, oldKey, startsAt } = settings;
  const master = await masterKey(home, key, vault);
  const olderKeys = oldKey === undefined ? [] : [await keyFromSecret(oldKey, vault)];
  return { store: await openWhole(store), masterKey: master, olderKeys, clock: runningClock(startsAt) };
}

/** Nobody has been asked yet: it is, when something is to be opened. */
export function vaultOf({ keyVault }: Settings): Wrapper | undefined {
  return keyVault === undefined ? undefined : openKeyVault(keyVault);
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
  if (where.kind === 'sqlite') return openSqlite(where.file);
  const { openAzureTables } = loadAzureTables();
  const isSigned = 'connectionString' in where || new URL(where.endpoint).searchParams.has('sig');
  return openAzureTables(isSigned ? where : { ...where, credential: await azureIdentity() });
}

/** Microsoft's packages are many: a school on one machine does not wait for them, nor hold them in memory. */
function loadAzureTables(): typeof import('../infra/azure-tables') {
  return require('../infra/azure-tables');
}
