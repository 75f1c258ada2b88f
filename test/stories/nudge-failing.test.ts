import { openWorld, type World } from '../world';

let world: World;

beforeEach(async () => {
  world = await openWorld({ at: '2026-11-24T07:00' });
});

afterEach(() => world.close());

const failing = {
  name: 'broken',
  verbs: [],
  nudges: () => Promise.reject(new Error('a fault of ours')),
};

test('One capability that cannot say what is due keeps no other from reminding', async () => {
  await world.settle();
  Object.assign(world.house, { capabilities: [failing, ...world.house.capabilities] });
  await world.moveTo('2026-11-24T09:00');

  expect(world.arrived.map(({ card }) => card.name)).toContain('agreement/ask');
  expect(world.arrived.map(({ card }) => card.name)).toContain('review/due');
  expect(world.logged[0]).toMatch(/^nudges failed .*"kind":"broken"/);
});

test('One that fails in the middle has sent what came before', async () => {
  await world.settle();
  const [agreement] = world.house.capabilities.filter(({ name }) => name === 'agreement');
  async function* nudges(...asked: Parameters<NonNullable<NonNullable<typeof agreement>['nudges']>>) {
    for await (const nudge of (await agreement?.nudges?.(...asked)) ?? []) {
      yield nudge;
      throw new Error('a fault of ours');
    }
  }
  Object.assign(world.house, { capabilities: [{ ...agreement, nudges }] });
  await world.moveTo('2026-11-24T09:00');

  expect(world.arrived).toHaveLength(1);
});
