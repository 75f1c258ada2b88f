import { HomeTaken } from '../infra/home-lock';
import { UnusableSchool } from '../infra/directory';
import { codeOf } from '../infra/error-code';
import { VaultClosed } from '../infra/key-vault';
import { lineLog } from '../infra/log';
import { Unsealable } from '../infra/seal';
import { Restless } from '../infra/store';
import { UnusableBackup } from '../infra/backup-file';
import { TakenOver } from '../infra/backup-restore';
import { UnusableStore } from '../infra/sqlite-version';
import { WrongSettings } from './config';
import { HalfRestored } from './ground';
import { NotEmpty } from './restore-place';
import type { Running } from './main';

/** Mistakes whose message was written for the person at the console. */
const EXPLAINED = [
  WrongSettings,
  UnusableSchool,
  HalfRestored,
  HomeTaken,
  NotEmpty,
  Restless,
  TakenOver,
  Unsealable,
  UnusableBackup,
  UnusableStore,
  VaultClosed,
];

/** What to tell whoever started a program that cannot go on. */
export function explain(error: unknown): string {
  if (codeOf(error) === 'EADDRINUSE') return 'The port is taken by another program: set PORT to another number.';
  if (codeOf(error) === 'EACCES') return 'A folder or a port may not be used by this account.';
  if (!(error instanceof Error)) return 'Something went wrong, and nobody knows what.';
  if (EXPLAINED.some((kind) => error instanceof kind)) return error.message;
  return `Lantern could not go on: ${error.name}: ${error.message}`;
}

/** Whoever stops a program waits ten seconds for it, and kills it then. What is still owed lies in the store. */
const STOPS_WITHIN_MS = 8000;

/** Runs a bot until it is told to stop. The whole process is its own: what nobody caught ends it, and the next start goes on. */
export async function runUntilStopped(open: () => Promise<Running>): Promise<void> {
  const log = lineLog();
  process.on('uncaughtException', (error) => {
    // Node would print the message, and that may quote a person (P9).
    log('crashed', { error });
    process.exit(1);
  });
  try {
    const running = await open();
    process.stderr.write(`Lantern listens at ${running.url}\n`);
    const stop = () => {
      setTimeout(() => {
        log('stopped in the middle');
        process.exit(0);
      }, STOPS_WITHIN_MS).unref();
      void running.stop().then(() => process.exit(0));
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  }
}
