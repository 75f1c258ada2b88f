import { z } from 'zod';
import type { Records } from './records';
import { hashOf, keepVersion, type StoredPolicy, storedVersion } from './policy-versions';

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
  await keepVersion(records, { id, hash, file, bytes }, at);
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

function currentKey(id: string): string {
  return `policy|${id}`;
}
