import { openWorld, type World } from '../world';
import { button, fillIn, push, QUIET, raise } from './raise';

const CANARY = 'the purple heron is under the stairs';

describe('A concern, from the first words to a closed case', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld({ school: QUIET });
  });

  afterEach(async () => {
    await world.close();
  });

  test.each([
    'report concern',
    'Report a Concern',
    '  REPORT CONCERN  ',
    'concern',
    'I want to report a concern please',
  ])('"%s" asks first whether someone is in danger, and gives 999', async (words) => {
    const shown = await world.say('teacher', words);

    expect(shown.text).toContain('Is someone in danger now?');
    expect(shown.text).toContain('999');
    expect(shown.text).toContain('Safeguarding lead');
    expect(shown.text).toContain('01632 960010');
  });

  test('in a channel the form is only ever shown in private', async () => {
    const shown = await world.say('teacher', 'report concern', 'group');

    expect(shown.here.map(({ text }) => text).join()).not.toContain('danger');
    expect(shown.privately[0]?.text).toContain('Is someone in danger now?');
  });

  test('the leads and the triage place are told, with no name and no story', async () => {
    const { ref, receipt } = await raise(world, { story: { story: CANARY, who: 'Pupil X, 4B' } });

    expect(receipt.text).toContain(`Your reference is ${ref}`);
    expect(receipt.text).toContain('Safeguarding lead, Deputy safeguarding lead have been told.');
    for (const to of ['lead', 'second-lead', 'triage']) {
      const [card] = world.sentTo(to);
      expect(card?.text).toContain(ref);
      expect(card?.text).toContain('Cyberbullying');
      expect(card?.text).not.toContain(CANARY);
      expect(card?.text).not.toContain('Pupil X');
      expect(card?.text).not.toContain('Class teacher');
    }
    expect(world.sentTo('head')).toEqual([]);
  });

  test('a lead opens it, takes it, adds a note and closes it; the reporter hears "seen" and "dealt with" without details', async () => {
    const { ref } = await raise(world, { story: { story: CANARY } });
    world.arrived.length = 0;

    const opened = await world.press('lead', 'concern/open', { ref }, 'group');
    await world.settle();
    const taken = await push(world, 'lead', opened, 'I will take it');
    const noting = await push(world, 'lead', taken, 'Add a note');
    const noted = await push(world, 'lead', noting, 'Add the note', { note: 'Spoke with the teacher.' });
    const closing = await push(world, 'lead', noted, 'Close it');
    const closed = await push(world, 'lead', closing, 'Close it', {
      outcome: 'support-in-school',
      recorded: 'copied',
      where: 'C-1234',
      note: '',
    });
    await world.settle();

    expect(opened.here).toEqual([]);
    expect(opened.text).toContain(CANARY);
    expect(taken.text).toContain('In hand, Safeguarding lead');
    expect(noted.text).toContain('Spoke with the teacher.');
    expect(closed.text).toContain('Closed');
    const heard = world.sentTo('teacher').map(({ text }) => text);
    expect(heard[0]).toContain('The right person has seen it');
    expect(heard[1]).toContain('It has been dealt with');
    expect(heard.join()).not.toContain('Spoke with');
    expect(world.sentTo('triage').at(-1)?.text ?? '').not.toContain(CANARY);
    expect((await world.say('teacher', 'my reports')).text).toContain('dealt with');
    expect((await world.say('lead', 'open concerns')).text).toContain('Open concerns: 0');
  });

  test('the card in the place changes as the case does, and is not posted twice', async () => {
    const { ref } = await raise(world);

    await world.press('lead', 'concern/take', { ref });
    await world.settle();

    const cards = world.sentTo('triage');
    expect(cards).toHaveLength(1);
    expect(cards[0]?.text).toContain('In hand, Safeguarding lead, since 24 Nov at 10:15');
  });

  test('everybody else who presses is refused in the same words as for no concern at all, and the refusal is kept', async () => {
    const { ref } = await raise(world, { story: { story: CANARY } });

    const refused = await world.press('assistant', 'concern/open', { ref });
    const nothing = await world.press('assistant', 'concern/open', { ref: 'OL-26-9999' });
    const opened = await world.press('lead', 'concern/open', { ref });

    expect(refused.text).toEqual(nothing.text);
    expect(refused.text).not.toContain(CANARY);
    expect(opened.text).toContain('Teaching assistant, Year 1 tried to open it and was refused');
  });

  test('the reporter cannot open their own report as a case', async () => {
    const { ref } = await raise(world, { story: { story: CANARY } });

    expect((await world.press('teacher', 'concern/open', { ref })).text).not.toContain(CANARY);
  });

  test('sending twice gives one concern', async () => {
    const { send } = await raise(world);

    const again = await world.press('teacher', send.verb, send.data);
    await world.settle();

    expect(again.text).toContain('sent already');
    // Whoever presses twice loses nothing of what they were told.
    expect(again.text).toContain('Safeguarding lead');
    expect(again.text).toContain('You did the right thing');
    expect(world.sentTo('lead')).toHaveLength(1);
  });

  test('once somebody has done something with it, sending again says no more than that it was sent', async () => {
    const { ref, send } = await raise(world);
    await world.press('lead', 'concern/take', { ref });

    const again = await world.press('teacher', send.verb, send.data);

    expect(again.text).toContain('sent already');
    expect(again.text).not.toContain('been told');
  });

  test('the same turn delivered twice gives the same receipt and one concern', async () => {
    const look = await fillIn(world);
    const { data } = button(look, 'Send to the DSL');

    const [one, two] = await Promise.all([
      world.press('teacher', 'concern/send', data, 'private', 'same'),
      world.press('teacher', 'concern/send', data, 'private', 'same'),
    ]);
    await world.settle();

    expect(one.text).toEqual(two.text);
    expect(world.sentTo('triage')).toHaveLength(1);
  });

  test('a pressed card of a closed concern changes nothing and says so', async () => {
    const { ref } = await raise(world);
    await world.press('lead', 'concern/do-close', {
      ref,
      outcome: 'other',
      recorded: 'not-needed',
      where: 'A test',
      note: '',
    });
    await world.settle();
    world.arrived.length = 0;

    const late = await world.press('second-lead', 'concern/take', { ref });
    await world.settle();

    expect(late.text).toContain('so I changed nothing');
    expect(world.arrived).toEqual([]);
  });
});

