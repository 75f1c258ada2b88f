import { randomBytes } from 'node:crypto';
import { openGrown } from '../../bench/growth/acts';
import { grow, type Size } from '../../bench/growth/fill';
import { schoolOf } from '../../bench/growth/school';
import { openBenchHouse } from '../../bench/house';
import { AGREEMENT } from '../../bench/load/school';
import { deskOf } from '../../bot/house';
import { lastKey } from '../../domain/agreed';
import { atHand, inOrder } from '../../handlers/agreement/at-hand';
import { placeKey } from '../../handlers/agreement/campaign/rows';
import { Place } from '../../handlers/agreement/campaign/schema';
import { openSqlite } from '../../infra/sqlite';
import type { Op, Store } from '../../infra/store';
import { countOperations, type Operations } from '../count-operations';
import { sampleLibrary } from '../sample-school';
import { openOne } from './both-stores';

const NOTHING: Size = { acts: 0, concerns: 0, jobs: 0, questions: 0 };
/** How much lies in a school's store, and how many people agree there beside those who report and lead. */
const SCHOOLS = {
  small: { size: { acts: 20, concerns: 1, jobs: 1, questions: 1 }, signers: 2 },
  large: { size: { acts: 300, concerns: 300, jobs: 300, questions: 300 }, signers: 300 },
} as const;
type Name = keyof typeof SCHOOLS;

/** Turns of people who have nothing to count: whoever leads counts to ninety-nine (`concern-reads.test.ts`). */
const TURNS = ['help', 'question', 'my agreements', 'a round', 'raise', 'open', 'my reports', 'agree'] as const;

const masterKey = randomBytes(32);
const filled = new Map<Name, Store>();

beforeAll(async () => {
  for (const name of ['small', 'large'] as const) {
    const store = openSqlite(':memory:');
    const { size, signers } = SCHOOLS[name];
    await grow(store, masterKey, schoolOf(signers), NOTHING, size);
    filled.set(name, store);
  }
});

afterAll(async () => {
  for (const store of filled.values()) await store.close();
});

describe.each(['SQLite', 'Azure Tables'])('What a turn asks of %s', (kind) => {
  const asked = new Map<Name, Map<string, Operations>>();

  beforeAll(async () => {
    for (const name of ['small', 'large'] as const) asked.set(name, await askedIn(name, kind));
  });

  test.each(TURNS)('%s: the same where there is one of everything and where there are three hundred', (turn) => {
    const [small, large] = [asked.get('small')?.get(turn), asked.get('large')?.get(turn)];

    expect(small?.reads).toBeGreaterThan(0);
    expect(large).toEqual(small);
  });
});

describe('Looking what the people of an agreement owe', () => {
  const SIGNERS = 10;

  test.each([0, 20, 300])('reads what is kept of them, and little of the %i who have left', async (left) => {
    const store = openSqlite(':memory:');
    const school = schoolOf(SIGNERS);
    await grow(store, masterKey, school, NOTHING, { ...NOTHING, acts: 20 * left, concerns: 1 });
    const { house, household, close } = await openBenchHouse(store, school, await sampleLibrary(), masterKey);
    const ids = inOrder(school.people.filter(({ roles }) => roles.includes('volunteer'))).map(({ id }) => id);
    const operations = countOperations(store);

    const near = await atHand(deskOf(house, household), AGREEMENT, ids);
    const places = await Promise.all(ids.map((id) => near.records.get(placeKey(AGREEMENT, id))));
    const acts = await Promise.all(ids.map((id) => near.records.get(lastKey(AGREEMENT, id))));
    const { rows } = operations.since();
    await close();

    expect(places.map((place) => Place.parse(place?.value).state)).toEqual(ids.map(() => 'outstanding'));
    expect(acts).toEqual(ids.map(() => undefined));
    expect(rows).toBeLessThanOrEqual(5 * SIGNERS);
  });
});

/** What each turn asks of the store the second time, when what stays in memory is there. */
async function askedIn(name: Name, kind: string): Promise<Map<string, Operations>> {
  const store = await openOne(kind);
  const from = filled.get(name);
  if (from) await copy(from, store);
  const operations = countOperations(store);
  const { size, signers } = SCHOOLS[name];
  const { acts, close } = await openGrown(store, masterKey, schoolOf(signers), size);
  const found = new Map<string, Operations>();
  for (const turn of TURNS) {
    await acts[turn]?.(0);
    operations.since();
    await acts[turn]?.(1);
    found.set(turn, operations.since());
  }
  await close();
  return found;
}

/** Every row as it is: sealed rows open wherever their address is the same. */
async function copy(from: Store, to: Store): Promise<void> {
  for (const partition of await from.partitions()) {
    let cursor: string | undefined;
    do {
      const page = await from.query(partition, { from: '', to: '~', limit: 99, ...(cursor ? { cursor } : {}) });
      await to.commit(
        partition,
        page.rows.map(({ key, value }): Op => ({ op: 'insert', key, value })),
      );
      cursor = page.cursor;
    } while (cursor);
  }
}
