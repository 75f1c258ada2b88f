import { z } from 'zod';
import { Day, type PolicyEntry } from './school';

/**
 * Where a policy stands after its latest review in chat, one row a policy. What happened, and what happened before
 * it, are rows of their own; this one is what an answer and a reminder need to know.
 */
export const Reviewed = z.object({
  reviewOn: Day,
  /** When it was last ratified in chat; undefined when only its date was moved. */
  approvedOn: Day.optional(),
  /** The review date that the school file gave at that moment, or nothing. */
  fileSaid: z.string(),
  /** UTC, ISO 8601: the key of the latest row of the history. */
  at: z.string(),
});
export type Reviewed = z.infer<typeof Reviewed>;

export function reviewedKey(policyId: string): string {
  return `reviewed|${policyId}`;
}

/**
 * When a policy is due for review. What was ratified or moved in chat goes before the school file, until somebody
 * changes the date in the file: that is later knowledge.
 */
export function reviewOnOf(policy: Pick<PolicyEntry, 'reviewOn'>, reviewed: Reviewed | undefined): string | undefined {
  return isStanding(policy, reviewed) ? reviewed.reviewOn : policy.reviewOn;
}

/** When a policy was last approved, by the same rule. */
export function approvedOnOf(
  policy: Pick<PolicyEntry, 'approvedOn' | 'reviewOn'>,
  reviewed: Reviewed | undefined,
): string | undefined {
  return (isStanding(policy, reviewed) ? reviewed.approvedOn : undefined) ?? policy.approvedOn;
}

function isStanding({ reviewOn }: Pick<PolicyEntry, 'reviewOn'>, reviewed: Reviewed | undefined): reviewed is Reviewed {
  return reviewed !== undefined && reviewed.fileSaid === (reviewOn ?? '');
}
