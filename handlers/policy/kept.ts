import { Decision, decisionKey } from '../../domain/agree-again';
import type { PolicyEntry } from '../../domain/school';
import { storedVersion } from '../../infra/policy-versions';
import { type CurrentVersion, currentVersion } from '../../infra/stored-policies';
import { type Difference, differences, type HeldPolicy, type PolicyDocument, read } from '../../library';
import type { Desk } from '../capability';

/** A policy of the school file, with its version and what was decided about that. */
export interface Kept {
  readonly policy: PolicyEntry;
  /** What answers now; absent when it could not be read. */
  readonly held?: HeldPolicy;
  /** Its version as the store has it; absent while it answers from an earlier one. */
  readonly current?: CurrentVersion;
  readonly decision?: Decision;
  /** Of the row of the decision: two decisions at one moment cannot both be kept. */
  readonly etag?: string;
}

/** A new version beside the one that it replaced. */
export interface Compared {
  readonly before: PolicyDocument;
  readonly all: readonly Difference[];
}

export async function findKept(policyId: string, desk: Desk): Promise<Kept | undefined> {
  const policy = desk.school.policies.find(({ id }) => id === policyId);
  return policy && keptOf(policy, desk);
}

export async function keptOf(policy: PolicyEntry, { library, records }: Desk): Promise<Kept> {
  const held = library.policy(policy.id);
  const current = await currentVersion(records, policy.id);
  if (!held || !current || current.hash !== held.policy.hash) return { policy, ...(held ? { held } : {}) };
  const row = current.before === undefined ? undefined : await records.get(decisionKey(policy.id, current.keptAt));
  return { policy, held, current, ...(row ? { decision: Decision.parse(row.value), etag: row.etag } : {}) };
}

/** What a button carries, so that a card about an earlier version is known. */
export function versionMark({ current }: Kept): string {
  return current?.keptAt ?? '';
}

/** By the document that was compared: it goes when the library lets go of it. */
const known = new WeakMap<PolicyDocument, Promise<Compared | undefined>>();

/** What the version that answers does otherwise than the one before it; undefined for a first version. */
export function compared({ policy, held, current }: Kept, desk: Pick<Desk, 'records'>): Promise<Compared | undefined> {
  if (!held || current?.before === undefined) return Promise.resolve(undefined);
  const earlier = known.get(held.document);
  if (earlier) return earlier;
  const made = compare(policy.id, current.before, held.document, desk);
  known.set(held.document, made);
  made.catch(() => known.delete(held.document));
  return made;
}

/** The version before is read again from its bytes, as it was when it answered. */
async function compare(
  policyId: string,
  hash: string,
  after: PolicyDocument,
  { records }: Pick<Desk, 'records'>,
): Promise<Compared | undefined> {
  const version = await storedVersion(records, policyId, hash);
  const reading = version && (await read(version.bytes, version.file));
  return reading?.ok ? { before: reading.document, all: differences(reading.document, after) } : undefined;
}

/** Whether somebody still has to say if people must agree again: the policy has agreements, and says something else now. */
export async function isUndecided(kept: Kept, desk: Desk): Promise<boolean> {
  if (kept.decision || !desk.school.agreements.some(({ policy }) => policy === kept.policy.id)) return false;
  return ((await compared(kept, desk))?.all.length ?? 0) > 0;
}
