import { prefixRange } from './prefix';
import type { Scratch } from './scratch';
import { type Range, Restless, type Row, type Store } from './store';

/** How long is waited for a moment in which nobody writes. */
export interface Patience {
  readonly readings: number;
  pause(): Promise<void>;
}

/** The same found so often, one time after the other. The third looks for what came and went between the first two. */
const SAME_READINGS = 2;
const PAGE = 1000;
const ALL = prefixRange('');
const OWED = prefixRange('job|');

/**
 * What is owed is read last: whatever is in a copy and owed something, that is still owed in it, or was done meanwhile.
 * Read first, it could be missing there.
 */
const IN_THIS_ORDER = [{ from: ALL.from, to: OWED.from }, { from: OWED.to, to: ALL.to }, OWED];

/**
 * Copies a partition of a store that knows no instant but only rows: over and over, until it finds nothing changed. Every
 * write gives a row a new etag, so what was the same from the end of one reading to the beginning of the next was all
 * there in between, at one instant.
 * @throws Restless when somebody wrote each time.
 */
export async function copyUntilStill(
  store: Pick<Store, 'query'>,
  partition: string,
  scratch: Scratch,
  { readings, pause }: Patience,
): Promise<void> {
  let same = 0;
  for (let reading = 0; same < SAME_READINGS; reading += 1) {
    if (reading === readings) throw new Restless(saidOf(partition));
    let changes = 0;
    for (const range of IN_THIS_ORDER) changes += await copyRange(store, partition, scratch, range);
    same = changes === 0 ? same + 1 : 0;
    if (reading > 0 && changes > 0) await pause();
  }
}

function saidOf(partition: string): string {
  return `Somebody wrote to ${partition} the whole time, so no moment of it could be copied. Nothing was kept: try again when fewer people are at work.`;
}

type Span = Pick<Range, 'from' | 'to'>;

/** @returns how many rows were not as they had been copied. */
async function copyRange(
  store: Pick<Store, 'query'>,
  partition: string,
  scratch: Scratch,
  span: Span,
): Promise<number> {
  const copied = scratch.rows(span.from, span.to);
  let mine = copied.next();
  let changes = 0;
  const dropUpTo = (key: string | undefined) => {
    for (; !mine.done && (key === undefined || mine.value.key < key); mine = copied.next()) {
      scratch.drop(mine.value.key);
      changes += 1;
    }
  };
  for await (const row of rowsOf(store, partition, span)) {
    dropUpTo(row.key);
    const before = !mine.done && mine.value.key === row.key ? mine.value : undefined;
    if (before) mine = copied.next();
    if (before?.etag === row.etag) continue;
    scratch.put(row);
    changes += 1;
  }
  dropUpTo(undefined);
  return changes;
}

async function* rowsOf(store: Pick<Store, 'query'>, partition: string, span: Span): AsyncGenerator<Row> {
  let cursor: string | undefined;
  do {
    const page = await store.query(partition, { ...span, limit: PAGE, ...(cursor ? { cursor } : {}) });
    yield* page.rows;
    cursor = page.cursor;
  } while (cursor);
}
