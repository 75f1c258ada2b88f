import { healthOf } from '../../bot/health';
import { sampleSchool } from '../sample-school';
import { buttonsOf, openWorld, type World } from '../world';
import { push } from './raise';

const STAFF = 'aup-staff';
const NAMED = ['teacher', 'assistant', 'office', 'head', 'governor'];
const many = Array.from({ length: 40 }, (_, n) => ({
  ...{ id: `t${n}`, name: `Teacher ${n}`, roles: ['staff'], teams: `29:t${n}` },
}));
const school = {
  people: [...sampleSchool.people.filter(({ id }) => NAMED.includes(id)), ...many],
  offices: { headteacher: ['head'], officeManager: ['office'] },
  policies: [{ ...sampleSchool.policies[1], reviewOn: '2029-01-01' }],
};

let world: World;

beforeEach(async () => {
  world = await openWorld({ at: '2026-11-24T10:15', school });
  await world.settle();
});

afterEach(() => world.close());

type Card = Awaited<ReturnType<World['pressOn']>>['card'];

const open = async (by = 'office', card?: Card) =>
  (await world.pressOn(by, 'agreement/campaign', { agreement: STAFF }, card)).card;
const keysOf = async (prefix: string) => (await world.records.listPrefix(prefix)).rows.map(({ key }) => key);
const isFollowed = async () => (await keysOf('followed|')).length > 0;
const health = async () => (await healthOf(world.house)).status;

async function agree(...all: string[]) {
  for (const person of all) {
    const ask = await world.press(person, 'agreement/show', { agreement: STAFF });
    await push(world, person, ask, 'I have read it and agree', { name: `${person} of the school` });
  }
}

/** The card's own button, pressed where it stands. */
async function pressOn(card: Card, title: string, by = 'office') {
  const button = buttonsOf(card.card).find((each) => each.title === title);
  if (!button) throw new Error(`no button "${title}" in:\n${card.text}`);
  return world.pressOn(by, button.verb, button.data, card);
}

const changes = () => world.changed.filter(({ to }) => NAMED.includes(to)).length;

