import type { Role } from '../../../domain/school';
import type { RecordOp } from '../../../infra/records';
import type { Desk } from '../../capability';
import type { Wording } from '../asking';
import { groupsAsked, numberOf, roundAsking } from './rounds';
import { type Held, listedKey, placeKey, tallyKey } from './rows';
import { type Place, type State, Tally } from './schema';

/** One person's place, as it stands and as it should; undefined where they have none. */
export interface Move {
  readonly person: string;
  readonly from: Held<Place> | undefined;
  readonly to: Place | undefined;
}

/**
 * The rows of so many people moving: their places, the lists they stand in, and the numbers. They go into the same
 * transaction as what moved them, so a bar is never behind the register.
 */
export async function moveOps(
  { entry: { id: agreement }, rounds }: Pick<Wording, 'entry' | 'rounds'>,
  moves: readonly Move[],
  records: Desk['records'],
): Promise<RecordOp[]> {
  const ops: RecordOp[] = [];
  const changes = new Map<string, Tally>();
  for (const { person, from, to } of moves) {
    ops.push(...placeOps(placeKey(agreement, person), from, to));
    ops.push(...(await listOps(agreement, person, from?.value, to, records)));
    // The numbers of a round that is over for a group stay as they were.
    if (from && from.value.number === numberOf(roundAsking([from.value.role], rounds)))
      count(changes, agreement, from?.value, -1);
    count(changes, agreement, to, 1);
  }
  return [...ops, ...(await tallyOps(changes, records))];
}

function placeOps(key: string, from: Held<Place> | undefined, to: Place | undefined): RecordOp[] {
  if (!from) return to ? [{ op: 'insert', key, value: to }] : [];
  return [to ? { op: 'update', key, value: to, etag: from.etag } : { op: 'delete', key, etag: from.etag }];
}

async function listOps(
  agreement: string,
  person: string,
  from: Place | undefined,
  to: Place | undefined,
  records: Desk['records'],
): Promise<RecordOp[]> {
  const before = from && isListed(from.state) ? listedKey(agreement, from.state, from.role, person) : undefined;
  const after = to && isListed(to.state) ? listedKey(agreement, to.state, to.role, person) : undefined;
  if (before === after) return [];
  const [old, known] = await Promise.all([before && records.get(before), after && records.get(after)]);
  return [
    ...(old ? [{ op: 'delete' as const, key: old.key, etag: old.etag }] : []),
    ...(after && !known ? [{ op: 'insert' as const, key: after, value: {} }] : []),
  ];
}

function isListed(state: State): boolean {
  return state !== 'agreed';
}

function count(changes: Map<string, Tally>, agreement: string, place: Place | undefined, by: 1 | -1): void {
  if (!place) return;
  const key = tallyKey(agreement, place.number, place.role);
  const change = changes.get(key) ?? Tally.parse({});
  change.asked += by;
  if (place.state !== 'outstanding') change[place.state] += by;
  changes.set(key, change);
}

/** Somebody without an account agreed: one more in the round that runs, under the group for whom the words were. */
export function countOnPage(agreement: string, number: number, role: Role, records: Desk['records']) {
  return tallyOps(new Map([[tallyKey(agreement, number, role), { ...Tally.parse({}), page: 1 }]]), records);
}

async function tallyOps(changes: ReadonlyMap<string, Tally>, records: Desk['records']): Promise<RecordOp[]> {
  const ops = [...changes].map(async ([key, change]): Promise<RecordOp[]> => {
    if (Object.values(change).every((number) => number === 0)) return [];
    const kept = await records.get(key);
    const before = Tally.parse(kept?.value ?? {});
    const value: Tally = {
      asked: before.asked + change.asked,
      agreed: before.agreed + change.agreed,
      paper: before.paper + change.paper,
      exempt: before.exempt + change.exempt,
      page: before.page + change.page,
    };
    return [kept ? { op: 'update', key, value, etag: kept.etag } : { op: 'insert', key, value }];
  });
  return (await Promise.all(ops)).flat();
}

/** The group in which somebody is counted: the first of their roles that their round asks. */
export function groupOf(roles: readonly Role[], { entry, campaign }: Pick<Wording, 'entry' | 'campaign'>) {
  const asked = groupsAsked(entry.audience, campaign);
  return roles.find((role) => asked.includes(role));
}
