import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Fact, type Head, link, origin } from '../../domain/chronology';
import { RetainedKind } from '../../domain/retention-settings';
import type { RecordOp } from '../../infra/records';
import type { Desk } from '../capability';

/**
 * What was removed, as a chronology of the school's own: who proposed, who agreed, and what is left of each record. So a
 * case that two people had removed is told from one that somebody took away.
 */
export const CHAIN = 'removals';
export const CHAIN_ROW = 'removals|head';
export const CHAIN_FACTS = 'removal|fact|';

export const ChainEnd = z.object({ facts: z.int(), head: z.string() });

/** What is left of a record: its reference, how long its chronology was, and the hash of its last entry. No name, no word of it. */
export const Remains = z.object({
  record: RetainedKind,
  ref: z.string(),
  entries: z.int(),
  head: z.string(),
  rule: z.string(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  approvedBy: z.string(),
});

/** Hashes of entries of other chronologies that named it, and say nothing any more. */
export const Struck = z.object({ hashes: z.array(z.string()) });

export type RemovalKind = 'proposed' | 'declined' | 'approved' | 'removed' | 'struck' | 'finished';
export interface RemovalFact extends Pick<Fact, 'by' | 'facts'> {
  readonly kind: RemovalKind;
}

export function removalKey(n: number): string {
  return `${CHAIN_FACTS}${String(n).padStart(6, '0')}`;
}

/** Puts facts behind the last one. Two at one moment meet at the end of the chain, and one of them is taken again. */
export async function appended(facts: readonly RemovalFact[], { records, now }: Desk): Promise<RecordOp[]> {
  if (facts.length === 0) return [];
  const kept = await records.get(CHAIN_ROW);
  const before = ChainEnd.safeParse(kept?.value).data;
  let last: Head = before ? { n: before.facts, hash: before.head } : origin(CHAIN);
  const ops: RecordOp[] = [];
  for (const fact of facts) {
    const entry = link(last, { at: now.toUTC().toISO(), ...fact }, sha256);
    ops.push({ op: 'insert', key: removalKey(entry.n), value: entry });
    last = entry;
  }
  const row = { key: CHAIN_ROW, value: { facts: last.n, head: last.hash } };
  return [...ops, kept ? { op: 'update', ...row, etag: kept.etag } : { op: 'insert', ...row }];
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
