import { dueJobs } from '../../bot/due';
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
