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

const Version = z.object({ file: z.string(), parts: z.number().int().min(0), keptAt: z.string() });
const Part = z.object({ base64: z.string() });

/** SHA-256 of a policy's bytes, in hex. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Keeps the bytes of a version once. Parts go first, so that a version that is named is whole. */
export async function keepVersion(
  records: Records,
  { id, hash, file, bytes }: StoredPolicy,
  at: string,
): Promise<void> {
  const key = versionKey(id, hash);
  if (await records.get(key)) return;
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

/** When these bytes were first kept for a policy, UTC; undefined when they never were. */
export async function versionKeptAt(
  records: Pick<Records, 'get'>,
  id: string,
  hash: string,
): Promise<string | undefined> {
  const kept = await records.get(versionKey(id, hash));
  return kept && Version.parse(kept.value).keptAt;
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

function versionKey(id: string, hash: string): string {
  return `policy|${id}|${hash}`;
}

function partKey(version: string, part: number): string {
  return `${version}|${String(part).padStart(4, '0')}`;
}
