import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAzureTables } from '../../infra/azure-tables';
import { openSqlite } from '../../infra/sqlite';
import type { Store } from '../../infra/store';
import { openAzurite } from './azurite';

/** One of the two stores, empty; what it stands on goes when it is closed. */
export async function openOne(name: string): Promise<Store> {
  if (name !== 'SQLite') return openAzureTables({ connectionString: (await openAzurite()).connectionString() });
  const folder = mkdtempSync(join(tmpdir(), 'lantern-'));
  const store = openSqlite(join(folder, 'store.db'));
  return {
    ...store,
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
