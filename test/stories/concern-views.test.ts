import { openWorld, type World } from '../world';
import { QUIET, raise } from './raise';

describe('Every look at a concern is written down (P5)', () => {
  let world: World;
  let ref: string;

  beforeEach(async () => {
    world = await openWorld({ school: QUIET });
    ({ ref } = await raise(world, { story: { story: 'the purple heron is under the stairs', who: 'A.B.' } }));
  });

  afterEach(() => world.close());

  async function facts(): Promise<string[]> {
    const { rows } = await world.records.listPrefix(`chronology|${ref}|`);
    return rows.map(({ value }) => `${Object(value).kind} by ${Object(value).by}`);
  }

  test.each([
    ['whoever opens it first', []],
    ['whoever opens it once more', ['concern/open']],
    ['whoever opens it after somebody took it', ['concern/take']],
  ])('%s', async (_who, before) => {
    for (const verb of before) await world.press('lead', verb, { ref });
    const already = await facts();

    await world.press('second-lead', 'concern/open', { ref });

    expect(await facts()).toEqual([...already, 'viewed by second-lead']);
  });

  test.each(['concern/read', 'concern/history'])('whoever looks through %s', async (verb) => {
    await world.press('lead', 'concern/open', { ref });
    const already = await facts();

    await world.press('lead', verb, { ref });

    expect(await facts()).toEqual([...already, 'viewed by lead']);
  });

  test('whoever takes an old card of a case that is with somebody else, and is shown it instead', async () => {
    await world.press('lead', 'concern/take', { ref });
    const already = await facts();

    await world.press('second-lead', 'concern/take', { ref });

    expect(await facts()).toEqual([...already, 'viewed by second-lead']);
  });
});
