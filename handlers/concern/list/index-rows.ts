import type { DateTime } from 'luxon';
import { z } from 'zod';
import { holds } from '../../../domain/people';
import { lineOf } from '../../../domain/routes-lines';
import { excludedFrom } from '../../../domain/routes-exclusions';
import type { School } from '../../../domain/school';
import type { RecordOp } from '../../../infra/records';
import type { Desk } from '../../capability';
import { moveInFigures } from '../figures/rows';
import { matterOf } from '../rules';
import type { Concern } from '../schema';

/**
 * Where an open concern is found: one row for each office and each person that may have it,
 * `list|<office.dsl>|<rank>|<reference>`, with a mark behind it where somebody is excluded. So a list reads as many rows as it shows, however many concerns there are.
 * A row finds and permits nothing: who may see a concern is asked when it is shown.
 */
export const ListRow = z.object({
  ref: z.string(),
  risk: z.enum(['low', 'medium', 'high']),
  category: z.string(),
  raisedAt: z.string(),
  takenBy: z.string().optional(),
  /** People who must not even be counted as having it. */
  excluded: z.array(z.string()),
});
export type ListRow = z.infer<typeof ListRow>;

export const LIST = 'list|';

/** Stands at the end of a key whose row keeps somebody out: only such a row has to be opened to be counted. */
export const SHUT = '|x';

/** The reference at the end of a key. */
export function refInKey(key: string): string {
  const bare = key.endsWith(SHUT) ? key.slice(0, -SHUT.length) : key;
  return bare.slice(bare.lastIndexOf('|') + 1);
}

export function officeSeat(office: string): string {
  return `office.${office}`;
}

export function personSeat(person: string): string {
  return `person.${person}`;
}

/** Where the cases stand that somebody has in hand, and no other. */
export const HELD = `${LIST}held.`;

function heldSeat(person: string): string {
  return `held.${person}`;
}

export function heldRowsOf(person: string): string {
  return `${HELD}${person}|`;
}

const WORST_FIRST = { high: 0, medium: 1, low: 2 } as const satisfies Record<Concern['risk'], number>;

/** Danger first, then what nobody has opened, then what nobody has in hand; in each the highest risk first. One digit. */
function rankOf({ danger, state, risk }: Concern): string {
  if (danger && state !== 'in-hand') return '0';
  const first = state === 'raised' ? 1 : state === 'in-hand' ? 7 : 4;
  return String(first + WORST_FIRST[risk]);
}

/** Every row under which a concern stands; none once it is closed. */
export function listRows(concern: Concern, school: School, now: DateTime): Map<string, ListRow> {
  if (concern.state === 'closed') return new Map();
  const matter = matterOf(concern);
  const line = lineOf(school, matter);
  const offices = [...line.tell, ...line.alsoOpen].filter((office) => !line.technical?.includes(office));
  // Whoever holds one of these offices looks under it; a row of their own would only be read a second time.
  const { ref, risk, category, raisedAt, takenBy } = concern;
  const holder = takenBy === undefined ? [] : [takenBy];
  const mine = [...concern.told, ...concern.shares.map(({ person }) => person), ...holder];
  const people = mine.filter((person) => !holds(school, person, ...offices));
  const seats = new Set([...offices.map(officeSeat), ...people.map(personSeat), ...holder.map(heldSeat)]);
  const row: ListRow = {
    ref,
    risk,
    category,
    raisedAt,
    ...(takenBy === undefined ? {} : { takenBy }),
    excluded: [...excludedFrom(school, matter, now)].sort(),
  };
  const order = `${rankOf(concern)}|${ref}${row.excluded.length > 0 ? SHUT : ''}`;
  return new Map([...seats].map((seat) => [`${LIST}${seat}|${order}`, row]));
}

/**
 * The rows that a change moves, and no other: rows of before that are gone, rows that are new, rows that say otherwise,
 * and what is counted of the concern.
 * Without a `before`, the store is asked for each row: for a new concern, and for one that may stand anywhere.
 */
export async function moveInLists(
  before: Concern | undefined,
  after: Concern,
  { school, now, records }: Pick<Desk, 'school' | 'now' | 'records'>,
): Promise<RecordOp[]> {
  const old = before ? listRows(before, school, now) : new Map<string, ListRow>();
  const wanted = listRows(after, school, now);
  const ops: RecordOp[] = [];
  for (const [key, row] of wanted)
    if (JSON.stringify(old.get(key)) !== JSON.stringify(row)) ops.push(...(await written(key, row, records)));
  for (const key of old.keys()) {
    const kept = wanted.has(key) ? undefined : await records.get(key);
    if (kept) ops.push({ op: 'delete', key, etag: kept.etag });
  }
  return [...ops, ...(await moveInFigures(before, after, { school, records }))];
}

/** What the school's file says may have moved meanwhile, so the store is asked what stands there. */
async function written(key: string, value: ListRow, records: Desk['records']): Promise<RecordOp[]> {
  const kept = await records.get(key);
  if (!kept) return [{ op: 'insert', key, value }];
  return JSON.stringify(kept.value) === JSON.stringify(value) ? [] : [{ op: 'update', key, value, etag: kept.etag }];
}
