import { factKey, requestKey } from '../../handlers/request/rows';
import { refOf } from '../../handlers/request/rules';
import { Request } from '../../handlers/request/schema';
import type { Store } from '../../infra/store';
import type { Household } from '../house';
import { keysUnder } from './bare-rows';
import { checkChain, type Fault, GONE, NO_ROWS } from './chain';
import { checkNumbers, type Numbered } from './check-numbers';
import { groupByRef } from './whole-chains';

const NUMBERED: Numbered = { counters: 'counter|request|', refOf };

/** Every request for permission with what was decided and why: an auditor may rely on it. */
export async function checkRequests(store: Store, household: Household) {
  const requests = await keysUnder(store, household.school.id, requestKey(''));
  const entries = await keysUnder(store, household.school.id, 'request-fact|');
  const refs = requests.keys.map((key) => key.slice(requestKey('').length));
  const byRef = groupByRef(entries.keys);
  const faults: Fault[] = requests.isWhole && entries.isWhole ? [] : [{ why: NO_ROWS }];
  for (const ref of refs) {
    const shape = { rowKey: requestKey(ref), entryKey: (n: number) => factKey(ref, n), record: Request };
    faults.push(...(await checkChain(ref, shape, byRef.get(ref) ?? [], household)));
  }
  for (const ref of byRef.keys()) if (!refs.includes(ref)) faults.push({ ref, why: GONE });
  faults.push(...(await checkNumbers(store, [...refs, ...byRef.keys()], NUMBERED, household)));
  return { requests: refs.length, entries: entries.keys.length, faults };
}
