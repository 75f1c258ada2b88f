import { setTimeout as pause } from 'node:timers/promises';
import { PACE } from '../../bot/pace';
import { openTicker } from '../../bot/tick';
import { commitChange } from '../../infra/outbox';
import type { Store } from '../../infra/store';
import { fillIn, push, QUIET, raise } from '../stories/raise';
import { openWorld, type World } from '../world';

const HOUR = { hours: 1 };
const DAY = { days: 1 };
const LENGTHS: readonly { hours?: number; days?: number }[] = [HOUR, DAY];

const negative = ({ hours = 0, days = 0 }: { hours?: number; days?: number }) => ({ hours: -hours, days: -days });

let world: World;
afterEach(() => world.close());

const nudges = () => world.arrived.map(({ to, card }) => `${to} ${card.name}`);
const duty = { id: 'report', title: 'Weekly filter report', office: 'ictLead', every: '1 week', from: '2026-09-04' };

test.each(LENGTHS)('A clock that jumps $hours$days forwards and back sends no reminder twice', async (length) => {
  world = await openWorld({ at: '2026-11-27T09:00', school: { ...QUIET, duties: [duty] } });
  await world.settle();
  expect(nudges()).toEqual(['ict duty/due']);

  for (const jump of [length, negative(length), negative(length), length]) {
    world.setClock(jump);
    await world.settle();
  }
  await world.pass({ minutes: 10 });

  expect(nudges()).toEqual(['ict duty/due']);
});

test('A reminder that a wrong clock made and a channel refused does not go out at night by the right one', async () => {
  world = await openWorld({ at: '2026-11-27T02:00', school: { ...QUIET, duties: [duty] } });
  await world.settle();
  world.refusing.add('ict');
  world.setClock({ hours: 7 });
  await world.settle();
  world.refusing.clear();
  world.setClock({ hours: -7 });
  for (let quarter = 0; quarter < 20; quarter++) await world.pass({ minutes: 15 });
  expect(nudges()).toEqual([]);

  await world.moveTo('2026-11-27T17:00');
  expect(nudges()).toEqual(['ict duty/due']);
});

test('A reminder that waits for Monday is not forgotten because the clock goes back a minute at the weekend', async () => {
  world = await openWorld({ at: '2026-11-27T09:00', school: { ...QUIET, duties: [duty] } });
  world.refusing.add('ict');
  await world.settle();
  await world.moveTo('2026-11-27T20:00');
  world.refusing.clear();
  world.setClock({ minutes: -1 });
  await world.settle();

  await world.moveTo('2026-11-30T12:00');

  expect(nudges()).toEqual(['ict duty/due']);
});

test('Reminders go on though somebody puts the clock of the machine back an hour', async () => {
  world = await openWorld({ school: QUIET });
  await world.stopLooking();
  const [clock, watch] = [Date.now.bind(Date), performance.now.bind(performance)];
  let [set, passed] = [0, 0];
  jest.spyOn(Date, 'now').mockImplementation(() => clock() + set + passed);
  jest.spyOn(performance, 'now').mockImplementation(() => watch() + passed);
  const rounds: number[] = [];
  const house = { ...world.house, pace: { ...PACE, lookEvery: 10 } };
  const ticker = openTicker(
    () => house,
    async (household) => {
      rounds.push(passed);
      return household;
    },
  );
  await until(() => rounds.length > 0);

  set = -3_600_000;
  passed = 600_000;
  await until(() => rounds.includes(passed));

  jest.restoreAllMocks();
  await ticker.stop();
});

/** Fails by the time limit of the test. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(5);
}

test.each(LENGTHS)(
  'What is owed by a clock that was $hours$days ahead goes out as soon as it is put right',
  async (length) => {
    world = await openWorld({ school: QUIET });
    world.setClock(length);
    for (const to of ['lead', 'second-lead', 'triage']) world.refusing.add(to);
    await raise(world);
    world.refusing.clear();
    world.setClock(negative(length));
    await world.settle();

    for (const to of ['lead', 'second-lead', 'triage']) expect(world.sentTo(to)).toHaveLength(1);
  },
);

test('What is owed by a clock that was ahead goes out also where a great many jobs of later stand before it', async () => {
  world = await openWorld({ school: QUIET });
  const at = world.now().toUTC();
  const later = Array.from({ length: 1400 }, (_, n) => {
    const dueAt = at.plus({ hours: 1, seconds: 5, milliseconds: n }).toISO() ?? '';
    return { id: `later-${n}`, kind: 'concern/escalate', dueAt, data: { ref: 'OL-26-9999', rung: 0, round: 0 } };
  });
  for (let from = 0; from < later.length; from += 70)
    await commitChange(world.school.id, world.records, { jobs: later.slice(from, from + 70) }, at.toISO() ?? '');
  world.setClock(HOUR);
  for (const to of ['lead', 'second-lead', 'triage']) world.refusing.add(to);
  const look = await fillIn(world);
  await push(world, 'teacher', look, 'Send to the DSL');
  await world.settle();
  world.refusing.clear();
  world.setClock(negative(HOUR));
  await world.settle();

  expect(world.sentTo('lead')).toHaveLength(1);
});

test('What is owed is found, though its commit was under way when the clock jumped a day: its hint is not thrown away', async () => {
  let atCommit = async () => {};
  const over = (inner: Store): Store => ({
    ...inner,
    async commit(partition, ops, beside) {
      if (ops.some(({ key }) => key.startsWith('job|deliver|'))) await atCommit();
      return inner.commit(partition, ops, beside);
    },
  });
  world = await openWorld({ school: QUIET, over });
  atCommit = async () => {
    atCommit = async () => {};
    world.setClock(DAY);
    await world.settle();
  };
  await raise(world);
  await world.settle();

  const first = world.arrived.filter(({ text, to }) => text.includes('A new concern') || to === 'triage');
  expect(first.map(({ to }) => to).sort()).toEqual(['lead', 'second-lead', 'triage']);
});

test('A hint whose job never came is thrown away once it has been seen for ten minutes', async () => {
  world = await openWorld({ school: QUIET });
  await world.store.insert('due|0', '2026-11-24T10:00:00.000Z|oak-lane|none', {
    school: 'oak-lane',
    job: 'none',
    dueAt: '2026-11-24T10:00:00.000Z',
  });
  const hints = async () => (await world.store.query('due|0', { from: '', to: '~' })).rows.map(({ key }) => key);
  await world.settle();
  await world.pass({ minutes: 9 });
  expect((await hints()).join()).toContain('|none');
  await world.pass({ minutes: 2 });

  expect((await hints()).join()).not.toContain('|none');
});

test('Escalations of a concern come once, however often the clock jumps over them', async () => {
  world = await openWorld({ school: QUIET });
  await raise(world);
  for (const jump of [HOUR, HOUR, HOUR, negative({ hours: 3 }), HOUR, HOUR, HOUR]) {
    world.setClock(jump);
    await world.settle();
  }

  expect(world.sentTo('head').filter(({ text }) => text.includes('so it comes to you'))).toHaveLength(1);
});
