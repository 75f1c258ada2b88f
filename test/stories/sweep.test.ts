import { sweep } from '../../bot/sweep';
import { openWorld, type World, householdIn } from '../world';
import { push } from './raise';

const QUESTION = 'what colour is the minibus';

describe('What has done its work', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld();
    const shown = await world.say('teacher', QUESTION);
    await push(world, 'teacher', shown, 'Pass it on');
    await world.settle();
  });

  afterEach(async () => {
    await world.close();
  });

  const keys = async (prefix: string) => (await world.records.listPrefix(prefix)).rows.map(({ key }) => key);

  test('is let go: a turn after a week, a question that nobody asks any more after 400 days', async () => {
    await sweep(householdIn(world), world.house);
    const fresh = [await keys('turn|'), await keys('question|')];
    await world.moveTo('2026-12-03T10:15');
    await sweep(householdIn(world), world.house);
    const later = [await keys('turn|'), await keys('question|')];
    await world.moveTo('2028-01-10T10:15');
    await sweep(householdIn(world), world.house);

    expect(fresh.map(({ length }) => length)).toEqual([1, 1]);
    expect(later.map(({ length }) => length)).toEqual([0, 1]);
    expect(await keys('question|')).toEqual([]);
  });

  test('is not let go while it is of use: what somebody matched to a clause stays', async () => {
    const [row] = (await world.records.listPrefix('question|')).rows;
    const value = { ...Object(row?.value), state: 'matched', clause: 'phones-and-cameras:c1:00000000' };
    await world.records.commit([{ op: 'update', key: row?.key ?? '', value, etag: row?.etag ?? '' }]);

    await world.moveTo('2028-01-10T10:15');
    await sweep(householdIn(world), world.house);

    expect(await keys('question|')).toHaveLength(1);
  });

  test('takes nothing else with it', async () => {
    const others = async () => (await keys('')).filter((key) => !/^(?:turn|form|question)\|/.test(key));
    await world.moveTo('2028-01-10T10:15');
    const before = await others();
    await sweep(householdIn(world), world.house);

    expect(before.length).toBeGreaterThan(0);
    expect(await others()).toEqual(before);
    expect(world.logged).toEqual([]);
  });
});
