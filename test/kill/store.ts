import { join } from 'node:path';
import { openAzureTables } from '../../infra/azure-tables';
import { openSqlite } from '../../infra/sqlite';
import type { Store } from '../../infra/store';
import { openAzurite } from '../contracts/azurite';

/** Where bots that are killed keep what they were told. */
export interface KilledStore {
  readonly name: string;
  /** How many processes work on it at the same time. */
  readonly replicas: number;
  /** An empty one. @param home where the bots keep what is theirs. */
  open(home: string): Promise<KilledGround>;
}

export interface KilledGround {
  /** The settings with which a bot uses it, beside its home. */
  readonly env: NodeJS.ProcessEnv;
  /** To look at what lies in it: on a file only once no bot runs any more. */
  look(): Promise<Store>;
}

export const SQLITE: KilledStore = {
  name: 'SQLite',
  replicas: 1,
  open: async (home) => ({ env: {}, look: async () => openSqlite(join(home, 'lantern.db')) }),
};

/** The emulator lies in the memory of a process of its own, which stays while those that work on it die. */
export const AZURE: KilledStore = {
  name: 'Azure Tables',
  replicas: 2,
  async open() {
    const connectionString = (await openAzurite()).connectionString();
    return {
      env: { AZURE_TABLES_CONNECTION_STRING: connectionString, LANTERN_KEY: 'a-secret-of-the-tests-alone' },
      look: () => openAzureTables({ connectionString }),
    };
  },
};
