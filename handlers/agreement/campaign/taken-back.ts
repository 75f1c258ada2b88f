import type { RecordOp } from '../../../infra/records';
import type { Desk } from '../../capability';
import { type Act, TakenBack } from '../schema';

const PREFIX = 'agreed-back|';

export const takenBackKey = (agreement: string, person = '', at = '') =>
  `${PREFIX}${agreement}|${person === '' ? '' : `${person}|${at}`}`;

/** That a paper was recorded by mistake: a row beside the act, which stays as it was. */
export function takenBackOp(back: TakenBack): RecordOp {
  return { op: 'insert', key: takenBackKey(back.agreement, back.person, back.of), value: TakenBack.parse(back) };
}

export async function isTakenBack(
  { agreement, person, at }: Act,
  { records }: Pick<Desk, 'records'>,
): Promise<boolean> {
  return (await records.get(takenBackKey(agreement, person, at))) !== undefined;
}

/** Everything of an agreement that was taken back, for its register: it is seldom more than a few. */
export async function takenBackOf(agreement: string, { records }: Pick<Desk, 'records'>): Promise<TakenBack[]> {
  const { rows } = await records.listPrefix(takenBackKey(agreement), { limit: 1000 });
  return rows.map(({ value }) => TakenBack.parse(value));
}
