import { join } from 'node:path';
import { openSqlite } from '../../infra/sqlite';
import type { Store } from '../../infra/store';

/** Where a bot that is killed keeps what it was told. */
export interface KilledStore {
  readonly name: string;
  /** The settings with which a bot uses it, beside its home. */
  readonly env: NodeJS.ProcessEnv;
  /** Opens it once no bot runs any more. */
  open(home: string): Store;
}

export const SQLITE: KilledStore = {
  name: 'SQLite',
  env: {},
  open: (home) => openSqlite(join(home, 'lantern.db')),
};
