import { DateTime } from 'luxon';
import type { SchoolClass } from '../../domain/classes';
import type { Change } from '../../infra/outbox';
import type { RecordOp } from '../../infra/records';
import type { Desk } from '../capability';
import { Fact, Held } from './schema';

/** Which form of which class in which school year. */
export interface Which {
  readonly year: number;
  readonly class: string;
  readonly slip: string;
}

export const SLIPS = 'slip|';
export const SLIP_FACTS = 'slip-fact|';

const NONE: Held = { noted: {}, last: '' };

/** What a row said when it was read: what follows from it holds only if nobody has changed it since. */
export interface AsRead {
  readonly held: Held;
  readonly etag: string | undefined;
}

export async function heldOf(which: Which, { records }: Pick<Desk, 'records'>): Promise<AsRead> {
  const kept = await records.get(keyOf(which));
  return { held: kept ? Held.parse(kept.value) : NONE, etag: kept?.etag };
}

const PAGE = 500;

/** More classes than this are read with all others. */
const ONE_BY_ONE = 3;

/** Where every form of these classes stands. */
export async function heldFor(
  classes: readonly Pick<SchoolClass, 'id'>[],
  year: number,
  desk: Pick<Desk, 'records'>,
): Promise<ReadonlyMap<string, Held>> {
  if (classes.length > ONE_BY_ONE) return heldUnder(`${year}|`, year, desk);
  const each = await Promise.all(classes.map(({ id }) => heldUnder(`${year}|${id}|`, year, desk)));
  return new Map(each.flatMap((held) => [...held]));
}

async function heldUnder(start: string, year: number, { records }: Pick<Desk, 'records'>) {
  const all = new Map<string, Held>();
  const prefix = `${SLIPS}${start}`;
  let cursor: string | undefined;
  do {
    const page = await records.listPrefix(prefix, { limit: PAGE, ...(cursor ? { cursor } : {}) });
    for (const { key, value } of page.rows) all.set(key.slice(`${SLIPS}${year}|`.length), Held.parse(value));
    cursor = page.cursor;
  } while (cursor);
  return all;
}

export function heldIn(all: ReadonlyMap<string, Held>, classId: string, slip: string): Held | undefined {
  return all.get(`${classId}|${slip}`);
}

type Put = Pick<Fact, 'put' | 'why' | 'by'>;

/**
 * One fact, and where its pupils stand from now on. The row changes only as it was read when `put` was worked out, so of
 * two at once the second takes its turn again and writes nothing over.
 */
export function keep(which: Which, { held, etag }: AsRead, put: Put, desk: Desk): { change: Change; held: Held } {
  const fact = Fact.parse({ ...which, ...put, at: afterThe(held, desk) });
  const noted = { ...held.noted };
  for (const { pupil, answer } of fact.put) {
    if (answer === 'out') delete noted[pupil];
    else noted[pupil] = { answer, at: fact.at };
  }
  const after: Held = { noted, last: fact.at };
  const key = keyOf(which);
  const ops: RecordOp[] = [
    { op: 'insert', key: `${SLIP_FACTS}${restOf(which)}|${fact.at}`, value: fact },
    etag === undefined ? { op: 'insert', key, value: after } : { op: 'update', key, value: after, etag },
  ];
  return { change: { ops }, held: after };
}

/** The instant of a new fact; two within one millisecond still stand in their order. */
function afterThe({ last }: Held, { now }: Pick<Desk, 'now'>): string {
  const at = now.toUTC().toISO();
  if (last < at) return at;
  return DateTime.fromISO(last, { zone: 'utc' }).plus({ milliseconds: 1 }).toISO() ?? at;
}

function keyOf(which: Which): string {
  return `${SLIPS}${restOf(which)}`;
}

function restOf({ year, class: classId, slip }: Which): string {
  return `${year}|${classId}|${slip}`;
}
