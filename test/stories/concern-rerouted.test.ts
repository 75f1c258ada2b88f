import { sampleSchool } from '../sample-school';
import { openWorld, type World } from '../world';
import { QUIET, raise } from './raise';

const CANARY = 'the bittern stood in the reeds';

async function opens(world: World, ref: string): Promise<string[]> {
  const may: string[] = [];
  for (const { id } of world.school.people) {
    const shown = await world.press(id, 'concern/open', { ref });
    if (shown.text.includes(CANARY)) may.push(id);
  }
  return may;
}

const factsOf = async (world: World, ref: string) =>
  (await world.records.listPrefix(`chronology|${ref}|`)).rows.map(({ value }) => Object(value).kind as string);

const since = (world: World, before: number) => world.arrived.slice(before);

describe('A conflict that is found later', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld({ school: QUIET });
  });

  afterEach(() => world.close());

  test('a lead steps aside: the deputy keeps it, the lead loses it at once, and the card in the place goes blank', async () => {
    const { ref } = await raise(world, { story: { story: CANARY } });
    await world.press('lead', 'concern/take', { ref });

    const gone = await world.press('lead', 'concern/do-aside', { ref, who: 'lead', why: 'The child is my niece.' });
    await world.settle();
    const shown = await world.press('second-lead', 'concern/open', { ref });

    expect(gone.text).toContain('You can no longer open it');
    expect(shown.text).toContain('Safeguarding lead stepped aside: The child is my niece.');
    expect(await opens(world, ref)).toEqual(['second-lead']);
    expect(world.sentTo('lead').map(({ text }) => text)).toEqual(['This card is no longer shown here.']);
    expect(world.sentTo('triage').map(({ text }) => text)).toEqual(['This card is no longer shown here.']);
    expect((await world.say('lead', 'open concerns')).text).not.toContain(ref);
  });

  test('it is nobody’s until the deputy opens it, and if they do not, the headteacher is told', async () => {
    const { ref } = await raise(world);
    await world.press('lead', 'concern/take', { ref });
    await world.press('lead', 'concern/do-aside', { ref, who: 'lead', why: 'A relative.' });
    await world.settle();
    const before = world.arrived.length;

    await world.pass({ hours: 3 });

    expect(
      since(world, before)
        .map(({ to }) => to)
        .sort(),
    ).toEqual(['head', 'second-lead']);
  });

  test('a deputy who was not told takes it from the list and steps aside: those who were hear at once that nobody has it', async () => {
    const people = sampleSchool.people.map((person) =>
      person.id === 'second-lead' ? { ...person, away: ['2026-11-24/2026-11-24'] } : person,
    );
    await world.close();
    world = await openWorld({ school: { ...QUIET, people } });
    const { ref } = await raise(world, { category: 'other' });
    await world.moveTo('2026-11-25T08:30');
    await world.press('second-lead', 'concern/take', { ref });
    await world.settle();
    const before = world.arrived.length;
    await world.press('second-lead', 'concern/do-aside', { ref, who: 'second-lead', why: 'My niece.' });
    await world.settle();

    const heard = since(world, before);
    // Nobody opened it on the first day, so the headteacher was told as well.
    expect(heard.map(({ to }) => to)).toEqual(['head', 'lead']);
    for (const { text } of heard) {
      expect(text).toContain('Nobody has this in hand any more. Please take it');
      expect(text).toContain('I will take it');
    }
  });

  test('a deputy leaves both leads out: the headteacher is told as the first, and hears it as new', async () => {
    const { ref } = await raise(world, { story: { story: CANARY } });
    const before = world.arrived.length;

    await world.press('second-lead', 'concern/do-aside', { ref, who: 'lead,second-lead', why: 'We are family.' });
    await world.settle();

    expect(since(world, before).map(({ to, text }) => [to, text.includes('A new concern, for you')])).toEqual([
      ['head', true],
    ]);
    expect(await opens(world, ref)).toEqual(['head']);
  });

  test('nobody inside is left: it waits, locked, and whoever stepped aside and the reporter get the number', async () => {
    const { ref } = await raise(world, {
      about: 'adult',
      category: 'staff-conduct',
      subject: 'assistant',
      conflicts: 'chair',
      story: { story: CANARY },
    });

    const gone = await world.press('head', 'concern/do-aside', { ref, who: 'head', why: 'My brother.' });
    await world.settle();

    expect(gone.text).toContain('01632 960003');
    expect(world.sentTo('teacher').at(-1)?.text).toContain('01632 960003');
    expect(world.sentTo('teacher').at(-1)?.text).toContain('waits, locked');
    expect(await opens(world, ref)).toEqual([]);
    const waiting = (await world.records.listPrefix('job|')).rows.map(({ key }) => key);
    expect(waiting.filter((key) => key.includes('retell'))).toHaveLength(1);
    expect(waiting.filter((key) => key.includes('LADO'))).toHaveLength(2);
  });

  test('without a reason, or with somebody who could never have it, nothing changes and the words are kept', async () => {
    const { ref } = await raise(world);
    const before = await factsOf(world, ref);

    const noReason = await world.press('lead', 'concern/do-aside', { ref, who: 'lead', why: '' });
    const nobody = await world.press('lead', 'concern/do-aside', { ref, who: 'teacher', why: 'a certain reason' });

    expect(noReason.text).toContain('Why?');
    expect(nobody.text).toContain('Please choose from the list');
    expect(JSON.stringify(nobody.here)).toContain('a certain reason');
    expect(await factsOf(world, ref)).toEqual(before);
  });
});

