import { Conflict, type Row, type Store } from '../infra/store';
import { Count, countIn } from './count-owed';
import type { House } from './house';
import { householdOf } from './schools';

/*
 * In a house of many schools nobody can ask all of them each time that somebody asks how the bot is. So each is counted when
 * a round comes by, and what it owes is kept for every process to read: one row a school, and none where nothing is owed.
 */

/** No school can have this partition for its own: an id holds no bar. */
const COUNTS = 'counts|all';
/** Schools that owe something; of more, others may be failing as well. */
const MOST_READ = 1000;
/** So many are counted anew at every round: what was owed a moment ago is soon sent, and no alarm stands for longer than it must. */
const FEW = 40;

/** What the schools that are opened when somebody asks for them owed when they were last counted. */
export async function lastCounts({ store }: Pick<House, 'store'>): Promise<Count[]> {
  const { rows, cursor } = await store.query(COUNTS, { from: '', to: '~', limit: MOST_READ });
  const counts = rows.map(countOf);
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
  let from = '';

  async function countOne(id: string): Promise<void> {
    const household = await householdOf(house(), id);
    // Whoever is gone owes nothing.
    await keep(id, household ? await countIn(household, house()) : NOTHING, house().store);
  }

  async function nextOwing(): Promise<readonly string[]> {
    const { rows, cursor } = await house().store.query(COUNTS, { from, to: '~', limit: FEW });
    const last = rows.at(-1);
    from = cursor && last ? `${last.key} ` : '';
    return rows.filter((row) => isMine(row.key) && mayPass(countOf(row))).map(({ key }) => key);
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

/** What was given up long ago stays as it is until its turn comes. */
function mayPass({ all, alarming }: Count): boolean {
  return all.waiting + all.failing + alarming > 0;
}

/** Another process may have counted it at the same moment: then one of them has. */
async function keep(school: string, count: Count, store: Store): Promise<void> {
  const row = await store.get(COUNTS, school);
  const value = { count: JSON.stringify(count) };
  if (row?.value.count === value.count) return;
  const isNothing = count.all.waiting + count.all.failing + count.all.dead === 0;
  if (row && isNothing) await store.delete(COUNTS, school, row.etag).catch(unlessConflict);
  else if (row) await store.update(COUNTS, school, value, row.etag).catch(unlessConflict);
  else if (!isNothing) await store.insert(COUNTS, school, value).catch(unlessConflict);
}

function countOf({ value }: Row): Count {
  return Count.parse(JSON.parse(String(value.count)));
}

function unlessConflict(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}
