import { odata, type TableClient } from '@azure/data-tables';
import { z } from 'zod';
import { type AzureTables, connectTable } from './azure-client';
import { withDeadline } from './azure-deadline';
import { toRow } from './azure-entity';
import { isAbsent } from './azure-errors';
import { writeOps } from './azure-writes';
import { checkKey, checkOps, checkRange, RECEIPT } from './limits';
import { prefixRange } from './prefix';
import { openStillPicture } from './still-picture';
import { Conflict, type Op, type Page, type Range, type Row, type Store, Unstorable } from './store';

/**
 * The store of many schools and many replicas, in one table, which is made when missing.
 * A page may be shorter than its limit, or empty, and still have a cursor: the service stops a long query half-way.
 */
export async function openAzureTables(where: AzureTables, table = 'lantern'): Promise<Store> {
  const client = connectTable(where, table);
  await client.createTable(withDeadline());

  async function writeOne(partition: string, op: Op): Promise<string> {
    checkOps(partition, [op]);
    const etag = await writeOps(client, partition, [op]);
    return etag;
  }

  const store: Store = {
    async get(partition, key) {
      checkKey(partition, 'partition');
      checkKey(key);
      return readRow(client, partition, key);
    },
    async insert(partition, key, value) {
      return writeOne(partition, { op: 'insert', key, value });
    },
    async update(partition, key, value, etag) {
      return writeOne(partition, { op: 'update', key, value, etag });
    },
    async delete(partition, key, etag) {
      await writeOne(partition, { op: 'delete', key, etag });
    },
    async query(partition, range) {
      return readPage(client, partition, range);
    },
    async commit(partition, ops, { first = [], last = [] } = {}) {
      checkOps(partition, ops);
      await Promise.all(first.map((row) => store.insert(row.partition, row.key, row.value).catch(unlessConflict)));
      if (ops.length > 0) await writeOps(client, partition, ops);
      // What the commit kept is kept, whatever becomes of these.
      await Promise.allSettled(last.map((row) => store.delete(row.partition, row.key, row.etag)));
    },
    partitions: () => partitionsIn(client),
    async picture(scratch) {
      return openStillPicture(store, scratch);
    },
    async close() {
      // Nothing is held open: every call is its own request.
    },
  };
  return store;
}

function unlessConflict(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}

/** From one to the next by the index of the table: no other way asks for partitions. */
async function partitionsIn(client: TableClient): Promise<string[]> {
  const found: string[] = [];
  for (let last: string | undefined = ''; ; found.push(last)) {
    last = await partitionAfter(client, last);
    if (last === undefined) return found;
  }
}

async function partitionAfter(client: TableClient, last: string): Promise<string | undefined> {
  const filter = odata`PartitionKey gt ${last} and (RowKey lt ${RECEIPT} or RowKey ge ${AFTER_RECEIPTS})`;
  const pages = client.listEntities({ ...withDeadline(), queryOptions: { filter } }).byPage({ maxPageSize: 1 });
  // The service may stop half-way and give an empty page.
  for await (const page of pages) if (page[0]?.partitionKey !== undefined) return page[0].partitionKey;
  return undefined;
}

async function readRow(client: TableClient, partition: string, key: string): Promise<Row | undefined> {
  try {
    return toRow(await client.getEntity(partition, key, withDeadline()));
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

async function readPage(client: TableClient, partition: string, range: Range): Promise<Page> {
  const maxPageSize = checkRange(partition, range);
  const filter = odata`PartitionKey eq ${partition} and RowKey ge ${range.from} and RowKey lt ${range.to}`;
  const pages = client.listEntities<Record<string, unknown>>({ ...withDeadline(), queryOptions: { filter } });
  const position =
    range.cursor === undefined ? { maxPageSize } : { maxPageSize, continuationToken: checkCursor(range.cursor) };
  for await (const page of pages.byPage(position)) {
    const rows = page.map(toRow).filter((row) => !row.key.startsWith(RECEIPT));
    return page.continuationToken ? { rows, cursor: page.continuationToken } : { rows };
  }
  return { rows: [] };
}

const AFTER_RECEIPTS = prefixRange(RECEIPT).to;

const Cursor = z.object({ nextPartitionKey: z.string(), nextRowKey: z.string().optional() });

/** @throws Unstorable for a cursor that the SDK did not write: it would fail on it in its own way. */
function checkCursor(cursor: string): string {
  try {
    Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64').toString('latin1')));
    return cursor;
  } catch {
    throw new Unstorable('This cursor came from no page.');
  }
}
