import { type Clock, runningClock } from '../infra/clock';
import { openAzureTables } from '../infra/azure-tables';
import { masterKey } from '../infra/master-key';
import { openSqlite } from '../infra/sqlite';
import type { Store } from '../infra/store';
import type { Settings } from './config';

/** What every house stands on, whether it serves a school or answers one command. */
export interface Ground {
  readonly store: Store;
  readonly masterKey: Buffer;
  readonly clock: Clock;
}

export async function openGround({ store, home, key, startsAt }: Settings): Promise<Ground> {
  const master = await masterKey(home, key);
  return { store: await openStore(store), masterKey: master, clock: runningClock(startsAt) };
}

async function openStore(where: Settings['store']): Promise<Store> {
  return where.kind === 'sqlite' ? openSqlite(where.file) : openAzureTables(where);
}
