import { resolve } from 'node:path';
import type { PolicyEntry } from '../domain/school';
import { readPolicyFile, type WhyUnopened } from '../infra/policy-files';
import type { Records } from '../infra/records';
import { hashOf, storedVersion } from '../infra/policy-versions';
import { type CurrentVersion, currentVersion } from '../infra/stored-policies';

/** Bytes that may be the policy, with what to say when they cannot be read. */
export interface Candidate {
  readonly bytes: Buffer;
  readonly hash: string;
  /** Found beside the school file, and not yet in the store. */
  readonly isNews: boolean;
}

/** The file beside the school file, of which there are no bytes. */
export interface Unopened {
  readonly why: WhyUnopened;
}

/** The file when it has changed since it was last looked at, then the version that answers, then the one before it. */
export async function* candidates(
  policy: PolicyEntry,
  { records, folder }: { readonly records: Records; readonly folder: string | undefined },
): AsyncGenerator<Candidate | Unopened> {
  const current = await currentVersion(records, policy.id);
  const file = folder === undefined ? undefined : await readPolicyFile(resolve(folder, policy.file));
  if (file?.ok) {
    const hash = hashOf(file.bytes);
    if (hash !== current?.fromFile) yield { bytes: file.bytes, hash, isNews: true };
  } else if (file && !current?.isImported) yield { why: file.why };
  yield* stored(policy.id, current, records);
}

async function* stored(id: string, current: CurrentVersion | undefined, records: Records): AsyncGenerator<Candidate> {
  for (const hash of [current?.hash, current?.before]) {
    const version = hash === undefined ? undefined : await storedVersion(records, id, hash);
    if (version) yield { bytes: version.bytes, hash: version.hash, isNews: false };
  }
}
