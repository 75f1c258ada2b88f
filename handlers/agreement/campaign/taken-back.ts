import type { RecordOp } from '../../../infra/records';
import type { Desk } from '../../capability';
import { type Act, TakenBack } from '../schema';

/** @param at the instant of the act; without it the beginning of all of a person's. */
export const takenBackKey = (agreement: string, person: string, at = '') => `agreed-back|${agreement}|${person}|${at}`;

/** That a paper was recorded by mistake: a row beside the act, which stays as it was. */
export function takenBackOp(back: TakenBack): RecordOp {
  return { op: 'insert', key: takenBackKey(back.agreement, back.person, back.of), value: TakenBack.parse(back) };
}

/** Whether the office has taken this act back. */
export async function isTakenBack(
  { agreement, person, at }: Act,
  { records }: Pick<Desk, 'records'>,
): Promise<boolean> {
  return (await records.get(takenBackKey(agreement, person, at))) !== undefined;
}
