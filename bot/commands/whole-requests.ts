import { factKey, requestKey } from '../../handlers/request/rows';
import { refOf } from '../../handlers/request/rules';
import { Request } from '../../handlers/request/schema';
import type { Store } from '../../infra/store';
import { type Looked, keysUnder } from './bare-rows';
import { checkChain, type Fault, NO_ROWS } from './chain';
import { checkNumbers, type Numbered } from './check-numbers';
import { groupByRef, leftBehind } from './whole-chains';
import type { Removals } from './whole-removals';

const NUMBERED: Numbered = { counters: 'counter|request|', refOf };

/** Every request for permission with what was decided and why: an auditor may rely on it. */
export async function checkRequests(store: Store, household: Looked, removals: Removals) {
  const requests = await keysUnder(store, household.school.id, requestKey(''));
  const entries = await keysUnder(store, household.school.id, 'request-fact|');
  const refs = requests.keys.map((key) => key.slice(requestKey('').length));
  const byRef = groupByRef(entries.keys);
  const faults: Fault[] = requests.isWhole && entries.isWhole ? [] : [{ why: NO_ROWS }];
  for (const ref of refs) {
    const shape = { rowKey: requestKey(ref), entryKey: (n: number) => factKey(ref, n), record: Request };
    faults.push(...(await checkChain(ref, shape, byRef.get(ref) ?? [], household)));
  }
  faults.push(...leftBehind(byRef.keys(), refs, removals.requests, removals));
  faults.push(...(await checkNumbers(store, [...refs, ...byRef.keys(), ...removals.requests], NUMBERED, household)));
  return { requests: refs.length, entries: entries.keys.length, faults };
}
