import type { Desk } from '../../capability';
import { LIST, ListRow } from './index-rows';
import { seatsOf } from './seats';

/** A concern as lists know it before anybody looks into it. */
export interface Listed {
  /** Sorts lists: what is most urgent first, then what has waited longest. */
  readonly order: string;
  readonly row: ListRow;
}

/** The same before its row is opened. */
interface Head {
  readonly order: string;
  open(): unknown;
}

const PAGE = 100;

/**
 * What a person may have open, the most urgent first: rows of the lists alone, read as far as they are needed, and each
 * opened once, though a concern stands under several of their seats. Nobody who is excluded is given a row. Whether
 * each may be opened is asked again when it is shown.
 */
export async function* openRows(person: string, desk: Desk, after = ''): AsyncGenerator<Listed> {
  const streams = seatsOf(person, desk.school, desk.now).map((seat) => headsOf(seat, after, desk));
  const heads = await Promise.all(streams.map((stream) => stream.next()));
  let last = '';
  for (;;) {
    const at = soonest(heads);
    const head = heads[at];
    if (!head || head.done) return;
    const { order } = head.value;
    const row = order === last ? undefined : ListRow.safeParse(head.value.open()).data;
    if (row && !row.excluded.includes(person)) yield { order, row };
    last = order;
    const stream = streams[at];
    if (stream) heads[at] = await stream.next();
  }
}

async function* headsOf(seat: string, after: string, { records }: Desk): AsyncGenerator<Head> {
  const prefix = `${LIST}${seat}|`;
  let from = `${prefix}${after === '' ? '' : `${after}~`}`;
  for (;;) {
    const { rows, cursor } = await records.peek({ from, to: `${prefix}~`, limit: PAGE });
    for (const { key, open } of rows) yield { order: key.slice(prefix.length), open };
    const last = rows.at(-1)?.key;
    if (last === undefined || (rows.length < PAGE && cursor === undefined)) return;
    from = `${last}~`;
  }
}

function soonest(heads: readonly IteratorResult<Head>[]): number {
  let found = -1;
  for (const [at, head] of heads.entries()) {
    if (head.done) continue;
    const best = heads[found];
    if (!best || best.done || head.value.order < best.value.order) found = at;
  }
  return found;
}
