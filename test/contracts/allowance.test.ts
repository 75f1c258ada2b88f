import { setTimeout as pause } from 'node:timers/promises';
import { dueCalm, dueJobs } from '../../bot/due';
import type { Store } from '../../infra/store';
import type { House } from '../../bot/house';
import { openAllowances } from '../../bot/allowance';
import { openTicker } from '../../bot/tick';
import { openWatch } from '../../bot/watch';
import { commitChange, hint } from '../../infra/outbox';
import { QUIET } from '../stories/raise';
import { openWorld } from '../world';

const ALLOWANCE = { atOnce: 4, aSecond: 10 };
const SECOND = 1000;

/** A house of two schools of one tenant and one of another, whose platform has an allowance. */
function houseOf(allowance: typeof ALLOWANCE | undefined): House {
  const school = (teams: string) => ({ school: { tenants: { teams } } });
  const households = new Map([
    ['oak', school('trust')],
    ['elm', school('trust')],
    ['ash', school('other')],
  ]);
  return { households, channels: [{ name: 'teams', allowance }] } as unknown as House;
}

/** Lets each message go that may. */
function goes(house: () => House, now: () => number) {
  const allowances = openAllowances(house, now);
  return (school: string) => {
    const mayGo = allowances.mayGo(school);
    if (mayGo) allowances.count(school);
    return mayGo;
  };
}

describe('What is in no hurry', () => {
  test('never goes faster to a tenant than its platform takes, in any second, and goes on at that rate', () => {
    let now = 0;
    const mayGo = goes(
      () => houseOf(ALLOWANCE),
      () => now,
    );
    const went: number[] = [];

    for (; now < 10 * SECOND; now += 7) if (mayGo('oak')) went.push(now);

    const inTheSecondAfter = (from: number) => went.filter((at) => at >= from && at < from + SECOND).length;
    expect(Math.max(...went.map(inTheSecondAfter))).toBeLessThanOrEqual(ALLOWANCE.atOnce + ALLOWANCE.aSecond);
    expect(went.length).toBeGreaterThanOrEqual(ALLOWANCE.atOnce + 9 * ALLOWANCE.aSecond);
  });

  test('is counted together for the schools of one tenant, and apart for others', () => {
    const mayGo = goes(
      () => houseOf(ALLOWANCE),
      () => 0,
    );

    const trust = Array.from({ length: 10 }, (_, n) => mayGo(n % 2 ? 'oak' : 'elm')).filter(Boolean);
    const other = Array.from({ length: 10 }, () => mayGo('ash')).filter(Boolean);

    expect([trust.length, other.length]).toEqual([ALLOWANCE.atOnce, ALLOWANCE.atOnce]);
  });

  test('goes as fast as it can where the platform asks for nothing', () => {
    const mayGo = goes(
      () => houseOf(undefined),
      () => 0,
    );

    expect(Array.from({ length: 100 }, () => mayGo('oak'))).not.toContain(false);
  });
});

test('An allowance holds back reminders, loses none, and keeps nothing waiting that is urgent', async () => {
  const world = await openWorld({ school: QUIET });
  await world.stopLooking();
  const { records, school } = world;
  const at = world.now().toUTC().toISO() ?? '';
  const to = school.people.slice(0, 5).map(({ id }) => ({ person: id }));
  const view = { card: 'common/sorry', data: {} };
  const urgent = to.map((each, n) => ({ id: `urgent-${n}`, to: each, view }));
  const calm = to.map((each, n) => ({ id: `calm-${n}`, to: each, view, inHours: true as const }));
  await commitChange(school.id, records, { messages: [...calm, ...urgent] }, at);
  const channels = world.house.channels.map((channel) => ({ ...channel, allowance: { atOnce: 1, aSecond: 100 } }));
  const house = { ...world.house, channels };

  const allowances = { mayGo: () => false, count: () => undefined };
  const { jobs, isHeldBack } = await dueJobs(house, { watch: openWatch(() => house.clock), allowances });
  const ticker = openTicker(() => ({ ...house, capabilities: [] }));
  await ticker.settle();
  await ticker.stop();

  expect([jobs.map(({ job }) => job.id).sort(), isHeldBack]).toEqual([urgent.map(({ id }) => `deliver|${id}`), true]);
  expect(world.arrived).toHaveLength(calm.length + urgent.length);
  await world.close();
});

