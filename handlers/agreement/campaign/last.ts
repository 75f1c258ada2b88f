import { LastAct, lastKey } from '../../../domain/agreed';
import type { Desk } from '../../capability';

/** What a person last agreed to. */
export async function lastAct(
  agreement: string,
  person: string,
  records: Desk['records'],
): Promise<LastAct | undefined> {
  const kept = await records.get(lastKey(agreement, person));
  return kept && LastAct.parse(kept.value);
}
