import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { pack, unpack } from '../infra/packed';
import type { Kept, Records } from '../infra/records';
import { Unsealable } from '../infra/seal';
import { Conflict } from '../infra/store';
import type { PolicyDocument, Reading } from '../library';

/*
 * What was read of a policy is kept beside it: opening a school again takes milliseconds then, and not the seconds that a
 * PDF takes. It is one row a policy, and holds only as long as the reader is the one that wrote it.
 */

const KeptReading = z.object({ of: z.string(), document: z.string() });

/** Letters of the largest row: a policy of hundreds of pages is read anew each time. */
const MOST_LETTERS = 480_000;

/** What makes a reading the same: the words, the title that a policy without one is given, and the reader. */
export interface ReadingOf {
  readonly policy: string;
  readonly title: string;
  /** SHA-256 of the bytes. */
  readonly hash: string;
}

/** The reading of these bytes by this reader, if it was kept. A row that does not open is read anew, as if there were none. */
export async function keptReading(of: ReadingOf, records: Pick<Records, 'get'>): Promise<PolicyDocument | undefined> {
  const kept = await records.get(keyOf(of)).catch(unlessUnsealable);
  const value = KeptReading.safeParse(kept?.value).data;
  if (value?.of !== markOf(of)) return undefined;
  return unpack(value.document) as PolicyDocument;
}

/** Keeps what was read; another process that reads the same keeps the same. */
export async function keepReading(of: ReadingOf, reading: Reading, records: Records): Promise<void> {
  if (!reading.ok) return;
  const document = pack(reading.document);
  if (document.length > MOST_LETTERS) return;
  const value = { of: markOf(of), document };
  const kept = await records.get(keyOf(of));
  await records.commit([opFor(keyOf(of), value, kept)]).catch(unlessConflict);
}

function opFor(key: string, value: unknown, kept: Kept | undefined) {
  return kept ? ({ op: 'update', key, value, etag: kept.etag } as const) : ({ op: 'insert', key, value } as const);
}

function keyOf({ policy }: ReadingOf): string {
  return `reading|${policy}`;
}

function markOf({ title, hash }: ReadingOf): string {
  return createHash('sha256')
    .update(JSON.stringify([hash, title, readerMark()]))
    .digest('hex');
}

let mark: string | undefined;

/** The reader by its own code, so that a new Lantern reads everything anew and nobody has to remember to say so. */
function readerMark(): string {
  if (mark !== undefined) return mark;
  const folder = join(dirname(require.resolve('#root')), 'dist', 'library');
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort())
    if (file.endsWith('.js')) hash.update(readFileSync(join(folder, file)));
  mark = hash.digest('hex');
  return mark;
}

function unlessUnsealable(error: unknown): undefined {
  if (!(error instanceof Unsealable)) throw error;
}

function unlessConflict(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}
