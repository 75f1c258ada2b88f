import { closeSync, fdatasync, openSync } from 'node:fs';

/** Waits for the disk beside the thread, which goes on meanwhile. */
export interface Disk {
  /**
   * Resolves once all that SQLite has written to its log by now would outlive a power cut.
   * @throws when the disk did not take it; what is in the file then nobody knows.
   */
  settled(): Promise<void>;
  close(): void;
}

/** @param file a database in WAL mode that is open: its log is there, and stays the same file until it is closed. */
export function openDisk(file: string): Disk {
  // To be written to as well: Windows flushes no file for somebody who may only read it.
  const log = openSync(`${file}-wal`, 'r+');
  let isOpen = true;
  return {
    settled: () => new Promise((resolve, reject) => fdatasync(log, (error) => (error ? reject(error) : resolve()))),
    close() {
      if (isOpen) closeSync(log);
      isOpen = false;
    },
  };
}

/** For what is kept in memory alone. */
export const NO_DISK: Disk = { settled: async () => undefined, close: () => undefined };
