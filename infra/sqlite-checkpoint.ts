import Database from 'libsql/promise';

/**
 * Rows after which the log is moved into the file: about the thousand pages after which SQLite does so by itself, on the
 * thread of whoever happens to write. In a file of years these lie far apart, and every hundredth press would wait for
 * all of them.
 */
const ROWS_BETWEEN = 500;

/** Pages of the log at which SQLite does it by itself all the same: with so much written that the log never comes to its end. */
export const MOST_PAGES = 16_000;

/** Moves what is in the log of a database into its file, beside the thread, which reads and writes meanwhile. */
export interface Checkpoints {
  /** So many rows more are in the log. */
  wrote(rows: number): void;
  /** Resolves once nothing of it is open any more. */
  close(): Promise<void>;
}

/** @param file a database in WAL mode that is open. */
export function openCheckpoints(file: string): Checkpoints {
  const db = new Database(file, {});
  let rows = 0;
  let running: Promise<void> | undefined;

  function begin(): void {
    rows = 0;
    // What could not be moved stays in the log, on the disk, and is moved the next time: so SQLite itself takes it.
    running = Promise.resolve(db.exec('pragma wal_checkpoint(PASSIVE)'))
      .catch(() => undefined)
      .finally(() => {
        running = undefined;
      });
  }

  // SQLite opens file and log when it is first asked: now, while their names are theirs.
  begin();

  return {
    wrote(more) {
      rows += more;
      if (!running && rows >= ROWS_BETWEEN) begin();
    },
    async close() {
      await running;
      db.close();
    },
  };
}
