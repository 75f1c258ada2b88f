import { type Answer, type Decision, decisionKey, Settled, settle, settledKey } from '../../domain/agree-again';
import { LastAct, lastKey } from '../../domain/agreed';
import type { School } from '../../domain/school';
import { everyRow } from '../../infra/every-row';
import type { RecordOp } from '../../infra/records';
import { findAgreement } from '../../library';
import type { Desk } from '../capability';
import type { Kept } from './kept';

/** Who decided at the command line: there is nobody to name. */
export const COMMAND_LINE = 'command line';

/**
 * The rows that keep whether people must agree again: who said so and when, about which two versions, and for each
 * agreement of the policy which acts count from now on. No rows for a first version, about which there is nothing to decide.
 * @param by a person's id.
 */
export async function decide(
  { policy, held, current, decision, etag, base }: Kept,
  { answer, by }: { readonly answer: Answer; readonly by: string },
  { school, records, now }: Pick<Desk, 'school' | 'records' | 'now'>,
): Promise<{ decision: Decision; ops: RecordOp[] } | undefined> {
  if (!held || !current || base === undefined) return undefined;
  const at = now.toUTC().toISO();
  const value: Decision = {
    policy: policy.id,
    from: base,
    to: current.hash,
    answers: [...(decision?.answers ?? []), { answer, by, at }],
  };
  const key = decisionKey(policy.id, current.keptAt);
  const row: RecordOp = etag === undefined ? { op: 'insert', key, value } : { op: 'update', key, value, etag };
  const settled = school.agreements.map(async (entry): Promise<RecordOp[]> => {
    const words = entry.policy === policy.id ? findAgreement(held.document, entry.heading)?.hash : undefined;
    return words === undefined
      ? []
      : [await settleAgreement(entry, { answer, words, keptAt: current.keptAt, at }, records)];
  });
  return { decision: value, ops: [row, ...(await Promise.all(settled)).flat()] };
}

async function settleAgreement(
  { id }: School['agreements'][number],
  deciding: Parameters<typeof settle>[1],
  records: Desk['records'],
): Promise<RecordOp> {
  const row = await records.get(settledKey(id));
  const value = settle(row && Settled.parse(row.value), deciding, await lastActs(id, records));
  const key = settledKey(id);
  return row ? { op: 'update', key, value, etag: row.etag } : { op: 'insert', key, value };
}

async function lastActs(agreementId: string, records: Desk['records']): Promise<LastAct[]> {
  const acts: LastAct[] = [];
  for await (const { value } of everyRow({ records }, lastKey(agreementId))) acts.push(LastAct.parse(value));
  return acts;
}
