import { randomBytes } from 'node:crypto';
import { openSqlite } from '../../infra/sqlite';
import { sampleSchool } from '../sample-school';
import { openWorld, type World } from '../world';
import { button, fillIn, push, QUIET, raise } from './raise';

const CANARY = 'the bittern stood in the reeds';
const away = (days: Record<string, string[]>) =>
  sampleSchool.people.map((person) => ({ ...person, ...(days[person.id] ? { away: days[person.id] } : {}) }));

describe('A concern about somebody whose office passes to another', () => {
  const masterKey = randomBytes(32);
  let world: World;

  /** The same records, and a school file in which the office is another's. */
  async function handedOn(offices: Record<string, string[]>, raising: () => Promise<unknown>) {
    const store = openSqlite(':memory:');
    world = await openWorld({ school: QUIET, store, masterKey });
    await raising();
    return openWorld({
      at: '2026-11-25T09:00',
      school: { ...QUIET, offices: { ...sampleSchool.offices, ...offices } },
      store,
      masterKey,
    });
  }

  const opens = async (later: World, person: string) =>
    (await later.press(person, 'concern/open', { ref: 'OL-26-0001' })).text.includes(CANARY);

  test('stays with the chair where it is about a headteacher who is one no longer', async () => {
    const raising = { about: 'adult', category: 'staff-conduct', subject: 'head', story: { story: CANARY } };
    const later = await handedOn({ headteacher: ['dpo'] }, () => raise(world, raising));

    expect(await opens(later, 'chair')).toBe(true);
    for (const person of ['dpo', 'head', 'lead']) expect(await opens(later, person)).toBe(false);
    expect((await later.say('dpo', 'open concerns')).text).not.toContain('OL-26-0001');
    await later.close();
  });

  test('is still kept from whoever was headteacher when it was said to be about “the headteacher”', async () => {
    const raising = { about: 'headteacher', category: 'staff-conduct', story: { story: CANARY } };
    const later = await handedOn({ headteacher: ['dpo'] }, () => raise(world, raising));
    const shown = await later.press('chair', 'concern/open', { ref: 'OL-26-0001' });
    const all = await push(later, 'chair', shown, 'More');
    const share = await push(later, 'chair', all, 'Share it');

    expect(share.text).toContain('Teaching assistant');
    expect(share.text).not.toMatch(/^Headteacher$/m);
    await later.close();
  });

  test('is kept from a lead who becomes headteacher, where it was said to be about a lead who is not in the list', async () => {
    const raising = { about: 'lead', category: 'staff-conduct', subject: 'not-in-list', story: { story: CANARY } };
    const later = await handedOn({ headteacher: ['lead'], dsl: ['assistant'] }, () => raise(world, raising));

    expect(await opens(later, 'lead')).toBe(false);
    expect(await opens(later, 'chair')).toBe(true);
    await later.close();
  });
});

describe('A second press of “Send” on another day', () => {
  let world: World;

  afterEach(() => world.close());

  test('names who was told, and not who would be told now', async () => {
    world = await openWorld({ school: { ...QUIET, people: away({ lead: ['2026-11-24/2026-11-24'] }) } });
    const look = await fillIn(world, { category: 'other' });
    const { verb, data } = button(look, 'Send to the deputy');
    const first = await world.press('teacher', verb, data);
    world.wait(24 * 3600);
    const second = await world.press('teacher', verb, data);

    for (const { text } of [first, second]) {
      expect(text).toContain('Deputy safeguarding lead');
      expect(text.replaceAll('Deputy safeguarding lead', '')).not.toContain('Safeguarding lead');
    }
  });

  test('still says whom to ring where nobody was told', async () => {
    const gone = ['2026-11-24/2026-11-24'];
    const people = away({ lead: gone, 'second-lead': gone, head: gone });
    world = await openWorld({ school: { ...QUIET, people } });
    const look = await fillIn(world);
    const send = look.all.flatMap(({ buttons }) => buttons).find(({ verb }) => verb === 'concern/send');
    const first = await world.press('teacher', 'concern/send', send?.data ?? {});
    world.wait(24 * 3600);
    const second = await world.press('teacher', 'concern/send', send?.data ?? {});

    for (const { text } of [first, second]) {
      expect(text).toContain('01632 960001');
      expect(text).not.toContain('told');
    }
  });
});

test('whoever checks a device is sent to nobody: the safeguarding lead may be the one it is about', async () => {
  const world = await openWorld({ school: QUIET });
  await raise(world, { about: 'self', category: 'lost-device' });
  const { text = '' } = world.sentTo('ict').at(-1) ?? {};

  expect(text).toContain('Somebody else has the rest, and will ask you.');
  expect(text).not.toContain('safeguarding lead');
  await world.close();
});
