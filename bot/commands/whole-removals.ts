import type { z } from 'zod';
import type { Entry } from '../../domain/chronology';
import { CHAIN, CHAIN_FACTS, CHAIN_ROW, ChainEnd, Remains, removalKey, Struck } from '../../handlers/retention/chain';
import { allRemoving } from '../../handlers/retention/rows';
import type { Store } from '../../infra/store';
import { type Looked, keysUnder, openRow } from './bare-rows';
import { checkChain, type Fault } from './chain';

/** What the school's own chronology says of records that two people had removed. */
export interface Removals {
  readonly entries: number;
  readonly faults: readonly Fault[];
  /** References that are gone as they should be: of concerns, and of requests. */
  readonly concerns: ReadonlySet<string>;
  readonly requests: ReadonlySet<string>;
  /** References of which rows may still be there for a moment. */
  readonly underWay: ReadonlySet<string>;
  /** Hashes of entries of other chronologies that say nothing any more, because they named one of them. */
  readonly struck: ReadonlySet<string>;
}

/** Opens every entry: a record may only be missing, and an entry empty, where this chain says so and is whole itself. */
export async function checkRemovals(store: Store, household: Looked): Promise<Removals> {
  const { keys, isWhole } = await keysUnder(store, household.school.id, CHAIN_FACTS);
  const isThere = keys.length > 0 || (await openRow(CHAIN_ROW, household)).state !== 'missing';
  const shape = { rowKey: CHAIN_ROW, entryKey: removalKey, record: ChainEnd };
  const faults = isThere ? await checkChain(CHAIN, shape, keys, household) : [];
  const facts: Entry[] = [];
  for (const key of keys) {
    const { state, value } = await openRow(key, household);
    if (state === 'there') facts.push(value as Entry);
  }
  const saysSo = isWhole && faults.length === 0;
  const remains = saysSo ? said(facts, 'removed', Remains) : [];
  return {
    entries: keys.length,
    faults,
    concerns: refsOf(remains, (record) => record !== 'request'),
    requests: refsOf(remains, (record) => record === 'request'),
    underWay: new Set((await allRemoving(household)).flatMap(({ refs }) => refs)),
    struck: new Set(saysSo ? said(facts, 'struck', Struck).flatMap(({ hashes }) => hashes) : []),
  };
}

type Left = z.infer<typeof Remains>;

function refsOf(remains: readonly Left[], isMeant: (record: Left['record']) => boolean): Set<string> {
  return new Set(remains.filter(({ record }) => isMeant(record)).map(({ ref }) => ref));
}

function said<T>(facts: readonly Entry[], kind: string, shape: z.ZodType<T>): T[] {
  return facts.filter((fact) => fact.kind === kind).flatMap(({ facts: told }) => shape.safeParse(told).data ?? []);
}
