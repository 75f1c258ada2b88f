import { rowsOf, sheetOf } from '../../bot/register';
import { toMarkup } from '../../pages/html';
import { buttonsOf, openWorld, type World } from '../world';
import { importVersion, modelPolicy, openStoredWorld } from './new-version';
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

describe('The register after a new version of the words', () => {
  const people = ['teacher', 'assistant', 'office', 'head'];
  const first = modelPolicy('acceptable-use');
  const changed = first.replace('tablets only', 'phones only');

  beforeEach(async () => {
    world = await openStoredWorld({ at: '2026-11-24T10:15', school: {} });
    await world.settle();
    await agree('teacher', 'assistant');
  });

  async function agree(...all: string[]) {
    for (const person of all) {
      const ask = await world.press(person, 'agreement/show', { agreement: 'aup-staff' });
      await push(world, person, ask, 'I have read it and agree', { name: `${person} of the school` });
    }
  }

  async function comes(text: string) {
    await world.pass({ days: 1 });
    await importVersion(world, 'acceptable-use', text);
    await world.settle();
  }

  async function decide(answer: 'yes' | 'no') {
    await world.pass({ days: 1 });
    const version = world.sentTo('office').filter(({ card }) => card.name === 'policy/news');
    const pressed = buttonsOf(version.at(-1)?.card).find(({ data }) => data?.answer === answer);
    await world.press('office', 'policy/again', pressed?.data ?? {});
  }

  function household() {
    const [only] = world.house.households.values();
    if (!only) throw new Error('a world has one school');
    return only;
  }

  const heldOn = async (day: string) =>
    (await rowsOf(household(), day))
      .filter(({ person }) => people.includes(`${person}`))
      .map(({ person, held }) => `${person} ${held}`);

  test('says from the day of a “yes” on that nobody holds who agreed to the words before, and not of the days before it', async () => {
    await comes(changed);
    await decide('yes');
    await world.pass({ days: 1 });
    await agree('assistant');

    expect(await heldOn('2026-11-25')).toEqual(['assistant holds', 'teacher holds']);
    expect(await heldOn('2026-11-26')).toEqual(['assistant asked-again', 'teacher asked-again']);
    expect(await heldOn('2026-11-27')).toEqual(['assistant replaced', 'assistant holds', 'teacher asked-again']);
    const page = toMarkup(await sheetOf(household(), '2026-11-27'));
    expect(page).toContain('assistant of the school');
    expect(page).not.toContain('teacher of the school');
  });

  test('goes on holding after a “no”, and while nobody has decided', async () => {
    await comes(changed);
    await decide('no');
    await agree('office');

    for (const day of ['2026-11-25', '2026-11-26'])
      expect(await heldOn(day)).toEqual(expect.arrayContaining(['assistant holds', 'teacher holds']));
    expect(await heldOn('2026-11-26')).toContain('office holds');
  });

  test('does not hold of words that were never decided on and are gone', async () => {
    await comes(changed);
    await agree('office');
    await comes(`${first}\n\n`);

    expect(await heldOn('2026-11-25')).toContain('office holds');
    expect(await heldOn('2026-11-26')).toEqual(['assistant holds', 'office other-words', 'teacher holds']);
    expect((await world.say('office', 'my agreements')).text).toContain('Waiting for you');
  });

  test('leaves alone whoever agreed on a page: it told them until which day that holds', async () => {
    await comes(changed);
    await agree('office');
    const { rows } = await world.records.listPrefix('agreed|aup-staff|office|');
    const [row] = rows;
    if (!row) throw new Error('an act has a row');
    const value = { ...(row.value as object), way: 'page' };
    await world.records.commit([{ op: 'update', key: row.key, etag: row.etag, value }]);
    await comes(`${first}\n\n`);

    expect(await heldOn('2026-11-26')).toContain('office holds');
  });
});
