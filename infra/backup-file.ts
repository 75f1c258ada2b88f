import { createHmac, hkdfSync } from 'node:crypto';
import { z } from 'zod';
import type { Row } from './store';
import { LIST } from './stored-schools';

/*
 * A backup is a text of lines, each one JSON: what it is; then each partition, followed by its rows, sealed as they are
 * kept; and at the end what all of it together must be. A file without that last line was cut short.
 */

/** Counts up with each change of the lines. */
export const BACKUP_VERSION = 1;

/** The first line. `mark` is told by whoever has the master key of that day, and tells nothing of it. */
export const Beginning = z.object({
  lantern: z.literal('backup'),
  version: z.number().int(),
  madeAt: z.string(),
  mark: z.string(),
});

export const Line = z.union([
  z.object({ partition: z.string() }),
  z.object({ key: z.string(), value: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])) }),
  /** `sha256` of every byte before this line, so that damage is found without a key; `mark` of that, against a forger. */
  z.object({ end: z.object({ rows: z.number().int(), sha256: z.string(), mark: z.string() }) }),
]);

/** A row, with where it belongs. */
export interface BackedUp extends Pick<Row, 'key' | 'value'> {
  readonly partition: string;
}

/** The file cannot be restored from. The message is for the person at the console. */
export class UnusableBackup extends Error {
  override readonly name = 'UnusableBackup';
}

/**
 * What belongs in a backup: the schools, and which there are. How those who run it share the work, and when something is
 * due, is worked out again: kept row by row it might not fit what is owed.
 */
export function isKept(partition: string): boolean {
  return partition === LIST || isSchool(partition);
}

/** An id holds no bar. */
export function isSchool(partition: string): boolean {
  return !partition.includes('|');
}

/** Signs a text as this Lantern's (HMAC-SHA-256 under a key made from the master key for this alone; HKDF, RFC 5869). */
export function markOf(masterKey: Buffer, text: string): string {
  const key = Buffer.from(hkdfSync('sha256', masterKey, '', 'lantern backup 1', 32));
  return createHmac('sha256', key).update(text, 'utf8').digest('base64url');
}
