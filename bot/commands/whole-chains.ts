import { factKey } from '../../handlers/concern/facts';
import { refFor } from '../../handlers/concern/rules';
import { Concern } from '../../handlers/concern/schema';
import type { Store } from '../../infra/store';
import { type Looked, keysUnder } from './bare-rows';
import { checkChain, type Fault, GONE, NO_ROWS, NOT_ALL_GONE } from './chain';
import { checkNumbers, type Numbered } from './check-numbers';
import type { Removals } from './whole-removals';

export interface Checked {
  readonly concerns: number;
  readonly entries: number;
  readonly faults: readonly Fault[];
}

/** Opens every concern and every entry of its chronology by itself, so that one that does not open hides no other. */
export async function checkChronologies(store: Store, household: Looked, removals: Removals): Promise<Checked> {
  const concerns = await keysUnder(store, household.school.id, 'concern|');
  const entries = await keysUnder(store, household.school.id, 'chronology|');
  const refs = concerns.keys.map((key) => key.slice('concern|'.length));
  const byRef = groupByRef(entries.keys);
  const faults: Fault[] = concerns.isWhole && entries.isWhole ? [] : [{ why: NO_ROWS }];
  for (const ref of refs) faults.push(...(await checkConcern(ref, byRef.get(ref) ?? [], household, removals.struck)));
  faults.push(...leftBehind(byRef.keys(), refs, removals.concerns, removals));
  const known = [...refs, ...byRef.keys(), ...removals.concerns];
  faults.push(...(await checkNumbers(store, known, numbered(household), household)));
  return { concerns: refs.length, entries: entries.keys.length, faults };
}

function numbered({ school }: Looked): Numbered {
  return { counters: 'counter|concern|', refOf: (year, number) => refFor(school.id, year, number) };
}

/** One concern and its chronology. @param listed keys of entries that were found, if anybody has looked. */
export async function checkConcern(
  ref: string,
  listed: readonly string[],
  household: Looked,
  struck?: ReadonlySet<string>,
): Promise<Fault[]> {
  const shape = { rowKey: `concern|${ref}`, entryKey: (n: number) => factKey(ref, n), record: Concern };
  return checkChain(ref, shape, listed, household, struck);
}

/** Chronologies without their record: of one that is being removed there may be some left for a moment. */
export function leftBehind(
  found: Iterable<string>,
  refs: readonly string[],
  removed: ReadonlySet<string>,
  { underWay }: Pick<Removals, 'underWay'>,
): Fault[] {
  const alone = [...found].filter((ref) => !refs.includes(ref) && !underWay.has(ref));
  return alone.map((ref) => ({ ref, why: removed.has(ref) ? NOT_ALL_GONE : GONE }));
}

/** Keys of entries by the reference that they belong to. */
export function groupByRef(keys: readonly string[]): Map<string, string[]> {
  const byRef = new Map<string, string[]>();
  for (const key of keys) {
    const ref = key.split('|')[1] ?? '';
    byRef.set(ref, [...(byRef.get(ref) ?? []), key]);
  }
  return byRef;
}
