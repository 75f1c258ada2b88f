import type { Desk } from '../../capability';
import { concernOf } from '../finding';
import { mayOpen } from '../rules';
import { LIST, ListRow, personSeat, refInKey, SHUT } from './index-rows';
import { seatsOf } from './seats';

/** A concern as lists know it before anybody looks into it. */
export interface Listed {
  /** Sorts lists: what is most urgent first, by its risk too, then what has waited longest. */
  readonly order: string;
  readonly ref: string;
  /** What its row says; undefined for one that cannot be read. */
  row(): ListRow | undefined;
}

/** Read at once where all are counted, and where only a page is shown. */
export const MANY = 52;
const FEW = 10;

/**
 * What a person may have open, the most urgent first: keys of the lists alone, read as far as they are needed; a row is
 * opened where it may keep this person out, or when its reader asks. Nobody who is excluded is given one, nor what
 * somebody had by name before their office or their sharing ended. Whether each may be opened is asked again when it is
 * shown.
 */
export async function* openRows(person: string, desk: Desk, after = '', atOnce = FEW): AsyncGenerator<Listed> {
  const seats = seatsOf(person, desk.school, desk.now);
  const streams = seats.map((seat) => headsOf(seat, after, atOnce, desk));
  const heads = await Promise.all(streams.map((stream) => stream.next()));
  let last = '';
  for (;;) {
    const at = soonest(heads);
    const head = heads[at];
    if (!head || head.done) return;
    const { order, row } = head.value;
    const isOut = order.endsWith(SHUT) && (row()?.excluded.includes(person) ?? true);
    const isOld =
      order !== last && seats[at] === personSeat(person) && !(await isStillOpenTo(person, head.value, desk));
    if (order !== last && !isOut && !isOld) {
      yield head.value;
      last = order;
    }
    const stream = streams[at];
    if (stream) heads[at] = await stream.next();
  }
}

/** What stands under somebody's own name was theirs when it was written: they were told, or it was shared up to a day. */
async function isStillOpenTo(person: string, { ref }: Listed, desk: Desk): Promise<boolean> {
  const kept = await concernOf(ref, desk);
  return kept !== undefined && mayOpen(person, kept.concern, desk.school, desk.now);
}

async function* headsOf(seat: string, after: string, atOnce: number, { records }: Desk): AsyncGenerator<Listed> {
  const prefix = `${LIST}${seat}|`;
  let from = `${prefix}${after === '' ? '' : `${after}~`}`;
  for (;;) {
    const { rows, cursor } = await records.peek({ from, to: `${prefix}~`, limit: atOnce });
    for (const { key, open } of rows)
      yield { order: key.slice(prefix.length), ref: refInKey(key), row: () => ListRow.safeParse(open()).data };
    const last = rows.at(-1)?.key;
    if (last === undefined || (rows.length < atOnce && cursor === undefined)) return;
    from = `${last}~`;
  }
}

function soonest(heads: readonly IteratorResult<Listed>[]): number {
  let found = -1;
  for (const [at, head] of heads.entries()) {
    if (head.done) continue;
    const best = heads[found];
    if (!best || best.done || head.value.order < best.value.order) found = at;
  }
  return found;
}
