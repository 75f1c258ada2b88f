import { Decision, decisionKey } from '../domain/agree-again';
import type { School } from '../domain/school';
import { everyRow } from '../infra/every-row';
import { storedVersion } from '../infra/policy-versions';
import { type CurrentVersion, currentVersion } from '../infra/stored-policies';
import { type Difference, differences, findAgreement, type HeldPolicy, type PolicyDocument, read } from '../library';
import type { Desk } from './capability';

/* Whether people must agree again: whoever decides and whoever asks people read it here, so that they never differ. */

/** How far a policy has been decided on. */
export interface Decided {
  /** What the store has as its version now. */
  readonly current?: CurrentVersion;
  /** What was decided about that very version, and the etag of its row. */
  readonly decision?: Decision;
  readonly etag?: string;
  /** What was decided last, where that was about an earlier version. */
  readonly earlier?: Decision;
  /** Hash of the words that a decision is about: the version that was decided on last, or the first. Absent for a first version. */
  readonly base?: string;
}

/** A version beside an earlier one. */
export interface Compared {
  readonly before: PolicyDocument;
  readonly all: readonly Difference[];
}

type Reads = Pick<Desk, 'records'>;

export async function decidedOf(policyId: string, { records }: Reads): Promise<Decided> {
  const current = await currentVersion(records, policyId);
  if (current?.before === undefined) return current ? { current } : {};
  const row = await records.get(decisionKey(policyId, current.keptAt));
  if (row) {
    const decision = Decision.parse(row.value);
    return { current, decision, etag: row.etag, base: decision.from };
  }
  let earlier: Decision | undefined;
  for await (const { value } of everyRow({ records }, decisionKey(policyId, ''))) earlier = Decision.parse(value);
  if (earlier) return { current, earlier, base: earlier.to };
  return { current, base: current.first ?? current.before };
}

/**
 * Whether somebody still has to say if people must agree again: the policy has agreements, and says something else than
 * the version that was decided on last. Where nothing is otherwise, what was decided then goes on holding.
 * @param held the version that answers, which may be older than the one in the store.
 */
export async function isUndecided(
  held: HeldPolicy | undefined,
  { current, decision, base }: Decided,
  { school, records }: Pick<Desk, 'school' | 'records'>,
): Promise<boolean> {
  const asked = agreementsOf(school, held?.policy.id);
  if (!held || base === undefined || asked.length === 0) return false;
  if (held.policy.hash === base || (decision && held.policy.hash === current?.hash)) return false;
  const found = await comparedWith(base, held, { records });
  // What cannot be set side by side is for the school to say.
  return !found || found.all.length > 0 || asked.some(({ heading }) => !isSameAgreement(heading, found, held));
}

/** Whether the words under a heading are the same to the letter. */
export function isSameAgreement(heading: string, { before }: Pick<Compared, 'before'>, { document }: HeldPolicy) {
  return findAgreement(document, heading)?.hash === findAgreement(before, heading)?.hash;
}

export function agreementsOf({ agreements }: School, policyId: string | undefined): School['agreements'] {
  return agreements.filter(({ policy }) => policy === policyId);
}

/** By the document that was compared: it goes when the library lets go of it. */
const known = new WeakMap<PolicyDocument, Map<string, Promise<Compared | undefined>>>();

/** What the version that answers does otherwise than an earlier one; undefined where that cannot be read. */
export function comparedWith(hash: string, held: HeldPolicy, desk: Reads): Promise<Compared | undefined> {
  const ofDocument = known.get(held.document) ?? new Map<string, Promise<Compared | undefined>>();
  known.set(held.document, ofDocument);
  const earlier = ofDocument.get(hash);
  if (earlier) return earlier;
  const made = compare(hash, held, desk);
  ofDocument.set(hash, made);
  made.catch(() => ofDocument.delete(hash));
  return made;
}

/** The earlier version is read again from its bytes, as it was when it answered. */
async function compare(
  hash: string,
  { policy, document }: HeldPolicy,
  { records }: Reads,
): Promise<Compared | undefined> {
  const version = await storedVersion(records, policy.id, hash);
  const reading = version && (await read(version.bytes, version.file));
  return reading?.ok ? { before: reading.document, all: differences(reading.document, document) } : undefined;
}
