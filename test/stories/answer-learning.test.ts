import { randomBytes } from 'node:crypto';
import { openSqlite } from '../../infra/sqlite';
import { libraryWith, TRAVEL } from '../sample-travel';
import { buttonsOf, openWorld, type World } from '../world';
import { button, push } from './raise';

const QUESTION = 'what colour is the minibus';
const WORDS = 'school camera on a trip';
const NO_VIEW = { card: 'answer/passed', data: {} };
const DAY = '2026-11-24T10:15';

describe('A question that was passed on', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld({ at: DAY, library: await libraryWith(TRAVEL) });
  });

  afterEach(async () => {
    await world.close();
  });

  const passOn = async (question = QUESTION, by = 'teacher') => {
    const shown = await world.say(by, question);
    const sent = await push(world, by, shown, 'Pass it on');
    await world.settle();
    return sent;
  };
  const cardOf = (person: string) => {
    const card = world.sentTo(person).findLast(({ text }) => text.includes('Somebody asked this'));
    if (!card) throw new Error(`no question reached ${person}`);
    return {
      here: [],
      privately: [],
      all: [{ ...card, view: NO_VIEW, buttons: buttonsOf(card.card) }],
      text: card.text,
    };
  };
  const matched = async (words = 'vehicles colours hirer') => {
    const offers = await push(world, 'office', cardOf('office'), 'Find the place that answers it', { words });
    const confirm = await push(world, 'office', offers, 'These words');
    return push(world, 'office', confirm, 'Yes, show these words');
  };

  test('is tied to a clause by the office, and found from then on, also in other words', async () => {
    await passOn();
    const offers = await push(world, 'office', cardOf('office'), 'Find the place that answers it', {
      words: 'vehicles colours hirer',
    });
    const confirm = await push(world, 'office', offers, 'These words');
    const done = await push(world, 'office', confirm, 'Yes, show these words');

    expect(confirm.text).toContain('“Vehicles are hired with a driver, in the colours of the hirer.”');
    expect(confirm.text).toContain('Travel policy › Vehicles');
    expect(done.text).toContain('sees these words first');
    for (const question of [QUESTION, 'What colour is our minibus?', 'minbus colour please']) {
      const shown = await world.say('assistant', question);
      expect(shown.here[0]?.text).toContain('“Vehicles are hired with a driver, in the colours of the hirer.”');
      expect(shown.text).toContain('Your school has matched this question to these words.');
    }
  });

  test('is found at once by another Lantern on the same store, which had looked before it was tied and before it was untied', async () => {
    const [masterKey, store] = [randomBytes(32), openSqlite(':memory:')];
    const library = await libraryWith(TRAVEL);
    await world.close();
    world = await openWorld({ at: DAY, library, store, masterKey });
    const other = await openWorld({ at: DAY, library, store, masterKey });
    await passOn();
    const before = await other.say('assistant', QUESTION);

    const done = await matched();
    const tied = await other.say('assistant', QUESTION);
    await push(world, 'office', done, 'Change this');
    const untied = await other.say('assistant', QUESTION);

    const isMatched = ({ text }: { text: string }) => text.includes('Your school has matched this question');
    expect([before, tied, untied].map(isMatched)).toEqual([false, true, false]);
    other.stopLooking();
  });

  test('does not answer another question that only looks alike', async () => {
    await passOn();
    await matched();

    for (const question of ['what colour is the uniform', 'who drives the minibus', 'is the minibus not any colour'])
      expect((await world.say('assistant', question)).text).not.toContain('has matched this question');
  });

  test('says nowhere who asked: not to its owner, and not in what is kept', async () => {
    await passOn();
    await matched();

    const kept = JSON.stringify((await world.records.listPrefix('question|')).rows);
    expect(kept).not.toMatch(/teacher/i);
    expect(cardOf('office').text).not.toMatch(/teacher/i);
  });

  test('reaches its owner once, however often and by whomever it is asked, and the days are counted', async () => {
    await passOn();
    await world.moveTo('2026-11-25T09:00');
    await passOn('which colour is our minibus?', 'assistant');
    await passOn('what colour is the minibus', 'guest');
    await world.moveTo('2026-11-26T09:00');
    await passOn(QUESTION, 'lead');

    const list = await world.say('office', 'questions');
    expect(world.sentTo('office').filter(({ text }) => text.includes('Somebody asked this'))).toHaveLength(1);
    expect(list.text).toContain('Asked on 3 days, first on 24 November 2026 and last on 26 November 2026.');
    expect(list.text).toContain('One is waiting for you.');
  });

  test('that the policy does not answer is said to be so, and counted for the next review', async () => {
    await passOn();
    const noted = await push(world, 'office', cardOf('office'), 'The policy does not say');
    await world.moveTo('2026-11-25T09:00');
    const again = await passOn(QUESTION, 'assistant');

    expect(noted.text).toContain('I count how often it is asked');
    expect(again.text).toContain('This was looked into by the office manager, and the policy does not say.');
    expect((await world.say('office', 'questions')).text).toContain('Asked on 2 days');
  });

  test('that a policy does not answer stands on the card of its next review', async () => {
    const asked = await world.press('teacher', 'answer/not-it', { policy: 'phones-and-cameras', question: QUESTION });
    await push(world, 'teacher', asked, 'Pass it on');
    await world.settle();
    const before = await world.press('chair', 'review/open', { policy: 'phones-and-cameras' });
    await push(world, 'head', cardOf('head'), 'The policy does not say');
    const after = await world.press('chair', 'review/open', { policy: 'phones-and-cameras' });

    expect(before.text).not.toContain('Colleagues asked');
    expect(after.text).toContain('Colleagues asked one question that it does not answer.');
    expect(after.text).not.toContain(QUESTION);
  });

  test('that comes from the very person it waits for is shown to them', async () => {
    await passOn();
    const shown = await world.say('office', QUESTION);

    expect((await push(world, 'office', shown, 'Keep it in my list')).text).toContain(
      'Somebody asked this, and I could not help.',
    );
  });

  test('that was left is found again in the list, and can be decided there', async () => {
    await passOn();
    await push(world, 'office', cardOf('office'), 'Leave it');
    const list = await world.say('office', 'my questions');
    const opened = await push(world, 'office', list, 'Open');
    const noted = await push(world, 'office', opened, 'The policy does not say');

    expect(list.text).toContain('You left it as it is.');
    expect(noted.text).toContain('Noted');
  });

  test('can be thought over again: what was tied is untied', async () => {
    await passOn();
    const done = await matched();
    const open = await push(world, 'office', done, 'Change this');

    expect(open.text).toContain(QUESTION);
    expect((await world.say('assistant', QUESTION)).text).not.toContain('has matched this question');
  });

  test('of a policy that somebody owns is handed on to them, and only they may tie it', async () => {
    await passOn();
    const offers = await push(world, 'office', cardOf('office'), 'Find the place that answers it', { words: WORDS });
    const confirm = await push(world, 'office', offers, 'These words');
    const tried = await world.press('office', 'answer/match', button(offers, 'These words').data);
    const handed = await push(world, 'office', confirm, 'Pass it on to them');
    await world.settle();

    expect(confirm.text).toContain('Only the headteacher can match questions to this policy.');
    expect(tried.text).toContain('Only the headteacher can match questions to this policy.');
    expect(handed.text).toContain('Passed on to the headteacher.');
    const theirs = await push(world, 'head', cardOf('head'), 'Find the place that answers it', { words: WORDS });
    const yes = await push(world, 'head', await push(world, 'head', theirs, 'These words'), 'Yes, show these words');
    expect(yes.text).toContain('sees these words first');
    expect((await world.say('assistant', QUESTION)).here[0]?.text).toContain('Phones and cameras policy');
  });

  test('is nobody else’s business: others may neither open nor decide it', async () => {
    await passOn();
    const { data } = button(cardOf('office'), 'Leave it');

    for (const person of ['teacher', 'head', 'lead', 'chair'])
      for (const verb of ['answer/asked', 'answer/look', 'answer/absent', 'answer/leave', 'answer/reopen'])
        expect((await world.press(person, verb, data)).text).toContain('You cannot open this one.');
    expect((await world.say('teacher', 'questions')).text).toContain('Nobody has passed a question on to you.');
  });

  test('is decided once: an old card shows what was decided', async () => {
    await passOn();
    const old = cardOf('office');
    await matched();
    const late = await push(world, 'office', old, 'The policy does not say');

    expect(late.text).toContain('sees these words first');
    expect((await world.say('assistant', QUESTION)).text).toContain('has matched this question');
  });

  test('that reads like a worry about somebody is not passed on, and nothing of it is kept', async () => {
    const story = 'a girl in my class just told me a man online wants photos of her';
    const shown = await world.press('teacher', 'answer/pass-on', { policy: '', question: story });
    await world.settle();

    expect(shown.text).toContain('I have not passed that on.');
    expect(button(shown, 'Report a concern').verb).toBe('concern/start');
    expect((await world.records.listPrefix('question|')).rows).toEqual([]);
    expect(
      world
        .sentTo('office')
        .map(({ text }) => text)
        .join(),
    ).not.toContain('girl');
  });

  test.each([
    ['who looks after kids whose dad drinks, asking for Kayleigh M in my form', 'Kayleigh'],
    ['what is the policy when Ben wont change for swimming and flinches', 'flinches'],
    ['mr hughes gives lifts home to Sophie in y6, is that allowed', 'hughes'],
    ['does the absence policy cover Aisha being taken to Pakistan for a wedding at 15', 'Aisha'],
  ])('that tells of somebody is asked for again without names: "%s"', async (story, told) => {
    const form = await world.press('teacher', 'answer/pass-on', { policy: '', question: story });
    await world.settle();

    expect(form.text).toContain('I pass questions on without names or stories.');
    expect(button(form, 'Report a concern').verb).toBe('concern/start');
    expect(JSON.stringify(form.all.map(({ card }) => card))).not.toContain(told);
    expect((await world.records.listPrefix('question|')).rows).toEqual([]);
    expect(JSON.stringify(world.arrived.filter(({ text }) => text.includes(told)))).toBe('[]');

    const sent = await push(world, 'teacher', form, 'Pass it on', { question: QUESTION });
    expect(sent.text).toContain('Passed on to the office manager.');
  });

  test('brings one message a day, however often its words are said not to help', async () => {
    await passOn();
    await matched();
    const doubts = async () => {
      for (let press = 0; press < 5; press++) {
        await world.press('assistant', 'answer/pass-on', { policy: 'travel', question: QUESTION });
        await world.pass({ minutes: 1 });
      }
      await world.settle();
      return world.sentTo('office').filter(({ text }) => text.includes('did not help them')).length;
    };

    expect(await doubts()).toBe(1);
    await world.moveTo('2026-11-25T09:00');
    expect(await doubts()).toBe(2);
  });

  test('is thought over when the words that were chosen for it do not help somebody', async () => {
    await passOn();
    await matched();
    const shown = await world.say('assistant', QUESTION);
    const sent = await push(
      world,
      'assistant',
      await push(world, 'assistant', shown, 'Not what I needed'),
      'Pass it on',
    );
    await world.settle();

    expect(sent.text).toContain('Passed on to the office manager.');
    const card = world.sentTo('office').at(-1);
    expect(card?.text).toContain('did not help them');
    expect(card?.text).toContain(QUESTION);
    expect(buttonsOf(card?.card).map(({ title }) => title)).toContain('Change this');
    expect((await world.say('guest', QUESTION)).text).toContain('has matched this question');
  });

  test('is offered on the menu of whoever it waits for', async () => {
    await passOn();
    const menu = await world.say('office', 'help');
    const list = await push(world, 'office', menu, 'Questions passed to you (1)');

    expect(list.text).toContain(QUESTION);
    expect((await world.say('teacher', 'help')).text).not.toContain('Questions passed to you');
  });

  test('that nobody passed on is counted, and no word of it is kept', async () => {
    await world.say('assistant', 'what do the hens in the garden eat');
    await world.say('teacher', QUESTION);
    await passOn();

    const all = JSON.stringify((await world.records.listPrefix('')).rows.map(({ value }) => value));
    expect(all).not.toContain('hens');
    expect((await world.say('office', 'questions')).text).toContain(
      '3 times this month I had no answer to a question.',
    );
  });
});
