import { closeSync, fdatasync, openSync } from 'node:fs';
import { openCheckpoints } from './sqlite-checkpoint';

/** Waits for the disk beside the thread, which goes on meanwhile. */
export interface Disk {
  /**
   * Resolves once all that SQLite has written to its log by now would outlive a power cut.
   * @param rows how many that were since the last time.
   * @throws when the disk did not take it; what is in the file then nobody knows.
   */
  settled(rows: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param file a database in WAL mode that is open: its log is there, and stays the same file until it is closed.
 * @param isDraft of one that gets another name: nobody else may have it open.
 */
export function openDisk(file: string, isDraft: boolean): Disk {
  // To be written to as well: Windows flushes no file for somebody who may only read it.
  const log = openSync(`${file}-wal`, 'r+');
  const checkpoints = isDraft ? undefined : openCheckpoints(file);
  let isOpen = true;
  return {
    async settled(rows) {
      await new Promise<void>((resolve, reject) => fdatasync(log, (error) => (error ? reject(error) : resolve())));
      checkpoints?.wrote(rows);
    },
    async close() {
      if (!isOpen) return;
      isOpen = false;
      closeSync(log);
      await checkpoints?.close();
    },
  };
}

/** For what is kept in memory alone. */
export const NO_DISK: Disk = { settled: async () => undefined, close: async () => undefined };