describe('Danger now', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld({ at: '2026-11-28T22:00', school: QUIET });
  });

  afterEach(async () => {
    await world.close();
  });

  test('for a child the lead is told at once, before any form, at any hour; the place gets no name', async () => {
    const danger = await world.say('teacher', 'report concern');
    const who = await push(world, 'teacher', danger, 'Yes, danger now');
    const told = await push(world, 'teacher', who, 'A child');
    await world.settle();

    expect(told.text).toContain('999');
    expect(world.sentTo('lead')[0]?.text).toContain('Danger now');
    expect(world.sentTo('lead')[0]?.text).toContain('Class teacher, Year 4');
    expect(world.sentTo('triage')[0]?.text).not.toContain('Class teacher');
    const receipt = await push(world, 'teacher', told, 'Send the details', {
      story: 'He has run off.',
      who: 'J, Y6',
      address: 'the park',
    });
    await world.settle();
    expect(receipt.text).toContain('Received');
    expect(world.sentTo('lead').at(-1)?.text).toContain('The details have come');
  });

  test('about someone who works here, nobody is told before it is known who it is', async () => {
    const danger = await world.say('teacher', 'report concern');
    const who = await push(world, 'teacher', danger, 'Yes, danger now');
    const whom = await push(world, 'teacher', who, 'Someone who works here');
    await world.settle();

    expect(world.arrived).toEqual([]);
    expect(whom.text).toContain('ring 999 now');
  });

  test.each([
    ['a colleague', 'assistant', ['head'], 'Headteacher'],
    ['the safeguarding lead', 'lead', ['head'], 'Headteacher'],
    ['the headteacher', 'head', ['chair'], 'Chair of governors'],
  ])('about %s, the right office is told the moment it is known who it is; the details follow', async (...row) => {
    const [, subject, told, name] = row;
    const who = await push(world, 'teacher', await world.say('teacher', 'report concern'), 'Yes, danger now');
    const whom = await push(world, 'teacher', who, 'Someone who works here');
    const form = await push(world, 'teacher', whom, 'Next', { subject0: subject });
    await world.settle();
    const empty = await push(world, 'teacher', form, 'Send the details', { story: '' });
    const receipt = await push(world, 'teacher', empty, 'Send the details', { story: CANARY });
    await world.settle();

    expect([...new Set(world.arrived.map(({ to }) => to))]).toEqual(told);
    expect(form.text).toContain(`I am sending a message now to: ${name}.`);
    expect(empty.text).toContain(`I am sending a message now to: ${name}.`);
    expect(receipt.text).toContain('Stay with the child if it is safe');
    expect(world.arrived.every(({ text }) => !text.includes(CANARY))).toBe(true);
    const ref = /[A-Z]+-\d\d-\d{4}/.exec(receipt.text)?.[0];
    expect((await world.press(told[0] ?? '', 'concern/open', { ref })).text).toContain(CANARY);
    expect((await world.press(subject, 'concern/open', { ref })).text).not.toContain(CANARY);
  });

  test('unopened it escalates after 5, 10 and 15 minutes at any hour, and the reporter gets a number', async () => {
    const who = await push(world, 'teacher', await world.say('teacher', 'report concern'), 'Yes, danger now');
    await push(world, 'teacher', who, 'A child');
    await world.settle();
    expect(world.sentTo('head')).toHaveLength(0);

    await world.pass({ minutes: 5 });
    expect(world.sentTo('head')[0]?.text).toContain('it comes to you');
    await world.pass({ minutes: 5 });
    expect(world.sentTo('teacher').at(-1)?.text).toContain('01632 960002');
    const before = world.sentTo('lead').length;
    await world.pass({ minutes: 5 });
    expect(world.sentTo('lead').length).toBe(before + 1);
    await world.pass({ hours: 10 });
    expect(world.sentTo('lead').length).toBe(before + 1);
  });

  test('once opened it escalates no more', async () => {
    const who = await push(world, 'teacher', await world.say('teacher', 'report concern'), 'Yes, danger now');
    await push(world, 'teacher', who, 'A child');
    await world.settle();
    await world.press('lead', 'concern/open', { ref: 'OL-26-0001' });

    await world.pass({ minutes: 20 });

    expect(world.sentTo('head')).toHaveLength(0);
  });
});

describe('An ordinary concern that nobody opens', () => {
  test('waits for school hours on a school day, then goes to the headteacher', async () => {
    const world = await openWorld({ at: '2026-11-27T17:30', school: QUIET });
    await raise(world);

    await world.moveTo('2026-11-29T12:00');
    expect(world.sentTo('head')).toHaveLength(0);
    await world.moveTo('2026-11-30T10:00');
    expect(world.sentTo('head').filter(({ text }) => text.includes('so it comes to you'))).toHaveLength(1);
    await world.close();
  });
});
