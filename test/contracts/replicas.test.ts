import { DateTime } from 'luxon';
import type { House } from '../../bot/house';
import { openReplicas, ownerOf } from '../../bot/replicas';
import { openOne } from './both-stores';

const SCHOOLS = Array.from({ length: 300 }, (_, n) => `school-${n}`);

/** Two processes on one store, with one clock. */
async function openTwo(name: string) {
  const store = await openOne(name);
  const at = DateTime.fromISO('2026-11-24T10:15:00.000Z', { zone: 'utc' }) as DateTime<true>;
  let elapsed = 0;
  const logged: string[] = [];
  const house = {
    store,
    sole: false,
    clock: { now: () => at, elapsed: () => elapsed },
    log: (what: string) => void logged.push(what),
  } as unknown as House;
  const [one, other] = [openReplicas(() => house, 'one'), openReplicas(() => house, 'other')];
  /** Each has heard the other speak. */
  const both = async () => {
    for (let beats = 0; beats < 3; beats++) {
      await one.beat();
      await other.beat();
    }
  };
  function pass(seconds: number): void {
    elapsed += seconds * 1000;
  }
  return { store, house, logged, one, other, both, pass, at };
}

describe.each(['SQLite', 'Azure Tables'])('two processes on %s', (name) => {
  test('share the schools: each has an owner, and one alone', async () => {
    const { one, other, both, store } = await openTwo(name);
    await both();

    const mine = SCHOOLS.filter((school) => one.isMine(school));

    expect(SCHOOLS.every((school) => one.isMine(school) !== other.isMine(school))).toBe(true);
    expect(mine.length).toBeGreaterThan(100);
    expect(mine.length).toBeLessThan(200);
    await store.close();
  });

  test('take over from one that says nothing more, within a minute', async () => {
    const { one, other, both, pass, store } = await openTwo(name);
    await both();
    for (let beats = 0; beats < 4; beats++) {
      pass(10);
      await other.beat();
    }

    expect(SCHOOLS.every((school) => other.isMine(school))).toBe(true);
    await one.beat();
    await other.beat();
    expect(SCHOOLS.every((school) => one.isMine(school) !== other.isMine(school))).toBe(true);
    await store.close();
  });

  test('take over at once from one that says that it goes', async () => {
    const { one, other, both, store } = await openTwo(name);
    await both();
    await one.leave();
    await one.beat();
    await other.beat();

    expect(SCHOOLS.every((school) => other.isMine(school))).toBe(true);
    await store.close();
  });

  test('count nobody who has not spoken since they look: rows that the dead have left stand in nobody’s way', async () => {
    const { house, one, store } = await openTwo(name);
    for (let dead = 0; dead < 5; dead++) await openReplicas(() => house, `dead-${dead}`).beat();

    await one.beat();
    await one.beat();

    expect(SCHOOLS.every((school) => one.isMine(school))).toBe(true);
    await store.close();
  });

  test('help with what has waited, whosever school it is of, and leave the rest to its own', async () => {
    const { one, both, store, at } = await openTwo(name);
    await both();
    const [theirs = ''] = SCHOOLS.filter((school) => !one.isMine(school));
    const hint = (seconds: number) => ({
      ...{ key: 'hint', etag: 'etag' },
      value: { school: theirs, job: 'job', dueAt: at.minus({ seconds }).toISO() },
    });

    const isForMe = (seconds: number, isUrgent: boolean, isIdle = true) => one.isForMe(hint(seconds), isUrgent, isIdle);
    expect([isForMe(5, true), isForMe(15, true), isForMe(15, true, false)]).toEqual([false, true, true]);
    expect([isForMe(15, false), isForMe(130, false), isForMe(130, false, false)]).toEqual([false, true, false]);
    await store.close();
  });

  test('go on as before where the store is away for a moment, and say so', async () => {
    const { house, one, both, logged, store } = await openTwo(name);
    await both();
    const before = SCHOOLS.filter((school) => one.isMine(school));
    const { query } = store;
    Object.assign(house.store, { query: async () => Promise.reject(new Error('away')) });

    await one.beat();

    expect(SCHOOLS.filter((school) => one.isMine(school))).toEqual(before);
    expect(logged).toEqual(['other replicas unknown']);
    Object.assign(house.store, { query });
    await store.close();
  });
});

test('when a process comes or goes, only its own schools change hands', () => {
  for (const school of SCHOOLS) {
    const before = ownerOf(school, ['a', 'b', 'c']);
    const after = ownerOf(school, ['c', 'b']);
    if (before !== 'a') expect(after).toBe(before);
  }
});
