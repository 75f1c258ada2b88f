import Database from 'libsql';
import { partitionsIn, Stored } from './sqlite-rows';
import type { Picture } from './store';

const PAGE = 500;

/**
 * A whole database as it stands at this instant, in a read transaction of its own connection: whoever writes meanwhile
 * waits for nothing, and nothing that they write is seen.
 */
export function takePicture(file: string): Picture {
  const db = new Database(file);
  db.exec('begin');
  // A transaction begins to see with its first look.
  const partitions = partitionsIn(db);
  const behind = db.prepare('select key, etag, value from rows where partition = ? and key > ? order by key limit ?');
  return {
    partitions: async () => partitions,
    async *rows(partition) {
      for (let last = ''; ; ) {
        const rows = behind.all(partition, last, PAGE).map((row) => Stored.parse(row));
        yield* rows;
        if (rows.length < PAGE) return;
        last = rows.at(-1)?.key ?? '';
      }
    },
    async close() {
      if (db.inTransaction) db.exec('rollback');
      db.close();
    },
  };
}
