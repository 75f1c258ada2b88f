import { KEY_ROW } from '../infra/seal';
import { Conflict, type Row, type Store } from '../infra/store';
import { Count, countIn } from './count-owed';
import type { House } from './house';
import { householdOf } from './schools';

/*
 * In a house of many schools nobody can ask all of them each time that somebody asks how the bot is. So each is counted when
 * a round comes by, and what it owes is kept for every process to read: one row a school, and none where nothing is owed.
 */

/**
 * No school can have this partition for its own: an id holds no bar. Those that need somebody come first, so that none of them
 * is hidden behind schools of which something was given up long ago; what merely waits has no row.
 */
const COUNTS = 'counts|all';
const BAD = 'a|';
const WAS = 'b|';
/** Of more schools than these others may be failing as well. */
const MOST_READ = 1000;
/** So many are counted anew at every round: what was owed a moment ago is soon sent, and no alarm stands for longer than it must. */
const FEW = 40;

/** What the schools that are opened when somebody asks for them owed when they were last counted. */
export async function lastCounts({ store, households }: Pick<House, 'store' | 'households'>): Promise<Count[]> {
  const { rows, cursor } = await store.query(COUNTS, { from: '', to: '~', limit: MOST_READ });
  const counts = rows.filter((row) => !households.has(schoolOf(row))).map(countOf);
  return cursor ? [...counts, SOME_MORE] : counts;
}

const NONE = { waiting: 0, failing: 0, dead: 0 };
const NOTHING: Count = { all: NONE, letters: NONE, alarming: 0 };
const SOME_MORE: Count = { ...NOTHING, all: { ...NONE, more: true } };

export interface LastCounts {
  /** Counts a school, where it is one of those that are not open from the start. Never rejects: its reminders go out all the same. */
  count(school: string): Promise<void>;
  /** Some of those that owed something, the next of them each time. Never rejects. */
  owing(): Promise<readonly string[]>;
}

/** @param isMine whether this process looks after a school. */
export function openLastCounts(house: () => House, isMine: (school: string) => boolean): LastCounts {
  let from = BAD;

  async function countOne(id: string): Promise<void> {
    const household = await householdOf(house(), id);
    if (household) await keep(id, await countIn(household, house()), house().store);
    // Whoever is gone owes nothing; of a school that only does not open nobody knows what it owes.
    else if (await isGone(id, house().store)) await keep(id, NOTHING, house().store);
  }

  async function nextOwing(): Promise<readonly string[]> {
    const { rows, cursor } = await house().store.query(COUNTS, { from, to: `${BAD}~`, limit: FEW });
    const last = rows.at(-1);
    from = cursor && last ? `${last.key} ` : BAD;
    return rows.map(schoolOf).filter(isMine);
  }

  return {
    async count(id) {
      if (!house().others || house().households.has(id)) return;
      await countOne(id).catch((error) => house().log('school not counted', { school: id, error }));
    },
    async owing() {
      if (!house().others) return [];
      return nextOwing().catch((error) => {
        house().log('schools not counted', { error });
        return [];
      });
    },
  };
}

async function isGone(school: string, store: Store): Promise<boolean> {
  const row = await store.get(school, KEY_ROW);
  return row === undefined || row.value.shreddedAt !== undefined;
}

function schoolOf({ key }: Row): string {
  return key.slice(BAD.length);
}

/** Another process may have counted it at the same moment: then one of them has. */
async function keep(school: string, count: Count, store: Store): Promise<void> {
  const { all, alarming } = count;
  const place = all.failing + alarming > 0 ? BAD : all.dead > 0 ? WAS : undefined;
  const value = { count: JSON.stringify(count) };
  for (const each of [BAD, WAS]) {
    const key = `${each}${school}`;
    const row = await store.get(COUNTS, key);
    if (row && each !== place) await store.delete(COUNTS, key, row.etag).catch(unlessConflict);
    else if (row && row.value.count !== value.count)
      await store.update(COUNTS, key, value, row.etag).catch(unlessConflict);
    else if (!row && each === place) await store.insert(COUNTS, key, value).catch(unlessConflict);
  }
}

function countOf({ value }: Row): Count {
  return Count.parse(JSON.parse(String(value.count)));
}

function unlessConflict(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}
