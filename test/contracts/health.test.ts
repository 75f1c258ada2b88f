import { healthOf, openHealth } from '../../bot/health';
import type { RecordOp } from '../../infra/records';
import { QUIET } from '../stories/raise';
import { openWorld, type World } from '../world';

/** More than three pages of what is owed. */
const MANY = 1700;
const AT_ONCE = 90;

let world: World;

beforeEach(async () => {
  world = await openWorld({ school: QUIET });
});

afterEach(() => world.close());

async function owe(count: number, attempts: number): Promise<void> {
  for (let from = 0; from < count; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, n) => from + n);
    const ops = numbers.map((n): RecordOp => {
      const id = `deliver|${attempts}.${n}`;
      const value = { id, kind: 'deliver', dueAt: '2026-11-24T10:15:00.000Z', data: {}, attempts };
      return { op: 'insert', key: `job|${id}`, value };
    });
    await world.records.commit(ops);
  }
}

test('however much is owed, all of it is counted', async () => {
  await owe(MANY, 0);
  await owe(3, 2);

  expect((await healthOf(world.house)).outbox).toEqual({ waiting: MANY, failing: 3, dead: 0 });
});

test('between the pages the bot does other things', async () => {
  await owe(MANY, 0);
  let turns = 0;
  const clock = setInterval(() => {
    turns += 1;
  }, 0);
  await healthOf(world.house);
  clearInterval(clock);

  expect(turns).toBeGreaterThan(0);
});

test('is never counted twice at once: whoever asks while it takes long gets that count', async () => {
  const [household] = [...world.house.households.values()];
  const { listPrefix } = world.records;
  let counts = 0;
  const slow: typeof listPrefix = async (...asked) => {
    if (asked[0] === 'job|') counts += 1;
    await new Promise((resolve) => setTimeout(resolve, 700));
    return listPrefix(...asked);
  };
  Object.assign(household ?? {}, { records: { ...world.records, listPrefix: slow } });
  const health = openHealth(() => world.house);
  const first = health();
  // Two lists are read one after the other, and so it takes longer than a count is fresh.
  await new Promise((resolve) => setTimeout(resolve, 1200));
  await Promise.all([first, health()]);

  expect(counts).toBe(1);
});
