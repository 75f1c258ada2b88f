import type { Desk } from '../../capability';
import { FIND } from './filing';
import type { Sought } from './terms';

/** A concern that may be meant; whether this person may know of it is asked when it is shown. */
export interface Candidate {
  /** Sorts what was found, the newest first. */
  readonly order: string;
  readonly ref: string;
}

const PAGE = 50;

/** Concerns that stand under all tokens of any one list, the newest first, each once: by keys alone, nothing is opened. */
export async function* candidates(sought: Sought, desk: Desk, after = ''): AsyncGenerator<Candidate> {
  const streams = sought.map((terms) => together(terms, desk, after));
  const heads = await Promise.all(streams.map((stream) => stream.next()));
  let last = '';
  for (;;) {
    const orders = heads.flatMap(({ done, value }) => (done ? [] : [String(value)]));
    const order = orders.sort()[0];
    if (order === undefined) return;
    if (order !== last) yield { order, ref: order.slice(order.indexOf('|') + 1) };
    last = order;
    for (const [at, stream] of streams.entries()) if (heads[at]?.value === order) heads[at] = await stream.next();
  }
}

async function* together(terms: readonly string[], { records }: Desk, after: string): AsyncGenerator<string> {
  const [first = '', ...others] = terms.map((term) => `${FIND}${records.blind(term)}|`);
  let from = `${first}${after === '' ? '' : `${after}~`}`;
  for (;;) {
    const { rows } = await records.peek({ from, to: `${first}~`, limit: PAGE });
    for (const { key } of rows) {
      const order = key.slice(first.length);
      const also = await Promise.all(others.map((prefix) => records.get(`${prefix}${order}`)));
      if (also.every((row) => row !== undefined)) yield order;
    }
    const last = rows.at(-1)?.key;
    if (last === undefined || rows.length < PAGE) return;
    from = `${last}~`;
  }
}
