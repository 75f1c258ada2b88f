import type { z } from 'zod';
import { type ChainFault, type Entry, verifyChain } from '../../domain/chronology';
import { sha256 } from '../../handlers/concern/facts';
import { type Looked, openRow } from './bare-rows';

export interface Fault {
  /** A reference; undefined for a fault of no one record. */
  readonly ref?: string;
  /** The first entry that is wrong; undefined when it is the record itself. */
  readonly at?: number;
  readonly why: string;
}

/** Something with a chronology: its own row, which holds the end of the chain, and where each entry stands. */
export interface Chained {
  readonly rowKey: string;
  readonly record: z.ZodType<{ readonly facts: number; readonly head: string }>;
  entryKey(n: number): string;
}

const SAID: Readonly<Record<ChainFault, string>> = {
  missing: 'is missing',
  'out-of-order': 'stands in the wrong place',
  changed: 'was changed',
  'not-linked': 'does not follow the one before it',
  'too-many': 'was added behind the end',
  'other-head': 'is not the last one that was written',
};

/** Beside what is wrong with one chain. */
export const GONE = 'its record is gone, and its chronology is still there';
export const NOT_ALL_GONE = 'was removed, and some of its chronology is still there';
export const NO_ROWS = 'some rows were changed outside Lantern so that they are no rows any more';

const UNREADABLE = 'was changed outside Lantern and cannot be opened';

/**
 * One record and its chronology. @param listed keys of entries that were found, if anybody has looked.
 * @param struck hashes of entries that may say nothing any more.
 */
export async function checkChain(
  ref: string,
  { rowKey, record, entryKey }: Chained,
  listed: readonly string[],
  household: Looked,
  struck?: ReadonlySet<string>,
): Promise<Fault[]> {
  const row = await openRow(rowKey, household);
  const kept = record.safeParse(row.value);
  if (!kept.success) return [{ ref, why: UNREADABLE }];
  const { facts, head } = kept.data;
  const expected = Array.from({ length: facts }, (_, index) => entryKey(index + 1));
  const chain: Entry[] = [];
  let unreadable: number | undefined;
  for (const key of [...new Set([...expected, ...listed])].sort()) {
    const entry = await openRow(key, household);
    if (entry.state === 'unreadable') unreadable = Number(key.split('|').at(-1));
    if (unreadable !== undefined) break;
    if (entry.state === 'there') chain.push(entry.value as Entry);
  }
  const verdict = verifyChain(ref, chain, { n: facts, hash: head }, sha256, struck);
  if (verdict.ok) return unreadable === undefined ? [] : [{ ref, at: unreadable, why: UNREADABLE }];
  const { firstBad, why } = verdict;
  return [{ ref, at: firstBad, why: firstBad === unreadable ? UNREADABLE : SAID[why] }];
}
