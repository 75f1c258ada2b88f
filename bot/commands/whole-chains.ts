import { type ChainFault, type Entry, verifyChain } from '../../domain/chronology';
import { factKey, sha256 } from '../../handlers/concern/facts';
import { Concern } from '../../handlers/concern/schema';
import type { Store } from '../../infra/store';
import type { Household } from '../house';
import { keysUnder, openRow } from './bare-rows';
import { missingRefs } from './missing-refs';

export interface Fault {
  /** A concern's reference; undefined for a fault of no one concern. */
  readonly ref?: string;
  /** The first entry that is wrong; undefined when it is the concern itself. */
  readonly at?: number;
  readonly why: string;
}

export interface Checked {
  readonly concerns: number;
  readonly entries: number;
  readonly faults: readonly Fault[];
}

const SAID: Readonly<Record<ChainFault, string>> = {
  missing: 'is missing',
  'out-of-order': 'stands in the wrong place',
  changed: 'was changed',
  'not-linked': 'does not follow the one before it',
  'too-many': 'was added behind the end',
  'other-head': 'is not the last one that was written',
};

const UNREADABLE = 'was changed outside Lantern and cannot be opened';
const GONE = 'its record is gone, and its chronology is still there';
const NO_ROWS = 'some rows were changed outside Lantern so that they are no rows any more';

/** Opens every concern and every entry of its chronology by itself, so that one that does not open hides no other. */
export async function checkChronologies(store: Store, household: Household): Promise<Checked> {
  const concerns = await keysUnder(store, household.school.id, 'concern|');
  const entries = await keysUnder(store, household.school.id, 'chronology|');
  const refs = concerns.keys.map((key) => key.slice('concern|'.length));
  const byRef = groupByRef(entries.keys);
  const faults: Fault[] = concerns.isWhole && entries.isWhole ? [] : [{ why: NO_ROWS }];
  for (const ref of refs) faults.push(...(await checkConcern(ref, byRef.get(ref) ?? [], household)));
  for (const ref of byRef.keys()) if (!refs.includes(ref)) faults.push({ ref, why: GONE });
  for (const ref of await missingRefs(store, refs, household))
    if (!byRef.has(ref)) faults.push({ ref, why: 'is missing' });
  return { concerns: refs.length, entries: entries.keys.length, faults };
}

/** One concern and its chronology. @param listed keys of entries that were found, if anybody has looked. */
export async function checkConcern(ref: string, listed: readonly string[], household: Household): Promise<Fault[]> {
  const row = await openRow(`concern|${ref}`, household);
  const concern = Concern.safeParse(row.value);
  if (!concern.success) return [{ ref, why: UNREADABLE }];
  const { facts, head } = concern.data;
  const expected = Array.from({ length: facts }, (_, index) => factKey(ref, index + 1));
  const chain: Entry[] = [];
  let unreadable: number | undefined;
  for (const key of [...new Set([...expected, ...listed])].sort()) {
    const entry = await openRow(key, household);
    if (entry.state === 'unreadable') unreadable = Number(key.split('|')[2]);
    if (unreadable !== undefined) break;
    if (entry.state === 'there') chain.push(entry.value as Entry);
  }
  const verdict = verifyChain(ref, chain, { n: facts, hash: head }, sha256);
  if (verdict.ok) return unreadable === undefined ? [] : [{ ref, at: unreadable, why: UNREADABLE }];
  const { firstBad, why } = verdict;
  return [{ ref, at: firstBad, why: firstBad === unreadable ? UNREADABLE : SAID[why] }];
}

function groupByRef(keys: readonly string[]): Map<string, string[]> {
  const byRef = new Map<string, string[]>();
  for (const key of keys) {
    const ref = key.split('|')[1] ?? '';
    byRef.set(ref, [...(byRef.get(ref) ?? []), key]);
  }
  return byRef;
}
