import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { codeOf } from './error-code';

/** A bot that is just stopping, or a command that only looks, is waited for. */
const WAIT_MS = 1000;

/** Another bot works in this home. Two would both think that a delivery is theirs. */
export class HomeTaken extends Error {
  override readonly name = 'HomeTaken';
}

/**
 * Takes a home for one bot. The lock is the operating system's, held through an open transaction on an empty database of
 * its own, so it goes with the process, also when that is killed. The command line does not take it.
 * @returns how to give it back. @throws HomeTaken.
 */
export function takeHome(home: string): () => void {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const lock = new Database(join(home, 'bot.lock'), { timeout: WAIT_MS });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (codeOf(error) !== 'SQLITE_BUSY') throw error;
    throw new HomeTaken(
      `Another Lantern is running in the folder ${home}. Stop it first, or give this one a LANTERN_HOME of its own.`,
    );
  }
  return () => lock.close();
}
