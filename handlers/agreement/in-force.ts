import { Decision, decisionKey, Settled, settledKey } from '../../domain/agree-again';
import { everyRow } from '../../infra/every-row';
import { findAgreement } from '../../library';
import type { Desk } from '../capability';
import { decidedOf, isUndecided } from '../decided';
import type { Entry } from './asking';

/** Which acts counted at some instant, as far as the versions of the policy go. */
export interface InForce {
  /** Acts before this instant did not: everybody was asked again because of a new version. */
  readonly since: string;
  /** Hashes of the words that held; absent where that was still to be decided, or where another version has come since. */
  readonly words?: ReadonlySet<string>;
}

/** What counted for an agreement just before an instant, by what had been decided until then. */
export async function inForceBefore(
  end: string,
  entry: Entry,
  desk: Pick<Desk, 'school' | 'records' | 'library'>,
): Promise<InForce> {
  const [since, words] = await Promise.all([sinceBefore(end, entry, desk), wordsBefore(end, entry, desk)]);
  return { since, ...(words ? { words } : {}) };
}

/** When the latest version took its place about which the answer was "yes" by then; '' where there was none. */
async function sinceBefore(end: string, { policy }: Entry, { records }: Pick<Desk, 'records'>): Promise<string> {
  const all = decisionKey(policy, '');
  let since = '';
  for await (const { key, value } of everyRow({ records }, all)) {
    const answer = Decision.parse(value)
      .answers.filter(({ at }) => at < end)
      .at(-1)?.answer;
    const keptAt = key.slice(all.length);
    if (answer === 'yes' && keptAt > since) since = keptAt;
  }
  return since;
}

async function wordsBefore(
  end: string,
  entry: Entry,
  { school, records, library }: Pick<Desk, 'school' | 'records' | 'library'>,
): Promise<ReadonlySet<string> | undefined> {
  const held = library.policy(entry.policy);
  const words = held && findAgreement(held.document, entry.heading)?.hash;
  const [decided, row] = await Promise.all([decidedOf(entry.policy, { records }), records.get(settledKey(entry.id))]);
  const settled = row && Settled.parse(row.value);
  const { current } = decided;
  const isKnown = current !== undefined && current.hash === held?.policy.hash && current.keptAt < end;
  if (!words || !isKnown || (settled && settled.at >= end)) return undefined;
  if (await isUndecided(held, decided, { school, records })) return undefined;
  return new Set([words, ...(settled?.words === words ? settled.accepts : [])]);
}
