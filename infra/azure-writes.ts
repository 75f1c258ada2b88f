import { randomUUID } from 'node:crypto';
import type { TableClient, TransactionAction } from '@azure/data-tables';
import { withDeleteEtags } from './azure-deletes';
import { withDeadline } from './azure-deadline';
import { toEntity } from './azure-entity';
import { isLostRace } from './azure-errors';
import { NONCE, RECEIPT } from './limits';
import { Conflict, type Op } from './store';

/** What Azure gives as an etag. Anything else, `*` above all, is no etag of a row and goes into no header. */
const ETAG = /^W\/"[^"\r\n]*"$/;

/**
 * All or nothing, in one transaction. Every row written carries a nonce: when the service refuses because the row exists
 * or has changed, that may be our own write, whose answer was lost before the SDK tried again; so we look.
 * @returns the etag of the first row when there is only one op, else nothing of use.
 * @throws Conflict, and then nothing has changed.
 */
export async function writeOps(client: TableClient, partition: string, ops: readonly Op[]): Promise<string> {
  if (ops.some((op) => op.op !== 'insert' && !ETAG.test(op.etag)))
    throw new Conflict('The row is gone or has changed.');
  const nonce = randomUUID();
  const actions = ops.map((op) => toAction(partition, op, nonce));
  const written = ops.flatMap((op) => (op.op === 'delete' ? [] : [op.key]));
  if (written.length > 0) return sendOnce(client, partition, { ops, actions, written, nonce });
  // Deletes alone leave nothing behind to know them by, so they leave a receipt for as long as it takes.
  const receipt = `${RECEIPT}${nonce}`;
  actions.push(['create', toEntity(partition, receipt, {}, nonce)]);
  const etag = await sendOnce(client, partition, { ops, actions, written: [receipt], nonce });
  await dropReceipt(client, partition, receipt);
  return etag;
}

interface Transaction {
  readonly ops: readonly Op[];
  readonly actions: TransactionAction[];
  /** Keys of the rows that carry the nonce when it has gone through. */
  readonly written: readonly string[];
  readonly nonce: string;
}

async function sendOnce(client: TableClient, partition: string, transaction: Transaction): Promise<string> {
  try {
    return await send(client, transaction);
  } catch (error) {
    const etag = await ownEtag(client, partition, transaction);
    if (etag !== undefined) return etag;
    throw isLostRace(error) ? new Conflict('The row is there already, is gone, or has changed.') : error;
  }
}

function toAction(partition: string, op: Op, nonce: string): TransactionAction {
  if (op.op === 'delete') return ['delete', { partitionKey: partition, rowKey: op.key }];
  const entity = toEntity(partition, op.key, op.value, nonce);
  return op.op === 'insert' ? ['create', entity] : ['update', entity, 'Replace', { etag: op.etag }];
}

async function send(client: TableClient, { ops, actions }: Transaction): Promise<string> {
  const etags = new Map(ops.flatMap((op) => (op.op === 'delete' ? [[op.key, op.etag]] : [])));
  const { subResponses } = await withDeleteEtags(etags, () => client.submitTransaction(actions, withDeadline()));
  const done = subResponses.filter((part) => part.status >= 200 && part.status < 300);
  if (done.length === actions.length) return subResponses[0]?.etag ?? '';
  throw new Error('Azure Table Storage answered a transaction in a way that Lantern does not understand.');
}

/** Of several rows one is enough: they were written together or not at all, and others may have changed some since. */
async function ownEtag(
  client: TableClient,
  partition: string,
  { written, nonce }: Transaction,
): Promise<string | undefined> {
  const found = await Promise.all(written.map((key) => readBack(client, partition, key)));
  return found.find((entity) => entity?.[NONCE] === nonce)?.etag;
}

async function readBack(client: TableClient, partition: string, key: string) {
  try {
    return await client.getEntity(partition, key, withDeadline());
  } catch {
    // Not there, or not to be reached: the error that brought us here is the one to tell.
    return undefined;
  }
}

async function dropReceipt(client: TableClient, partition: string, receipt: string): Promise<void> {
  try {
    await client.deleteEntity(partition, receipt, withDeadline());
  } catch {
    // The deletes are done. A receipt that stays behind does no harm: no page shows it.
  }
}
