import { z } from 'zod';
import type { RecordOp } from '../../../infra/records';
import type { Desk, Turn } from '../../capability';
import { sha256 } from '../facts';

/** The same words on the same form are kept once, however often they are sent: pressed twice, one referral stays one. */
export const STEP_FORM = 'step-form|';

/** Carried by a form, and the same when it is shown again with what is to be mended. */
export const StepForm = z.string().regex(/^[0-9a-f]{32}$/);

/** What a form sends; without its mark it is kept each time. */
export interface Sent {
  readonly ref: string;
  readonly form?: string;
}

/** Turns are numbered for each person. */
export function newForm({ id, person }: Pick<Turn, 'id' | 'person'>): string {
  return sha256(`${person.id}|${id}`).slice(0, 32);
}

/** Whether these words were sent before on this form. */
export async function wasSent(sent: Sent, { records }: Desk): Promise<boolean> {
  return sent.form !== undefined && (await records.get(keyOf(sent))) !== undefined;
}

/** Two presses at once meet at this row, and one of them is taken again. */
export function sentOps(sent: Sent, { now }: Desk): RecordOp[] {
  return sent.form === undefined ? [] : [{ op: 'insert', key: keyOf(sent), value: { at: now.toUTC().toISO() } }];
}

function keyOf(sent: Sent): string {
  return `${STEP_FORM}${sent.ref}|${sha256(JSON.stringify(sent))}`;
}
