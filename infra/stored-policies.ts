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

/** Sealed and counted in UTF-16 this stays under the 1 MiB of a row. */
const PART_BYTES = 240_000;

const Current = z.object({ hash: z.string(), file: z.string(), keptAt: z.string() });
const Version = z.object({ file: z.string(), parts: z.number().int().min(0), keptAt: z.string() });
const Part = z.object({ base64: z.string() });

/** Keeps this version and makes it the current one. Parts go first, so that a version that is named is whole. */
export async function keepPolicy(
  records: Records,
  id: string,
  file: string,
  bytes: Buffer,
  at: string,
): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (!(await records.get(versionKey(id, hash)))) await keepVersion(records, versionKey(id, hash), file, bytes, at);
  const kept = await records.get(currentKey(id));
  if (kept && Current.parse(kept.value).hash === hash) return hash;
  const value = { hash, file, keptAt: at };
  await records.commit([
    kept ? { op: 'update', key: currentKey(id), value, etag: kept.etag } : { op: 'insert', key: currentKey(id), value },
  ]);
  return hash;
}

/** The current version of a policy, or undefined when the store has none. */
export async function storedPolicy(records: Records, id: string): Promise<StoredPolicy | undefined> {
  const kept = await records.get(currentKey(id));
  if (!kept) return undefined;
  const { hash } = Current.parse(kept.value);
  const version = Version.parse((await records.get(versionKey(id, hash)))?.value);
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
