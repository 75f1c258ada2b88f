import { School } from '../../domain/school';
import type { Household } from '../../bot/house';
import { sampleSchool } from '../sample-school';
import { QUIET, raise } from './raise';
import { openWorld, type World } from '../world';

let world: World;

beforeEach(async () => {
  world = await openWorld({ school: QUIET });
});
afterEach(() => world.close());

const keys = async (prefix: string) =>
  (await world.records.listPrefix(prefix, { limit: 1000 })).rows.map(({ key }) => key);
const refsFor = async (person: string) =>
  [...new Set((await world.say(person, 'open concerns')).text.match(/OL-26-\d{4}/g) ?? [])].sort();

/** The bot is stopped, its rows are as an older Lantern left them, and it starts again. */
async function forgetRows(...prefixes: string[]) {
  for (const prefix of prefixes)
    for (const { key, etag } of (await world.records.listPrefix(prefix, { limit: 1000 })).rows)
      await world.store.delete('oak-lane', key, etag);
}

let renewals = 0;

/** The same house with a school whose file says something else. */
async function renew(changes: Record<string, unknown>) {
  const [id, household] = [...world.house.households][0] ?? [];
  if (id === undefined || !household) throw new Error('a world has one school');
  // Another each time: what is as it was this morning is not put right again today.
  renewals += 1;
  const school = School.parse({ ...sampleSchool, name: `${sampleSchool.name} ${renewals}`, ...QUIET, ...changes });
  (world.house.households as Map<string, Household>).set(id, { ...household, school });
  await world.settle();
}

test('a store from before there were lists gets them, and finds what was closed long ago', async () => {
  const { ref } = await raise(world, { story: { who: 'A.B.' } });
  const { ref: closed } = await raise(world, { story: { who: 'A.B.' } });
  await world.press('lead', 'concern/do-close', { ref: closed, outcome: 'parents', recorded: 'copied', where: '7' });
  const before = [...(await keys('list|')), ...(await keys('find|'))];
  await forgetRows('list|', 'find|', 'filed|', 'filing|');
  const missing = await refsFor('lead');

  await renew({});

  expect(missing).toEqual([]);
  expect(await refsFor('lead')).toEqual([ref]);
  expect([...(await keys('list|')), ...(await keys('find|'))]).toEqual(before);
  expect((await world.say('lead', 'find A.B.')).text).toContain(closed);
});

test('when the school changes a route, open concerns go to the lists of those who may have them now', async () => {
  const { ref } = await raise(world, { category: 'filtering-bypassed' });
  const offices = { ...world.school.offices, onlineLead: ['governor'] };
  const routes = [{ for: { about: ['pupil'] }, tell: ['onlineLead'], alsoOpen: [] }];
  const before = await refsFor('governor');

  await renew({ offices, routes });

  expect(before).toEqual([]);
  expect((await keys('list|')).filter((key) => key.includes('office.'))).toEqual([`list|office.onlineLead|3|${ref}`]);
});

test('many concerns are put right in small steps, and nothing is done a second time', async () => {
  for (let n = 0; n < 14; n++) await raise(world, { story: { who: `A.B. ${n}` } });
  await forgetRows('list|', 'find|', 'filed|', 'filing|');

  await renew({});
  const rows = await keys('list|');
  const etags = (await world.records.listPrefix('', { limit: 1000 })).rows.map(({ key, etag }) => `${key} ${etag}`);
  await renew({});

  expect(rows.filter((key) => key.startsWith('list|office.dsl|'))).toHaveLength(14);
  expect((await world.records.listPrefix('', { limit: 1000 })).rows.map(({ key, etag }) => `${key} ${etag}`)).toEqual(
    etags,
  );
  expect(world.logged).toEqual([]);
});

test('somebody told because nobody opened it has it on their own list', async () => {
  const { ref } = await raise(world, { category: 'grooming' });
  const before = await refsFor('head');
  await world.pass({ hours: 2 });

  expect(before).toEqual([]);
  expect(await refsFor('head')).toEqual([ref]);
});