describe('The card of a round that stands open', () => {
  test('follows the numbers, changed once a minute however many agree, and sends nobody anything', async () => {
    const card = await open();
    const sent = world.sentTo('office').length;
    await agree(...many.map(({ id }) => id));
    await world.settle();
    const atOnce = changes();
    await world.pass({ minutes: 1 });
    const afterAMinute = [changes(), card.text];
    await world.pass({ minutes: 1 });
    await agree('teacher');
    await world.pass({ minutes: 1 });

    expect(atOnce).toBe(0);
    expect(afterAMinute).toEqual([1, expect.stringContaining('40 of 45 have agreed.')]);
    expect(changes()).toBe(2);
    expect(card.text).toContain('41 of 45 have agreed.');
    expect(card.text).toBe((await world.press('office', 'agreement/campaign', { agreement: STAFF })).text);
    expect(world.sentTo('office')).toHaveLength(sent);
  });

  test('costs nobody who agrees a row or a job', async () => {
    const rowsOf = async (person: string) => {
      const before = new Set(await keysOf(''));
      await agree(person);
      return (await keysOf('')).filter((key) => !before.has(key)).map((key) => key.split('|')[0]);
    };
    await agree('t0');
    const unwatched = await rowsOf('t1');
    await open();
    const watched = await rowsOf('t2');

    expect(watched.sort()).toEqual(unwatched.sort());
    expect(watched).not.toContain('job');
  });

  test('is not changed where nothing has changed', async () => {
    await open();
    for (let minute = 0; minute < 5; minute++) await world.pass({ minutes: 1 });

    expect(world.changed).toEqual([]);
    expect(await keysOf('job|follow')).toHaveLength(1);
  });

  test('follows a paper, who need not agree, and the lists by group as well', async () => {
    const card = await open();
    await world.press('head', 'agreement/do-paper', {
      ...{ agreement: STAFF, person: 'teacher', signedOn: '2026-11-20', heldBy: 'Office' },
    });
    await world.press('head', 'agreement/do-exempt', { agreement: STAFF, person: 'governor', reason: 'On leave' });
    await world.pass({ minutes: 1 });

    expect(card.text).toContain('1 of 44 have agreed.');
    expect(card.text).toContain('Staff: 1 of 44');
    expect(card.text).toContain('On paper (1)');
    expect(changes()).toBe(1);
  });

  test('is the one that was opened last: of each person, and no more than one of a round', async () => {
    const first = await open();
    const second = await open();
    const other = await open('head');
    await agree('t1');
    await world.pass({ minutes: 1 });

    expect(first.text).toContain('0 of 45 have agreed.');
    expect(second.text).toContain('1 of 45 have agreed.');
    expect(other.text).toContain('1 of 45 have agreed.');
    expect(changes()).toBe(2);
    expect(await keysOf('followed|')).toEqual([`followed|head|${STAFF}`, `followed|office|${STAFF}`]);
    expect(await keysOf('job|follow')).toHaveLength(2);
  });

  test('in a channel, or where nothing stands, is followed nowhere', async () => {
    await world.press('office', 'agreement/campaign', { agreement: STAFF }, 'group');
    await world.press('office', 'agreement/campaign', { agreement: STAFF });

    expect(await isFollowed()).toBe(false);
  });

  test.each(['Everyone who is missing (45)', 'Start a new round', 'All agreements'])(
    'is not written over what comes in its place: “%s”',
    async (title) => {
      const card = await open();
      await pressOn(card, title);
      const shown = card.text;
      await agree('t1');
      await world.pass({ minutes: 1 });

      expect(card.text).toBe(shown);
      expect(world.changed).toEqual([]);
      expect(await isFollowed()).toBe(false);
    },
  );

  test('opened again from there is followed again, as often as somebody goes there and back', async () => {
    const card = await open();
    for (let times = 0; times < 5; times++) {
      await pressOn(card, 'Everyone who is missing (45)');
      await pressOn(card, 'Back to the round');
    }
    await agree('t1');
    await world.pass({ minutes: 1 });

    expect(card.text).toContain('1 of 45 have agreed.');
    expect(changes()).toBe(1);
    expect(await keysOf('job|follow')).toHaveLength(1);
  });

  test('with a notice keeps that until the numbers change', async () => {
    const card = await open();
    await world.moveTo('2026-11-24T19:00');
    await pressOn(card, 'Remind them all');
    await world.pass({ minutes: 1 });
    const quiet = card.text;
    await agree('t1');
    await world.pass({ minutes: 1 });

    expect(quiet).toContain('I send reminders in school hours on school days only.');
    expect(card.text).not.toContain('I send reminders');
    expect(card.text).toContain('1 of 45 have agreed.');
  });

  test('that somebody deleted is let go of: nothing is sent instead, and nothing fails', async () => {
    await open();
    const sent = world.arrived.length;
    world.forgetCards('office');
    await agree('t1');
    await world.pass({ minutes: 1 });
    await world.settle();

    expect(await isFollowed()).toBe(false);
    expect(world.arrived).toHaveLength(sent);
    expect(await keysOf('dead|')).toEqual([]);
    expect(await health()).toBe('ok');
    await world.pass({ minutes: 1 });
    expect(await keysOf('job|follow')).toEqual([]);
  });

  test('that cannot be changed for the moment is tried again at the next look, and is no alarm', async () => {
    const card = await open();
    world.busy.add('office');
    await agree('t1');
    await world.pass({ minutes: 1 });
    const meanwhile = await health();
    world.busy.clear();
    await world.pass({ minutes: 1 });

    expect(meanwhile).toBe('ok');
    expect(card.text).toContain('1 of 45 have agreed.');
    expect(changes()).toBe(1);
  });

  test('follows for three days and no longer, and leaves no row behind', async () => {
    const card = await open();
    await world.moveTo('2026-11-27T10:00');
    await agree('t1');
    await world.pass({ minutes: 1 });
    const before = card.text;
    await world.moveTo('2026-11-27T11:00');
    await agree('t2');
    await world.pass({ minutes: 1 });
    await world.pass({ minutes: 1 });

    expect(before).toContain('1 of 45 have agreed.');
    expect(card.text).toBe(before);
    expect([...(await keysOf('followed|')), ...(await keysOf('job|follow'))]).toEqual([]);
  });

  test('says once that another round runs, and then stays as it is', async () => {
    const card = await open();
    const preview = await world.press('head', 'agreement/preview', {
      ...{ agreement: STAFF, audience: 'staff,governor,volunteer', whom: 'everyone' },
      ...{ opensOn: '2026-11-24', dueOn: '2026-12-15' },
    });
    await push(world, 'head', preview, 'Start it');
    await world.settle();
    await world.pass({ minutes: 1 });
    const once = card.text;
    await agree('t1');
    await world.pass({ minutes: 1 });

    expect(once).toContain('Round 2, started by the office');
    expect(card.text).toBe(once);
    expect(await isFollowed()).toBe(false);
  });

  test('shows nothing more to somebody who keeps the register no longer', async () => {
    const card = await open('head');
    await agree('t1');
    const [household] = world.house.households.values();
    const offices = { officeManager: ['office'] };
    Object.assign(household ?? {}, { school: { ...world.school, offices } });
    await world.pass({ minutes: 1 });

    expect(card.text).toContain('0 of 45 have agreed.');
    expect(await isFollowed()).toBe(false);
  });
});
