import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAzureTables } from '../../infra/azure-tables';
import { openSqlite } from '../../infra/sqlite';
import type { Store } from '../../infra/store';
import { type Azurite, startAzurite } from './azurite';

const folder = mkdtempSync(join(tmpdir(), 'lantern-'));
let azurite: Azurite | undefined;

/** One of the two stores, empty; what it stands on is gone once the tests of the file are over. */
export async function openOne(name: string): Promise<Store> {
  if (name === 'SQLite') return openSqlite(join(folder, 'store.db'));
  azurite = await startAzurite();
  return openAzureTables({ connectionString: azurite.connectionString() });
}

afterAll(async () => {
  await azurite?.stop();
  rmSync(folder, { recursive: true, force: true });
});
