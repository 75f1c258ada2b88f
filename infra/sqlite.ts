import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { openBreath } from './breath';
import { checkKey, checkOps, checkRange } from './limits';
import { NO_DISK, openDisk } from './sqlite-disk';
import { openLedger } from './sqlite-ledger';
import { takePicture } from './sqlite-picture';
import { batchWrites, besideOps } from './sqlite-writes';
import { type Op, type Page, type Row, type Store, Unstorable } from './store';

/**
 * The store of a school on one machine: one file (SQLite in WAL mode), written through to the disk before a promise
 * resolves. Several processes may have it open.
 * @param file a path, whose folder is made when missing, or ':memory:' for tests.
 * @param isDraft where the file gets another name once it is closed, and nobody else opens it before.
 */
export function openSqlite(file: string, isDraft = false): Store {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const ledger = openLedger(file, isDraft);
  const disk = file === ':memory:' ? NO_DISK : openDisk(file, isDraft);
  const writes = batchWrites(ledger, disk);
  const breathe = openBreath();

  async function writeOne(partition: string, op: Op): Promise<string> {
    checkOps(partition, [op]);
    const [etag = ''] = await writes.add(partition, [op]);
    return etag;
  }

  return {
    async get(partition, key): Promise<Row | undefined> {
      checkKey(partition, 'partition');
      checkKey(key);
      await breathe();
      const row = ledger.read(partition, key);
      await writes.behind(partition, key);
      return row;
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
    async query(partition, range): Promise<Page> {
      const limit = checkRange(partition, range);
      const after = range.cursor === undefined ? undefined : keyIn(range.cursor);
      await breathe();
      const rows = ledger.list(partition, { from: range.from, to: range.to, after, limit: limit + 1 });
      await writes.behindAny(partition, range.from, range.to);
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return last ? { rows: rows.slice(0, limit), cursor: cursorAt(last.key) } : { rows };
    },
    async commit(partition, ops, beside = {}) {
      checkOps(partition, ops);
      for (const { partition: other, ...row } of besideOps(beside)) checkOps(other, [row]);
      if (ops.length > 0 || besideOps(beside).length > 0) await writes.add(partition, ops, beside);
    },
    async partitions() {
      return ledger.partitions();
    },
    async picture() {
      if (file === ':memory:') throw new Error('Nobody else can look into a store in memory.');
      return takePicture(file);
    },
    async close() {
      await writes.flush();
      await disk.close();
      ledger.close();
    },
  };
}

function cursorAt(key: string): string {
  return Buffer.from(key, 'utf8').toString('base64url');
}

function keyIn(cursor: string): string {
  const key = Buffer.from(cursor, 'base64url').toString('utf8');
  if (cursor === '' || cursorAt(key) !== cursor) throw new Unstorable('This cursor came from no page.');
  return key;
}
