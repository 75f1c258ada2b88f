import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { hashOf, keepVersion } from './policy-versions';
import type { RecordOp, Records } from './records';
import { tryAgain } from './try-again';

/** Which version of a policy answers, and what it replaced. Every version stays in the store. */
export const CurrentVersion = z.object({
  hash: z.string(),
  file: z.string(),
  /** When it took its place, UTC: a version that comes back has a new instant. */
  keptAt: z.string(),
  /** The hash of the version before it; absent for the first. */
  before: z.string().optional(),
  /** The hash of the version that was the first of all; absent for that itself, and in rows from before this was kept. */
  first: z.string().optional(),
  /** Somebody imported it; otherwise it was found beside the school file. */
  isImported: z.boolean().optional(),
  /** The hash of the file beside the school file when it was last looked at: one that has not changed since is no news. */
  fromFile: z.string().optional(),
});
export type CurrentVersion = z.infer<typeof CurrentVersion>;

/** Where a version came from. */
export type Origin = 'import' | 'file';

/** A version as it is given to the store. */
type Given = Pick<CurrentVersion, 'hash' | 'file' | 'keptAt'>;

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
  return tryAgain(async () => {
    const { current, ops } = await nextCurrent(records, id, { hash, file, keptAt: at }, origin);
    if (ops.length > 0) await records.commit(ops);
    return current;
  });
}

/**
 * What makes a version the current one: `ops` are for one commit, and hold only if nobody was first. The version's bytes
 * must be kept already.
 * @param isFirst whatever stands there was taken out of the school, and is no version before this one.
 */
export async function nextCurrent(
  records: Pick<Records, 'get'>,
  id: string,
  given: Given,
  origin: Origin,
  isFirst = false,
): Promise<{ readonly current: CurrentVersion; readonly ops: readonly RecordOp[] }> {
  const key = currentKey(id);
  const kept = await records.get(key);
  const before = kept && CurrentVersion.parse(kept.value);
  const current = nextVersion(before, given, origin, isFirst);
  if (!kept) return { current, ops: [{ op: 'insert', key, value: current }] };
  const isSame = isDeepStrictEqual(current, before);
  return { current, ops: isSame ? [] : [{ op: 'update', key, value: current, etag: kept.etag }] };
}

/** The same bytes again are no new version: only where they were found is noted. */
function nextVersion(
  before: CurrentVersion | undefined,
  given: Given,
  origin: Origin,
  isFirst: boolean,
): CurrentVersion {
  const fromFile = origin === 'file' ? given.hash : before?.fromFile;
  const found = fromFile === undefined ? {} : { fromFile };
  if (before?.hash === given.hash && !isFirst) return { ...before, ...found };
  return {
    ...given,
    ...(before && !isFirst ? { before: before.hash, first: before.first ?? before.before ?? before.hash } : {}),
    ...(origin === 'import' ? { isImported: true } : {}),
    ...found,
  };
}

/** Which version of a policy answers; undefined when the store has none. */
export async function currentVersion(records: Pick<Records, 'get'>, id: string): Promise<CurrentVersion | undefined> {
  const kept = await records.get(currentKey(id));
  return kept && CurrentVersion.parse(kept.value);
}

function currentKey(id: string): string {
  return `policy|${id}`;
}
