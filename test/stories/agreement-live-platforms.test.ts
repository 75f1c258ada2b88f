import { PLATFORMS, type Person, type Platform } from '../platforms';

const AGREE = 'I have read it and agree';
/** A Tuesday in term: everybody has been asked in the morning. */
const TUESDAY = '2026-11-24T10:15';

describe.each(PLATFORMS)('The office follows a round in %s', (_name, open) => {
  let platform: Platform;
  let office: Person;

  beforeAll(async () => {
    platform = await open({ at: TUESDAY });
    office = platform.person('office');
    await office.say('help');
    // Where Teams is, is learnt from that; what waited for it goes out now.
    await platform.pass({ minutes: 5 });
  });

  afterAll(() => platform.close());

  async function agree(...people: string[]) {
    for (const id of people) {
      const person = platform.person(id);
      await person.say('my agreements');
      await person.sees('My agreements');
      await person.press('Read and agree');
      await person.sees('Your full name');
      await person.press(AGREE, { name: `The ${id} of the school` });
      await person.sees('Thank you. That is all.');
    }
  }

  /** The card of the round in the chat of the office as it reads now. */
  async function card() {
    const cards = await office.cards();
    return cards.filter((each) => each.includes('have agreed.') && each.includes('Start a new round')).at(-1) ?? '';
  }

  async function openRound() {
    await office.say('agreements');
    await office.sees('The school’s agreements');
    await office.press('Open');
    await office.sees('Start a new round');
    await platform.settle();
  }

  test('on one card, changed once for all who agreed within a minute, without a sound', async () => {
    await openRound();
    const before = await platform.traffic('office');
    const first = await card();
    await agree('teacher', 'dpo', 'ict');
    await platform.pass({ minutes: 1 });
    const after = await platform.traffic('office');
    await platform.pass({ minutes: 1 });

    expect(first).toContain('0 of 10 have agreed.');
    expect(await card()).toContain('3 of 10 have agreed.');
    // Neither platform tells anybody of a message that is changed; a new one it does.
    expect(after).toEqual({ posted: before.posted, changed: before.changed + 1 });
    expect(await platform.traffic('office')).toEqual(after);
  });

  test('and presses its buttons where it stands: a list of people is not written over', async () => {
    await office.sees('Start a new round');
    await office.press('Everyone who is missing (7)');
    await office.sees('These have not agreed yet.');
    await platform.settle();
    const before = await platform.traffic('office');
    await agree('assistant');
    await platform.pass({ minutes: 1 });

    expect(await platform.traffic('office')).toEqual(before);
    await office.press('Back to the round');
    expect(await office.sees('Start a new round')).toContain('4 of 10 have agreed.');
  });

  test('and starts one for some groups in a form that names the version', async () => {
    await office.press('Start a new round');
    const form = await office.sees('Which groups');
    await office.press('See who would be asked', { audience: 'governor', dueOn: '2026-12-15', whom: 'everyone' });
    const preview = await office.sees('Before it starts');
    await office.press('Start it');
    await office.sees('The round has started.');
    await platform.settle();
    await openRound();

    expect(form).toContain('The words: version of 1 September 2026, the one in force.');
    expect(preview).toContain('2 people are to agree. 2 of them will be asked.');
    expect(await card()).toContain('0 of 2 have agreed.');
    expect(await card()).toContain('for governors');
  });

  test('until the card is deleted: it is let go of, nothing is sent instead, and nothing fails', async () => {
    platform.forgets('office');
    const before = await platform.traffic('office');
    await agree('chair');
    await platform.pass({ minutes: 1 });
    await platform.pass({ minutes: 1 });
    const { status, body } = await platform.health();

    expect(await platform.traffic('office')).toEqual(before);
    expect(platform.logged.filter((line) => line.includes('card not changed'))).toHaveLength(1);
    expect([status, body.outbox.failing, body.outbox.dead]).toEqual([200, 0, 0]);
  });
});
