import { DateTime } from 'luxon';
import type { SchoolClass } from '../../domain/classes';
import { everyRow } from '../../infra/every-row';
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

/** Where one form of one class stands; nothing is back where no row is kept. */
export async function heldOf(which: Which, { records }: Pick<Desk, 'records'>): Promise<AsRead> {
  const kept = await records.get(keyOf(which));
  return { held: kept ? Held.parse(kept.value) : NONE, etag: kept?.etag };
}

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

async function heldUnder(start: string, year: number, desk: Pick<Desk, 'records'>) {
  const all = new Map<string, Held>();
  for await (const { key, value } of everyRow(desk, `${SLIPS}${start}`))
    all.set(key.slice(`${SLIPS}${year}|`.length), Held.parse(value));
  return all;
}

/** One form of one class, out of what `heldFor` read. */
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
