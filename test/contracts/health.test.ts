import { healthOf, openHealth } from '../../bot/health';
import { commitChange, hint } from '../../infra/outbox';
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

/** How many pages of rows are read from now on. */
function countPages(): () => number {
  const [household] = [...world.house.households.values()];
  const { listPrefix } = world.records;
  let pages = 0;
  const counting: typeof listPrefix = (...asked) => {
    pages += 1;
    return listPrefix(...asked);
  };
  Object.assign(household ?? {}, { records: { ...world.records, listPrefix: counting } });
  return () => pages;
}

test('however much is owed, all of it is counted', async () => {
  await owe(MANY, 0);
  await owe(3, 2);

  expect((await healthOf(world.house)).outbox).toEqual({ waiting: MANY, failing: 3, dead: 0 });
});

test('of very much that is owed so many are opened and no more, and the count says that there are others', async () => {
  await owe(MANY, 0);
  const pages = countPages();

  const { status, outbox } = await healthOf(world.house, 1000);

  expect({ status, outbox }).toEqual({ status: 'ok', outbox: { waiting: 1000, failing: 0, dead: 0, more: true } });
  expect(pages()).toBe(3);
});

test('very much that is owed and does not go out is an alarm, though nobody has counted who was refused', async () => {
  await owe(MANY, 0);
  const { now } = world.house.clock;
  const dueAt = now().minus({ minutes: 11 }).toUTC().toISO();
  await hint(world.store, 'oak-lane', { id: 'deliver|0.1', kind: 'deliver', data: {}, dueAt });

  expect((await healthOf(world.house, 1000)).status).toBe('failing');
  expect((await healthOf(world.house)).status).toBe('ok');
});

test('what waits for school hours was refused by nobody: over the weekend all is well, and Monday’s refusal is its first', async () => {
  await world.moveTo('2026-11-27T18:30');
  const view = { card: 'common/sorry', data: {} };
  const message = { id: 'of-friday', to: { person: 'teacher' }, view, inHours: true as const };
  await commitChange('oak-lane', world.records, { messages: [message] }, world.house.clock.now().toISO());
  const jobs = async () => (await world.records.listPrefix('job|deliver|')).rows.map(({ value }) => value);

  await world.settle();
  await world.moveTo('2026-11-29T12:00');
  const { status, outbox } = await healthOf(world.house);
  const onSunday = await jobs();
  world.refusing.add('teacher');
  await world.moveTo('2026-11-30T08:01');

  expect({ status, outbox }).toEqual({ status: 'ok', outbox: { waiting: 1, failing: 0, dead: 0 } });
  expect(onSunday).toMatchObject([{ dueAt: '2026-11-30T08:00:00.000Z' }]);
  expect(await jobs()).toMatchObject([{ attempts: 1 }]);
  expect((await healthOf(world.house)).status).toBe('failing');
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
