import { openWorld, type World } from '../world';
import { button, push } from './raise';

const PAGES = 'https://lantern.example.org';

let world: World;

afterEach(() => world.close());

async function facts() {
  return (await world.records.listPrefix('register-printed|')).rows.map(({ value }) => value as Record<string, string>);
}

const linkOn = ({ all }: Awaited<ReturnType<World['say']>>) =>
  /https:[^"]+\/pages\/register\/[^"]+/.exec(JSON.stringify(all[0]?.card))?.[0];

describe('The register to print', () => {
  beforeEach(async () => {
    world = await openWorld({ at: '2026-11-24T10:15', pagesAt: PAGES });
  });

  test('is a link for the office manager, from the card of all agreements, and that they asked is a fact', async () => {
    const shown = await push(world, 'office', await world.say('office', 'agreements'), 'Print the register');

    expect(shown.text).toContain('Who had agreed by the end of 24 November 2026');
    expect(shown.text).toContain('The link opens for an hour.');
    expect(linkOn(shown)).toContain(`${PAGES}/pages/register/oak-lane/2026-11-24?generation=`);
    expect(await facts()).toEqual([
      {
        id: expect.stringMatching(/^\d+-[0-9a-f]{16}$/),
        on: '2026-11-24',
        by: 'office',
        at: '2026-11-24T10:15:00.000Z',
      },
    ]);
  });

  test('can be had as of a past day, each asking a fact of its own', async () => {
    const today = await world.press('head', 'agreement/register', {});
    const form = await push(world, 'head', today, 'As of another day');
    const shown = await push(world, 'head', form, 'Make the page', { on: '2026-09-30' });

    expect(shown.text).toContain('by the end of 30 September 2026');
    expect(linkOn(shown)).toContain('/oak-lane/2026-09-30?');
    expect((await facts()).map(({ on, by }) => `${on} ${by}`).sort()).toEqual(['2026-09-30 head', '2026-11-24 head']);
  });

  test.each([
    ['a day to come', '2026-11-25', 'That day is still to come.'],
    ['a day that there is not', '2026-02-30', 'Please choose a day.'],
    ['no day at all', 'yesterday', 'Please choose a day.'],
  ])('of %s is asked for again, with no link and no fact', async (_, on, words) => {
    const shown = await world.press('office', 'agreement/register', { on });

    expect(shown.text).toContain(words);
    expect(button(shown, 'Make the page').verb).toBe('agreement/register');
    expect(await facts()).toEqual([]);
  });

  test('goes to the office manager alone where they ask in a channel', async () => {
    const shown = await world.press('office', 'agreement/register', {}, 'group');

    expect(shown.here).toEqual([]);
    expect(shown.privately).toHaveLength(1);
  });

  test.each(['teacher', 'lead', 'chair', 'guest'])(
    'is nothing for the %s, and nothing is kept of their asking',
    async (who) => {
      const shown = await world.press(who, 'agreement/register', {});

      expect(linkOn(shown)).toBeUndefined();
      expect(await facts()).toEqual([]);
    },
  );
});

test('where no page can be opened the office is told so, and no fact is kept of a page that there was not', async () => {
  world = await openWorld({ at: '2026-11-24T10:15' });
  const shown = await world.press('office', 'agreement/register', {});

  expect(shown.text).toContain('This school has no web address of its own yet');
  expect(await facts()).toEqual([]);
});
