import { randomUUID } from 'node:crypto';
import { partitionsIn, Stored } from './sqlite-rows';
import { openVersioned } from './sqlite-version';
import { MOST_PAGES } from './sqlite-checkpoint';
import { guardFile } from './sqlite-file';
import { Conflict, type Op, type Row } from './store';

/** The one table, and what is done with it. Every call is finished when it returns. */
export interface Ledger {
  read(partition: string, key: string): Row | undefined;
  /** Keys from `from` (or behind `after`) up to, without, `to`. */
  list(partition: string, range: { from: string; to: string; after: string | undefined; limit: number }): Row[];
  /** All that hold a row, in order. */
  partitions(): string[];
  /** Inside `transaction` only. Returns the new etag. @throws Conflict as the port says. */
  write(partition: string, op: Op): string;
  /** In the file when it returns, and not yet on the disk; nothing has happened when it throws. */
  transaction(work: () => void): void;
  /** Takes back what `work` did when it throws, and nothing else of the transaction around it. */
  allOrNothing<T>(work: () => T): T;
  /** Nothing is taken or shown any more: what is in the file nobody knows. */
  lose(): void;
  close(): void;
}

const BUSY_MS = 5000;

/** @param isDraft of a file that gets another name once it is closed: nothing of it may hang on the name that it has now. */
export function openLedger(file: string, isDraft = false): Ledger {
  const db = openVersioned(file, BUSY_MS);
  if (!isDraft) db.pragma(`wal_autocheckpoint = ${MOST_PAGES}`);
  const one = db.prepare('select key, etag, value from rows where partition = ? and key = ?');
  const from = db.prepare(
    'select key, etag, value from rows where partition = ? and key >= ? and key < ? order by key limit ?',
  );
  const after = db.prepare(
    // By `+` the index begins behind the cursor and not at the beginning of the list, which would be read anew for each page.
    'select key, etag, value from rows where partition = ? and +key >= ? and key > ? and key < ? order by key limit ?',
  );
  const insert = db.prepare(
    'insert into rows (partition, key, etag, value) values (?, ?, ?, ?) on conflict do nothing',
  );
  const update = db.prepare('update rows set etag = ?, value = ? where partition = ? and key = ? and etag = ?');
  const remove = db.prepare('delete from rows where partition = ? and key = ? and etag = ?');

  function apply(partition: string, op: Op, etag: string): number {
    if (op.op === 'insert') return insert.run(partition, op.key, etag, JSON.stringify(op.value)).changes;
    if (op.op === 'update') return update.run(etag, JSON.stringify(op.value), partition, op.key, op.etag).changes;
    return remove.run(partition, op.key, op.etag).changes;
  }

  const insistOnFile = file === ':memory:' ? () => undefined : guardFile(file);
  let isLost = false;

  /** libsql goes on answering from prepared statements after it was closed, and SQLite from its memory after its file is gone. */
  function insistOpen(): void {
    if (!db.open) throw new Error('The store is closed.');
    if (isLost) throw new Error('The file of the store is lost.');
  }

  function transaction(work: () => void): void {
    // IMMEDIATE takes the write lock at the start: DEFERRED cannot wait for it half-way and fails as busy.
    wrapped('begin immediate', work, 'commit', 'rollback');
    isLost = true;
    insistOnFile();
    isLost = false;
  }

  function wrapped<T>(begin: string, work: () => T, commit: string, rollback: string): T {
    insistOpen();
    db.exec(begin);
    try {
      const result = work();
      db.exec(commit);
      return result;
    } catch (error) {
      // A full disk makes SQLite roll back by itself; the first error is the one to tell.
      if (db.inTransaction) db.exec(rollback);
      throw error;
    }
  }

  return {
    read(partition, key) {
      insistOpen();
      const row = one.get(partition, key);
      return row === undefined ? undefined : Stored.parse(row);
    },
    list(partition, range) {
      insistOpen();
      const { from: first, to, after: last, limit } = range;
      const rows =
        last === undefined ? from.all(partition, first, to, limit) : after.all(partition, first, last, to, limit);
      return rows.map((row) => Stored.parse(row));
    },
    partitions() {
      insistOpen();
      return partitionsIn(db);
    },
    write(partition, op) {
      const etag = randomUUID();
      if (apply(partition, op, etag) === 1) return etag;
      throw new Conflict(op.op === 'insert' ? 'The row is there already.' : 'The row is gone or has changed.');
    },
    transaction,
    allOrNothing: (work) => wrapped('savepoint one', work, 'release one', 'rollback to one; release one'),
    lose() {
      isLost = true;
    },
    close() {
      if (!db.open) return;
      // Moves everything into the one file, so that a copy of it alone is whole. A log, and what processes share of it, are
      // known by their names, and libsql closes no file before its statements are forgotten: so a draft gives up its log.
      db.pragma(isDraft ? 'journal_mode = DELETE' : 'wal_checkpoint(TRUNCATE)');
      db.close();
    },
  };
}
