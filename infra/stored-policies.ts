import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Records } from './records';
import { Conflict } from './store';

/** A policy as it was given, so that the stored school works without its files, and a citation can be checked later. */
export interface StoredPolicy {
  readonly id: string;
  readonly file: string;
  /** SHA-256 of the bytes, in hex: the version's identity. */
  readonly hash: string;
  readonly bytes: Buffer;
}

/** Which version of a policy answers, and what it replaced. Every version stays in the store. */
export const CurrentVersion = z.object({
  hash: z.string(),
  file: z.string(),
  /** When it took its place, UTC: a version that comes back has a new instant. */
  keptAt: z.string(),
  /** The hash of the version before it; absent for the first. */
  before: z.string().optional(),
  /** Somebody imported it; otherwise it was found beside the school file. */
  isImported: z.boolean().optional(),
  /** The hash of the file beside the school file when it was last looked at: one that has not changed since is no news. */
  fromFile: z.string().optional(),
});
export type CurrentVersion = z.infer<typeof CurrentVersion>;

/** Where a version came from. */
export type Origin = 'import' | 'file';

/** Sealed and counted in UTF-16 this stays under the 1 MiB of a row. */
const PART_BYTES = 240_000;

const Version = z.object({ file: z.string(), parts: z.number().int().min(0), keptAt: z.string() });
const Part = z.object({ base64: z.string() });

/** SHA-256 of a policy's bytes, in hex. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Keeps this version and makes it the current one. Parts go first, so that a version that is named is whole.
 * @param at now, UTC, ISO 8601.
 * @returns the version that answers from now on.
 */
export async function keepPolicy(
  records: Records,
  id: string,
  file: string,
  bytes: Buffer,
  at: string,
  origin: Origin = 'file',
): Promise<CurrentVersion> {
  const hash = hashOf(bytes);
  if (!(await records.get(versionKey(id, hash)))) await keepVersion(records, versionKey(id, hash), file, bytes, at);
  const kept = await records.get(currentKey(id));
  const current = kept && CurrentVersion.parse(kept.value);
  const value = nextVersion(current, { hash, file, keptAt: at }, origin);
  if (kept && JSON.stringify(value) === JSON.stringify(current)) return value;
  await records.commit([
    kept ? { op: 'update', key: currentKey(id), value, etag: kept.etag } : { op: 'insert', key: currentKey(id), value },
  ]);
  return value;
}

/** The same bytes again are no new version: only where they were found is noted. */
function nextVersion(
  current: CurrentVersion | undefined,
  given: Pick<CurrentVersion, 'hash' | 'file' | 'keptAt'>,
  origin: Origin,
): CurrentVersion {
  const fromFile = origin === 'file' ? given.hash : current?.fromFile;
  const found = fromFile === undefined ? {} : { fromFile };
  if (current?.hash === given.hash) return { ...current, ...found };
  return {
    ...given,
    ...(current ? { before: current.hash } : {}),
    ...(origin === 'import' ? { isImported: true } : {}),
    ...found,
  };
}

/** Which version of a policy answers; undefined when the store has none. */
export async function currentVersion(records: Pick<Records, 'get'>, id: string): Promise<CurrentVersion | undefined> {
  const kept = await records.get(currentKey(id));
  return kept && CurrentVersion.parse(kept.value);
}

/** The current version of a policy, or undefined when the store has none. */
export async function storedPolicy(records: Pick<Records, 'get'>, id: string): Promise<StoredPolicy | undefined> {
  const current = await currentVersion(records, id);
  return current && storedVersion(records, id, current.hash);
}

/** One version of a policy, also one that was replaced. */
export async function storedVersion(
  records: Pick<Records, 'get'>,
  id: string,
  hash: string,
): Promise<StoredPolicy | undefined> {
  const kept = await records.get(versionKey(id, hash));
  if (!kept) return undefined;
  const version = Version.parse(kept.value);
  const parts: Buffer[] = [];
  for (let part = 0; part < version.parts; part++) {
    const { base64 } = Part.parse((await records.get(partKey(versionKey(id, hash), part)))?.value);
    parts.push(Buffer.from(base64, 'base64'));
  }
  return { id, file: version.file, hash, bytes: Buffer.concat(parts) };
}

async function keepVersion(records: Records, key: string, file: string, bytes: Buffer, at: string): Promise<void> {
  const parts = Math.ceil(bytes.length / PART_BYTES);
  for (let part = 0; part < parts; part++) {
    const base64 = bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES).toString('base64');
    await insertOnce(records, partKey(key, part), { base64 });
  }
  await insertOnce(records, key, { file, parts, keptAt: at });
}

/** What stands under a hash is the same whoever wrote it: somebody else's row does as well. */
async function insertOnce(records: Records, key: string, value: unknown): Promise<void> {
  try {
    await records.commit([{ op: 'insert', key, value }]);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}

function currentKey(id: string): string {
  return `policy|${id}`;
}

function versionKey(id: string, hash: string): string {
  return `policy|${id}|${hash}`;
}

function partKey(version: string, part: number): string {
  return `${version}|${String(part).padStart(4, '0')}`;
}
