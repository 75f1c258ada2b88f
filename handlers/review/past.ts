import { z } from 'zod';
import { Day } from '../../domain/school';
import type { Change } from '../../infra/outbox';
import type { RecordOp } from '../../infra/records';
import { type HeldPolicy, isUnsigned } from '../../library';
import { printOf } from '../../pages/link';
import type { Desk } from '../capability';

/* The dates of a policy's own history, taken over when it is read: they stay when a later version leaves them out (S1 to S4). */

/** One date that the policy gave for itself: a month as its first and last day. */
const PastDate = z.object({
  kind: z.enum(['approved', 'reviewed', 'review due']),
  from: Day,
  to: Day,
  /** The row has a place for a signature, and nothing in it. */
  isUnsigned: z.boolean(),
});
export type PastDate = z.infer<typeof PastDate>;

/** `review-past|<policy>`: every date that any version gave, and by its print the version that was read last. */
const Past = z.object({ print: z.string(), dates: z.array(PastDate) });

/** More than any policy has, and far less than a row holds. */
const MOST_DATES = 200;
/** Policies in one transaction; the rest follow on the next day, or when the school is renewed. */
const AT_ONCE = 40;

/** Oldest first. */
export async function pastOf(policyId: string, { records }: Pick<Desk, 'records'>): Promise<readonly PastDate[]> {
  const kept = await records.get(pastKey(policyId));
  return kept ? Past.parse(kept.value).dates : [];
}

/** Takes over what the policies at hand say of their own history, each version once. */
export async function takeOverPast({ library, records }: Pick<Desk, 'library' | 'records'>): Promise<Change> {
  const ops: RecordOp[] = [];
  for (const held of library.policies) {
    if (ops.length >= AT_ONCE) break;
    const key = pastKey(held.policy.id);
    const kept = await records.get(key);
    const before = kept && Past.parse(kept.value);
    const print = printOf(held.document);
    if (before?.print === print) continue;
    const value = { print, dates: joined(before?.dates ?? [], datesOf(held)) };
    ops.push(kept ? { op: 'update', key, value, etag: kept.etag } : { op: 'insert', key, value });
  }
  return { ops };
}

function datesOf({ document: { facts, clauses } }: HeldPolicy): PastDate[] {
  return facts.dates.flatMap(({ kind, from, to, clause }) => {
    if (kind !== 'approved' && kind !== 'reviewed' && kind !== 'review due') return [];
    const row = clauses.find(({ id }) => id === clause);
    return [{ kind, from, to, isUnsigned: row?.kind === 'row' && isUnsigned(row.text) }];
  });
}

function joined(before: readonly PastDate[], now: readonly PastDate[]): PastDate[] {
  const all = new Map([...before, ...now].map((date) => [`${date.from}|${date.to}|${date.kind}`, date]));
  return [...all.values()].sort((a, b) => (a.from < b.from ? -1 : 1)).slice(-MOST_DATES);
}

function pastKey(policyId: string): string {
  return `review-past|${policyId}`;
}