describe('A concern that turns out to be about something else', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld({ school: QUIET });
  });

  afterEach(() => world.close());

  const toAdult = (ref: string, subject = 'second-lead') => ({
    ...{ ref, about: 'adult', category: 'staff-conduct', subject0: subject },
    why: 'A member of staff sent them.',
  });

  test('about a pupil, and really about the deputy who has it open: the headteacher gets it, and the deputy’s card goes blank', async () => {
    const { ref } = await raise(world, { story: { story: CANARY } });
    await world.press('second-lead', 'concern/open', { ref });
    await world.settle();
    const before = world.arrived.length;

    const gone = await world.press('lead', 'concern/do-redirect', toAdult(ref));
    await world.settle();

    expect(gone.text).toContain('is now with others');
    expect(
      since(world, before)
        .map(({ to }) => to)
        .sort(),
    ).toEqual(['head', 'teacher']);
    expect(world.sentTo('second-lead').map(({ text }) => text)).toEqual(['This card is no longer shown here.']);
    expect(world.sentTo('triage').map(({ text }) => text)).toEqual(['This card is no longer shown here.']);
    expect(world.sentTo('teacher').at(-1)?.text).toContain('It is with the right people now');
    expect(await opens(world, ref)).toEqual(['head']);
    expect((await world.press('head', 'concern/open', { ref })).text).toContain('told within one working day');
  });

  test('the clock of the law starts at raising, and is said in time', async () => {
    const { ref } = await raise(world);
    await world.pass({ hours: 3 });
    await world.press('lead', 'concern/do-redirect', toAdult(ref, 'assistant'));
    await world.press('head', 'concern/open', { ref });
    await world.settle();
    const before = world.arrived.length;

    await world.moveTo('2026-11-25T10:16');

    const told = since(world, before).filter(({ to, text }) => to === 'head' && text.includes('one working day'));
    expect(told).toHaveLength(2);
  });

  test('a clock whose end is past already is said at once, and once', async () => {
    const { ref } = await raise(world);
    await world.press('lead', 'concern/take', { ref });
    await world.moveTo('2026-11-27T10:00');
    const before = world.arrived.length;

    await world.press('lead', 'concern/do-redirect', toAdult(ref, 'assistant'));
    await world.settle();

    const told = since(world, before).filter(({ to, text }) => to === 'head' && text.includes('one working day'));
    expect(told).toHaveLength(1);
  });

  test('a clock of what it is no longer about reminds nobody, and one that comes back reminds once', async () => {
    const { ref } = await raise(world, { about: 'adult', category: 'staff-conduct', subject: 'assistant' });
    const away = { ref, about: 'adult', category: 'low-level-concern', subject0: 'assistant', why: 'Small.' };
    const back = { ...away, category: 'staff-conduct', why: 'Not small.' };
    await world.press('head', 'concern/take', { ref });
    await world.press('head', 'concern/do-redirect', away);
    await world.press('head', 'concern/do-redirect', back);
    await world.press('head', 'concern/do-redirect', away);
    await world.settle();
    await world.moveTo('2026-11-25T05:00');
    const reminders = () => world.sentTo('head').filter(({ text }) => text.includes('A clock is running'));
    expect(reminders()).toHaveLength(0);

    await world.press('head', 'concern/do-redirect', back);
    await world.moveTo('2026-11-25T10:16');

    expect(reminders()).toHaveLength(1);
  });

  test('about a lead, and really about a pupil: the deputy is told, and whoever was named stays out of it', async () => {
    const { ref } = await raise(world, { about: 'lead', category: 'other', subject: 'lead', story: { story: CANARY } });

    const data = { ref, about: 'pupil', category: 'behaviour', why: 'It was a child.' };
    await world.press('head', 'concern/do-redirect', data);
    await world.settle();

    // The place is the leads’ own, so its card would stand before the lead who was named.
    expect(world.sentTo('triage')).toHaveLength(0);
    expect(world.sentTo('second-lead')).toHaveLength(1);
    expect(world.sentTo('lead')).toHaveLength(0);
    expect(await opens(world, ref)).toEqual(['second-lead', 'head']);
  });

  test('really about whoever reported it: they are told nothing', async () => {
    const { ref } = await raise(world, { story: { story: CANARY } });
    const before = world.sentTo('teacher').length;

    await world.press('lead', 'concern/do-redirect', toAdult(ref, 'teacher'));
    await world.settle();

    expect(world.sentTo('teacher')).toHaveLength(before);
    expect(await opens(world, ref)).toEqual(['head']);
  });

  test.each([
    ['no adult is chosen', { about: 'adult', category: 'staff-conduct' }, 'choose one adult'],
    [
      'two adults are chosen',
      { about: 'adult', category: 'staff-conduct', subject0: 'ict', subject1: 'dpo' },
      'choose one adult',
    ],
    ['the kind does not fit', { about: 'pupil', category: 'staff-conduct' }, 'does not fit'],
    ['nothing is different', { about: 'pupil', category: 'cyberbullying' }, 'what it is already'],
  ])('nothing changes when %s', async (_, data, problem) => {
    const { ref } = await raise(world);
    const before = world.arrived.length;

    const shown = await world.press('lead', 'concern/do-redirect', { ref, why: 'A reason.', ...data });
    await world.settle();

    expect(shown.text).toContain(problem);
    expect(world.arrived).toHaveLength(before);
  });

  test('once redirected and taken in hand, nobody is told any more that nobody has opened it', async () => {
    const { ref } = await raise(world);
    await world.press('lead', 'concern/do-redirect', toAdult(ref, 'assistant'));
    await world.settle();
    await world.press('head', 'concern/take', { ref });
    const before = world.arrived.length;

    await world.pass({ hours: 6 });

    expect(since(world, before).filter(({ text }) => text.includes('Nobody has opened'))).toEqual([]);
  });
});
