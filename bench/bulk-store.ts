import { randomUUID } from 'node:crypto';
import Database from 'libsql';
import { checkOps, checkRange } from '../infra/limits';
import { openSqlite } from '../infra/sqlite';
import { partitionsIn, Stored } from '../infra/sqlite-rows';
import type { Op, Store } from '../infra/store';

/** Rows of one transaction. */
const AT_ONCE = 50_000;
/** Without a log, without waiting for the disk, and with a gigabyte of the file at hand. */
const IN_HASTE = ['journal_mode = OFF', 'synchronous = OFF', 'cache_size = -1000000', 'secure_delete = OFF'];

/**
 * The store of a new file that is only filled: the same table and the same rows as the product's own, and nothing of it is
 * safe before it is closed. A row that is there already ends the filling.
 */
export async function openBulk(file: string): Promise<Store> {
  await openSqlite(file, true).close();
  const db = new Database(file);
  for (const setting of IN_HASTE) db.pragma(setting);
  const one = db.prepare('select key, etag, value from rows where partition = ? and key = ?');
  const page = db.prepare(
    'select key, etag, value from rows where partition = ? and key >= ? and key < ? order by key limit ?',
  );
  const insert = db.prepare('insert into rows (partition, key, etag, value) values (?, ?, ?, ?)');
  const update = db.prepare('update rows set etag = ?, value = ? where partition = ? and key = ? and etag = ?');
  const remove = db.prepare('delete from rows where partition = ? and key = ? and etag = ?');
  let waiting = 0;

  function write(partition: string, op: Op): string {
    if (waiting === 0) db.exec('begin');
    const etag = randomUUID();
    const { changes } =
      op.op === 'insert'
        ? insert.run(partition, op.key, etag, JSON.stringify(op.value))
        : op.op === 'update'
          ? update.run(etag, JSON.stringify(op.value), partition, op.key, op.etag)
          : remove.run(partition, op.key, op.etag);
    if (changes !== 1) throw new Error(`the row ${op.key} was to be filled once`);
    waiting += 1;
    if (waiting === AT_ONCE) flush();
    return etag;
  }

  function flush(): void {
    if (waiting > 0) db.exec('commit');
    waiting = 0;
  }

  function writeAll(partition: string, ops: readonly Op[]): string {
    checkOps(partition, ops);
    const etags = ops.map((op) => write(partition, op));
    return etags[0] ?? '';
  }

  return {
    async get(partition, key) {
      const row = one.get(partition, key);
      return row === undefined ? undefined : Stored.parse(row);
    },
    async query(partition, range) {
      const limit = checkRange(partition, range);
      const rows = page.all(partition, range.cursor ?? range.from, range.to, limit + 1).map((row) => Stored.parse(row));
      const next = rows[limit]?.key;
      return next === undefined ? { rows } : { rows: rows.slice(0, limit), cursor: next };
    },
    insert: async (partition, key, value) => writeAll(partition, [{ op: 'insert', key, value }]),
    update: async (partition, key, value, etag) => writeAll(partition, [{ op: 'update', key, value, etag }]),
    delete: async (partition, key, etag) => void writeAll(partition, [{ op: 'delete', key, etag }]),
    async commit(partition, ops, { first = [], last = [] } = {}) {
      for (const row of first) writeAll(row.partition, [{ op: 'insert', key: row.key, value: row.value }]);
      writeAll(partition, ops);
      for (const row of last) writeAll(row.partition, [{ op: 'delete', key: row.key, etag: row.etag }]);
    },
    partitions: async () => partitionsIn(db),
    async picture() {
      throw new Error('a store that is being filled has no picture');
    },
    async close() {
      flush();
      db.close();
    },
  };
}
