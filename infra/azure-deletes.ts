import { AsyncLocalStorage } from 'node:async_hooks';
import type { TableClient } from '@azure/data-tables';

type Policy = Parameters<TableClient['pipeline']['addPolicy']>[0];

const etagsByKey = new AsyncLocalStorage<ReadonlyMap<string, string>>();

/**
 * Makes the deletes in a transaction conditional. @azure/data-tables 13.3 takes no etag for them and sends
 * `If-Match: *`: without this a commit would delete a row that somebody else has just changed.
 * @param etags key to etag of every row that `send` deletes.
 */
export function withDeleteEtags<T>(etags: ReadonlyMap<string, string>, send: () => Promise<T>): Promise<T> {
  return etagsByKey.run(etags, send);
}

/** Puts the etags of `withDeleteEtags` into the batch on its way out; one that does not look as expected is not sent. */
export const conditionalDeletes: Policy = {
  name: 'lanternConditionalDeletes',
  sendRequest(request, next) {
    const etags = etagsByKey.getStore();
    if (etags === undefined || typeof request.body !== 'string') return next(request);
    request.body = addEtags(request.body, etags);
    return next(request);
  },
};

/** JSON holds no line break, so what people wrote cannot pass for one of these lines. */
const DELETE_PART = /^(DELETE \S+[(,]RowKey='(\S*)'\) HTTP\/1\.1\r\n(?:[^\r\n]+\r\n)*?If-Match: )\*(?=\r\n)/gm;

function addEtags(batch: string, etags: ReadonlyMap<string, string>): string {
  const left = new Map(etags);
  const sent = batch.replace(DELETE_PART, (part, head: string, key: string) => {
    const rowKey = decodeURIComponent(key).replaceAll("''", "'");
    const etag = left.get(rowKey);
    left.delete(rowKey);
    return etag === undefined ? part : `${head}${etag}`;
  });
  if (left.size > 0 || /^If-Match: \*/m.test(sent))
    throw new Error('A delete would have gone out without its etag, so nothing was sent.');
  return sent;
}