test('Hints that a killed process left behind hold nobody back', async () => {
  const world = await openWorld({ school: QUIET });
  await world.stopLooking();
  const { records, school, store } = world;
  const at = world.now().toUTC().toISO() ?? '';
  for (let n = 0; n < 20; n++)
    await hint(store, school.id, { id: `gone-${n}`, kind: 'deliver', dueAt: at, data: { inHours: true } });
  const view = { card: 'common/sorry', data: {} };
  const message = { id: 'late', to: { person: 'teacher' }, view, inHours: true as const };
  await commitChange(school.id, records, { messages: [message] }, at);
  const channels = world.house.channels.map((channel) => ({ ...channel, allowance: { atOnce: 2, aSecond: 0.01 } }));
  const house = { ...world.house, channels };

  const allowances = openAllowances(() => house);
  const { jobs } = await dueJobs(house, { watch: openWatch(() => house.clock), allowances });

  expect(jobs.map(({ job }) => job.id)).toEqual(['deliver|late']);
  await world.close();
});

test('Schools that do not open stand in nobody’s way', async () => {
  const world = await openWorld({ school: QUIET });
  await world.stopLooking();
  const { records, school, store } = world;
  const before = world.now().minus({ minutes: 1 }).toUTC().toISO() ?? '';
  for (let n = 0; n < 60; n++)
    await hint(store, `gone-${n}`, { id: `deliver|${n}`, kind: 'deliver', dueAt: before, data: {} });
  const view = { card: 'common/sorry', data: {} };
  const messages = Array.from({ length: 8 }, (_, n) => ({ id: `concern-${n}`, to: { person: 'lead' }, view }));
  await commitChange(school.id, records, { messages }, world.now().toUTC().toISO() ?? '');

  const { jobs } = await dueJobs(world.house, { watch: openWatch(() => world.house.clock) });

  expect(jobs).toHaveLength(messages.length);
  await world.close();
});

describe('Thousands of reminders that a platform would not take yet', () => {
  const HELD = 12_000;

  async function openHeldBack() {
    const world = await openWorld({ school: QUIET });
    await world.stopLooking();
    const { records, school, store } = world;
    const before = world.now().minus({ minutes: 1 }).toUTC().toISO() ?? '';
    for (let n = 0; n < HELD; n++)
      await hint(store, school.id, { id: `held-${n}`, kind: 'deliver', dueAt: before, data: { inHours: true } });
    const view = { card: 'common/sorry', data: {} };
    const message = { id: 'concern', to: { person: 'lead' }, view };
    await commitChange(school.id, records, { messages: [message] }, world.now().toUTC().toISO() ?? '');
    return world;
  }

  test('are not read before a concern has gone out', async () => {
    const world = await openHeldBack();
    let calmReads = 0;
    const store: Store = {
      ...world.store,
      async query(partition, range) {
        if (partition.includes('calm')) calmReads += 1;
        // Whoever is at hand goes on meanwhile.
        if (partition.includes('calm')) await pause(5);
        return world.store.query(partition, range);
      },
    };
    const channels = world.house.channels.map((channel) => ({ ...channel, allowance: { atOnce: 0, aSecond: 0 } }));
    const house = { ...world.house, store, channels, capabilities: [] };
    const ticker = openTicker(() => house);

    ticker.poke();
    while (world.arrived.length === 0) await pause(1);

    expect(calmReads).toBeLessThanOrEqual(8);
    await ticker.stop();
    await world.close();
  });

  test('are read some at each look, and all of them after a few', async () => {
    const world = await openHeldBack();
    const allowances = { mayGo: () => false, count: () => undefined };
    const places = new Map<string, string>();
    const seen = new Set<string>();
    const isForUs = ({ key }: { key: string }) => {
      seen.add(key);
      return true;
    };
    const look = () => dueCalm(world.house, { watch: openWatch(() => world.house.clock), isForUs, allowances, places });

    const first = await look();
    const atOnce = seen.size;
    while (places.size > 0) await look();

    expect(first).toMatchObject({ jobs: [], isMore: true, isHeldBack: true });
    expect(atOnce).toBeLessThan(HELD);
    expect(seen.size).toBe(HELD);
    await world.close();
  });
});
