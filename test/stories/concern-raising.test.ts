import { inputsOf } from '../../cards/walk';
import { openWorld, type World } from '../world';
import { button, choicesFor, fillIn, LEAST, push, QUIET, raise } from './raise';

const CANARY = 'the purple heron is under the stairs';

/** To the form, and no further. */
async function toForm(world: World, about = 'pupil', category = 'cyberbullying', subject?: string) {
  const kind = await push(world, 'teacher', await world.say('teacher', 'report concern'), 'No, go on');
  const { area, isAsked } = choicesFor(about, category);
  const chosen = await push(world, 'teacher', kind, 'Next', { about, area });
  const next = isAsked ? await push(world, 'teacher', chosen, 'Next', { category }) : chosen;
  return subject ? push(world, 'teacher', next, 'Next', { subject0: subject }) : next;
}

function passOn(world: World, person: string, text: string, more: Record<string, unknown> = {}) {
  const link = 'https://school.slack.com/archives/C1/p1';
  return world.turn(person, { kind: 'shared', text, author: 'UASSISTANT', link, pictures: 0, ...more });
}

/** What is chosen already where nobody has chosen yet. */
function chosenIn({ all }: Awaited<ReturnType<World['say']>>) {
  const inputs = all.flatMap(({ card }) => inputsOf(card));
  return Object.fromEntries(inputs.map((input) => [input.id, input.value ?? '']));
}

describe('A teacher with forty seconds', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld({ school: QUIET });
  });

  afterEach(async () => {
    await world.close();
  });

  test('presses six buttons, from "Report a concern" to the one that sends it', async () => {
    const pressed = ['Report a concern'];
    const press = (shown: Awaited<ReturnType<World['say']>>, title: string, inputs = {}) => {
      pressed.push(title);
      return push(world, 'teacher', shown, title, inputs);
    };

    const danger = await push(world, 'teacher', await world.say('teacher', 'help'), 'Report a concern');
    const kind = await press(danger, 'No, go on');
    const category = await press(kind, 'Next', { about: 'pupil', area: 'conduct' });
    const form = await press(category, 'Next', { category: 'cyberbullying' });
    const look = await press(form, 'Check before you send', LEAST);
    const receipt = await press(look, 'Send to the DSL');

    expect(receipt.text).toContain('Received at');
    expect(pressed).toHaveLength(6);
  });

  test.each([
    ['report concern about an adult', 'adult'],
    ['I want to report a concern about the headteacher.', 'headteacher'],
    ['Report a safeguarding concern about one of our governors', 'governor'],
    ['report something about myself', 'self'],
    ['report a concern about a child in 4B and her teacher', ''],
    ['report concern', ''],
  ])('"%s" is asked of danger first, and then begins with what it said, which may be changed', async (said, about) => {
    const danger = await world.say('teacher', said);
    const kind = await push(world, 'teacher', danger, 'No, go on');
    const next = await push(world, 'teacher', kind, 'Next', { about: 'pupil', area: 'conduct' });

    expect(danger.text).toContain('Is someone in danger now?');
    expect(chosenIn(kind)).toEqual({ about, area: '' });
    expect(next.text).toContain('Which is nearest?');
    expect((await world.records.get('draft|teacher'))?.value).toMatchObject({ about: 'pupil' });
  });

  test('who says at once that it is about a lead, and then that a child is in danger, is not told on to the leads', async () => {
    const danger = await world.say('teacher', 'report concern about the safeguarding lead');
    await push(world, 'teacher', await push(world, 'teacher', danger, 'Yes, danger now'), 'A child');
    await world.settle();

    expect(world.arrived.map(({ to }) => to)).toEqual(['head']);
  });

  test('is asked which device where a message came on one, and not of a worry at home', async () => {
    const online = await toForm(world, 'pupil', 'cyberbullying');
    const back = await push(world, 'teacher', online, 'Back');
    const kind = await push(world, 'teacher', back, 'Next', { about: 'pupil', area: 'not-online' });
    const home = await push(world, 'teacher', kind, 'Next', { category: 'home' });

    expect(online.text).toContain('Which device?');
    expect(home.text).not.toContain('Which device?');
  });

  test('goes back from the form to choose another kind, and what was typed is still there', async () => {
    const danger = await world.say('teacher', 'report concern');
    const about = await push(world, 'teacher', danger, 'No, go on');
    const form = await push(world, 'teacher', about, 'Next', { about: 'pupil', area: 'contact' });
    const back = await push(world, 'teacher', form, 'Back', { story: 'A man wrote to her.' });
    const other = await push(world, 'teacher', back, 'Next', { about: 'pupil', area: 'commerce' });

    expect(other.text).toContain('A scam, gambling or money online');
    expect(other.text).toContain('A man wrote to her.');
  });

  test('goes back from the list of adults to whom it is about, and to the other part', async () => {
    const first = await push(world, 'teacher', await world.say('teacher', 'report concern'), 'No, go on');
    const behaved = await push(world, 'teacher', first, 'Next', { about: 'adult', area: 'adults' });
    const adults = await push(world, 'teacher', behaved, 'Next', { category: 'staff-conduct' });
    const about = await push(world, 'teacher', adults, 'Back');
    await push(world, 'teacher', about, 'Throw this away');
    const look = await fillIn(world, { category: 'injury', story: { story: CANARY } });
    const part = await push(world, 'teacher', look, 'There is another part');
    const other = await push(world, 'teacher', part, 'Next', { kind: 'adult', story: 'He shouted.' });

    expect(about.text).toContain('Who is it about, and what kind is it?');
    expect((await push(world, 'teacher', other, 'Back')).text).toContain(part.text.split('\n')[0]);
  });

  test('goes back where danger was pressed by mistake, and nobody has been told', async () => {
    const asked = await world.say('teacher', 'report concern');
    const danger = await push(world, 'teacher', asked, 'Yes, danger now');
    const adults = await push(world, 'teacher', danger, 'Someone who works here');
    const again = await push(world, 'teacher', adults, 'Back');
    const about = await push(world, 'teacher', again, 'Nobody is in danger now');

    expect(about.text).toContain('Who is it about, and what kind is it?');
    expect(about.text).not.toContain('999');
    expect(world.sentTo('lead')).toEqual([]);
  });

  test.each([
    ['Content', 'content', ['Material that may be against the law', 'Extremism, hate or radicalisation']],
    ['Contact', 'contact', ['An adult contacting a child online']],
    [
      'Conduct',
      'conduct',
      ['Cyberbullying', 'Sexual remarks, touching or worse', 'Racism, or hate of who somebody is'],
    ],
    ['Commerce', 'commerce', ['A scam, gambling or money online']],
  ])('finds %s among the first choices, and what belongs to it below', async (title, area, below) => {
    const kind = await push(world, 'teacher', await world.say('teacher', 'report concern'), 'No, go on');

    const next = await push(world, 'teacher', kind, 'Next', { about: 'pupil', area });

    expect(JSON.stringify(kind.here)).toContain(`"${title}: `);
    for (const words of below) expect(JSON.stringify(next.here)).toContain(words);
  });

  test.each([
    ['off-site', 'Outside school'],
    ['online', 'Online'],
  ])('says where it happened, %s too, and the lead has it as any other', async (where, read) => {
    const { ref } = await raise(world, { story: { where } });

    expect(
      world
        .sentTo('lead')
        .map(({ text }) => text)
        .join(),
    ).toContain(ref);
    expect((await world.press('lead', 'concern/open', { ref })).text).toContain(`Where\n${read}`);
  });

  test('reads in the receipt that it was right to report it, whatever it turns out to be', async () => {
    const { receipt } = await raise(world, { category: 'cyberbullying' });

    expect(receipt.text).toContain('You did the right thing.');
  });

  test('is not asked for a kind where there is only one', async () => {
    const kind = await push(world, 'teacher', await world.say('teacher', 'report concern'), 'No, go on');

    const form = await push(world, 'teacher', kind, 'Next', { about: 'pupil', area: 'contact' });

    expect(form.text).toContain('What happened?');
    expect(form.text).toContain('An adult contacting a child online');
  });

  test('reads four lines of advice with where they come from, and the rest when they ask', async () => {
    const form = await toForm(world);
    const all = await push(world, 'teacher', form, 'Show 3 more', { story: CANARY });

    expect(form.text).toContain('From: what primary schools’ own policies ask (as read November 2026)');
    expect(form.text).toContain('Keeping children safe in education (1 September 2025)');
    expect(form.text).not.toContain('Share it with the DSL');
    expect(all.text).toContain('Share it with the DSL or a deputy, and with nobody else.');
    expect(all.text).toContain(CANARY);
  });

  test('loses nothing that was typed: not to a lesson, not to a mistake, not to a card that failed', async () => {
    const form = await toForm(world);
    const tooEarly = await push(world, 'teacher', form, 'Check before you send', {
      ...LEAST,
      story: CANARY,
      on: '2026-11-25',
    });
    expect(tooEarly.text).toContain('That day has not come yet.');
    expect(tooEarly.text).toContain(CANARY);

    // Whatever card comes next, the words lie in the school's own store.
    const resumed = await push(world, 'teacher', await world.say('teacher', 'report concern'), 'Go on with it');
    expect(resumed.text).toContain(CANARY);
    const kept = await push(world, 'teacher', resumed, 'Keep for later', { ...LEAST, story: `${CANARY} again` });
    expect(kept.text).toContain('7 days from when you began, until 1 December 2026');
    expect((await push(world, 'teacher', kept, 'Go on now')).text).toContain(`${CANARY} again`);

    await world.moveTo('2026-12-01T10:14');
    expect((await world.say('teacher', 'report concern')).text).toContain('You started a concern');
    await world.moveTo('2026-12-01T10:16');
    expect((await world.say('teacher', 'report concern')).text).toContain('Is someone in danger now?');
  });

  test.each([
    ['a day that is none', { on: '2026-02-30' }, 'I could not read that day'],
    ['an address that runs something', { address: 'java\u200bscript:alert(1)' }, 'That is not the address of a site'],
    ['a day that is still to come', { on: '2027-01-01' }, 'That day has not come yet'],
    ['fifty thousand characters', { story: 'x'.repeat(50_000) }, 'This is too long, so I kept the first part'],
    ['no word on whom they told', { inPerson: '' }, 'Please answer this: Who have you told in person?'],
  ])('%s is said kindly, and what was typed stands', async (_what, typed, says) => {
    const again = await push(world, 'teacher', await toForm(world), 'Check before you send', {
      ...LEAST,
      who: CANARY,
      ...typed,
    });

    expect(again.text).toContain(says);
    expect(again.text).toContain(CANARY);
  });

  test('is told when more was typed than is kept, also when it is kept for later', async () => {
    const kept = await push(world, 'teacher', await toForm(world), 'Keep for later', { story: 'x'.repeat(3001) });

    expect(kept.text).toContain('It was longer than I can keep');
  });

  test('sends no character that cannot be seen, and keeps the line breaks', async () => {
    const story = 'First\u202e line\u0007\r\nsec\u200bond\ufeff line \u{1f468}\u200d\u{1f469}\u200d\u{1f467}';
    const { ref } = await raise(world, { story: { story, who: 'A\u0000.B.\nC.\u2066D.' } });

    const { value } = (await world.records.get(`concern|${ref}`)) ?? {};
    expect(value).toMatchObject({
      story: { story: 'First line\nsecond line \u{1f468}\u200d\u{1f469}\u200d\u{1f467}', who: 'A.B.\nC.D.' },
    });
  });

  test('may leave out the child who wished not to be named, though the school insists on a name', async () => {
    await world.close();
    world = await openWorld({ school: { ...QUIET, concerns: { childrenAs: 'class', ask: { who: 'needed' } } } });
    const form = await toForm(world);

    const missing = await push(world, 'teacher', form, 'Check before you send', { ...LEAST, from: 'child' });
    const look = await push(world, 'teacher', form, 'Check before you send', { ...LEAST, from: 'child-unnamed' });

    expect(form.text).toContain('needed, unless a child wished not to be named');
    expect(form.text).toContain('The class, and no names');
    expect(missing.text).toContain('Please answer this: Which children?');
    expect(look.text).toContain('The child is not named, as they wished.');
    button(look, 'Send to the DSL');
  });

  test('is asked which parent told them, before it is sent', async () => {
    const again = await fillIn(world, { story: { story: CANARY, from: 'parent' } });
    const look = await push(world, 'teacher', again, 'Check before you send', {
      ...LEAST,
      ...{ story: CANARY, from: 'parent', source: 'A parent, at the gate' },
    });

    expect(again.text).toContain('Please answer this: Who told you?');
    expect(again.text).toContain(CANARY);
    expect(look.text).toContain('A parent, at the gate');
    button(look, 'Send to the DSL');
  });

  test('reports supply staff by their name and firm, and nobody of the school is taken for them', async () => {
    const form = await toForm(world, 'adult', 'staff-conduct', 'from-agency');
    const look = await push(world, 'teacher', form, 'Check before you send', {
      ...LEAST,
      who: 'A supply teacher, an agency',
    });
    const receipt = await push(world, 'teacher', look, 'Send to the headteacher');
    await world.settle();

    expect(form.text).toContain('Who is the adult, and who employs them?');
    expect(form.text).toContain('Name, agency or firm');
    expect(look.text).toContain('Supply staff, or somebody from another firm');
    expect(receipt.text).toContain('Headteacher has been told');
    const ref = /[A-Z]+-\d\d-\d{4}/.exec(receipt.text)?.[0];
    const opened = await world.press('head', 'concern/open', { ref });
    expect(opened.text).toContain('Supply staff, or somebody from another firm');
    expect(opened.text).toContain('A supply teacher, an agency');
  });

  test('who tells of themselves is thanked, not warned', async () => {
    const look = await fillIn(world, { about: 'self', category: 'about-myself' });
    const advice = (await push(world, 'teacher', look, 'Change something')).text;
    const receipt = await push(world, 'teacher', look, 'Send to the headteacher');

    expect(look.text).toContain('Telling us yourself is right.');
    expect(look.text).not.toContain('the person it is about');
    expect(look.text).not.toContain('It will not be shown to');
    expect(advice).not.toContain('Keep the message.');
    expect(receipt.text).toContain('Thank you for telling us.');
    expect(receipt.text).not.toContain('do not talk about it');
  });

  test('a picture in the chat is not taken, and the open form is not lost', async () => {
    await push(world, 'teacher', await toForm(world), 'Keep for later', { story: CANARY });

    const shown = await world.turn('teacher', { kind: 'said', text: ' ', pictures: 1 });
    const begun = await world.turn('teacher', { kind: 'said', text: 'report concern', pictures: 2 });

    expect(shown.text).toContain('I do not take pictures or files.');
    expect((await push(world, 'teacher', shown, 'Go on with the form')).text).toContain(CANARY);
    expect(begun.text).toContain('I do not take pictures or files.');
    expect(begun.text).toContain('You started a concern');
    expect((await world.turn('office', { kind: 'said', text: '', pictures: 1 })).text).toContain('Report a concern');
  });
});

describe('After danger was told', () => {
  test('what is kept for later is not shown as if nobody knew, and what was too long or empty is not lost', async () => {
    const world = await openWorld({ school: QUIET });
    const who = await push(world, 'teacher', await world.say('teacher', 'report concern'), 'Yes, danger now');
    const told = await push(world, 'teacher', who, 'A child');

    const later = await push(world, 'teacher', told, 'Later', { who: CANARY });
    const again = await push(world, 'teacher', later, 'Say what happened');
    const long = await push(world, 'teacher', again, 'Send the details', { story: 'x'.repeat(3001), who: 'J, Y6' });
    const empty = await push(world, 'teacher', long, 'Send the details', { story: ' ', who: 'J, Y6, at the gate' });
    const back = await push(world, 'teacher', await world.say('teacher', 'report concern'), 'Say what happened');

    expect(later.text).not.toContain('Nobody has been told yet');
    expect(later.text).toContain('OL-26-0001 has been sent');
    expect(again.text).toContain(CANARY);
    expect(long.text).toContain('It was longer than I can keep');
    expect(empty.text).toContain('Please say what happened.');
    expect(back.text).toContain('J, Y6, at the gate');
    await world.close();
  });
});

describe('A form begun about an adult, and then danger told by an older card', () => {
  test.each([
    ['headteacher', undefined, 'head'],
    ['lead', 'lead', 'lead'],
  ])(
    'about the %s: that adult is not told, nor the next, nor named, and what was written waits for the reporter',
    async (about, subject0, adult) => {
      const world = await openWorld({ school: QUIET });
      const danger = await world.say('teacher', 'report concern');
      const kind = await push(world, 'teacher', danger, 'No, go on');
      const { area } = choicesFor(about, 'staff-conduct');
      const chosen = await push(world, 'teacher', kind, 'Next', { about, area });
      const next = await push(world, 'teacher', chosen, 'Next', { category: 'staff-conduct' });
      const form = subject0 ? await push(world, 'teacher', next, 'Next', { subject0 }) : next;
      await push(world, 'teacher', form, 'Check before you send', { story: CANARY, inPerson: 'nobody' });
      const who = await push(world, 'teacher', danger, 'Yes, danger now');
      const told = await push(world, 'teacher', who, 'A child');
      await world.pass({ hours: 1 });
      const before = await world.press('second-lead', 'concern/open', { ref: 'OL-26-0001' });
      await push(world, 'teacher', told, 'Send the details', { story: CANARY });
      await world.settle();
      const after = await world.press('second-lead', 'concern/open', { ref: 'OL-26-0001' });

      expect(world.sentTo(adult)).toEqual([]);
      expect((await world.press(adult, 'concern/open', { ref: 'OL-26-0001' })).text).toContain(
        'You cannot open this one',
      );
      expect(told.text).not.toMatch(adult === 'lead' ? /Safeguarding lead/ : /Headteacher/);
      expect(before.text).not.toContain(CANARY);
      expect(after.text).toContain(CANARY);
      await world.close();
    },
  );
});

describe('A message that is passed on', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld({ school: QUIET });
  });

  afterEach(async () => {
    await world.close();
  });

  test('of more than two thousand characters is cut, and that is said', async () => {
    const shown = await passOn(world, 'teacher', `${CANARY} ${'x'.repeat(2500)}`);

    expect(shown.text).toContain('It was longer. I kept the first 2,000 characters.');
    expect(shown.text).toContain('The rest of it goes with it too.');
    expect(shown.text).toContain('Written by Teaching assistant, Year 1.');
    expect(shown.text).not.toContain('x'.repeat(2000));
  });

  test('can be left out and put back until it is sent; left out, it goes to nobody', async () => {
    const danger = await passOn(world, 'teacher', CANARY);
    const without = await push(world, 'teacher', danger, 'Leave this message out');
    const again = await push(world, 'teacher', without, 'Put it back');
    expect(without.text).not.toContain(CANARY);
    expect(again.text).toContain(CANARY);

    const kind = await push(world, 'teacher', again, 'No, go on');
    const form = await push(world, 'teacher', kind, 'Next', { about: 'pupil', area: 'contact' });
    const left = await push(world, 'teacher', form, 'Leave this message out', { who: 'C.D.' });
    const empty = await push(world, 'teacher', left, 'Check before you send', { inPerson: 'nobody', who: 'C.D.' });
    expect(left.text).toContain('C.D.');
    expect(empty.text).toContain('Please answer this: What happened?');
    const look = await push(world, 'teacher', empty, 'Check before you send', { ...LEAST });
    await push(world, 'teacher', look, 'Send to the DSL');
    await world.settle();

    expect((await world.press('lead', 'concern/open', { ref: 'OL-26-0001' })).text).not.toContain(CANARY);
    expect((await world.records.get('concern|OL-26-0001'))?.value).not.toHaveProperty('carried');
  });

  test('joins a form that was begun, or goes into a new one, as the teacher says', async () => {
    await push(world, 'teacher', await toForm(world), 'Keep for later', { story: 'An older story' });

    const shown = await passOn(world, 'teacher', CANARY);
    expect(shown.text).toContain('You started a concern');
    expect(shown.text).toContain(CANARY);
    const fresh = await push(world, 'teacher', shown, 'Throw it away and start again');

    expect(fresh.text).toContain('Is someone in danger now?');
    expect(fresh.text).toContain(CANARY);
    const plain = await world.say('teacher', 'report concern');
    expect((await push(world, 'teacher', plain, 'Throw it away and start again')).text).not.toContain(CANARY);
  });

  test('with danger now is part of what the lead reads', async () => {
    const who = await push(world, 'teacher', await passOn(world, 'teacher', CANARY), 'Yes, danger now');
    await push(world, 'teacher', who, 'A child');
    await world.settle();

    expect((await world.press('lead', 'concern/read', { ref: 'OL-26-0001' })).text).toContain(CANARY);
  });

  test('with nothing in it but pictures names them, and asks what happened', async () => {
    const shown = await passOn(world, 'teacher', '', { pictures: 2, link: 'javascript:alert(1)' });
    const kind = await push(world, 'teacher', shown, 'No, go on');
    const form = await push(world, 'teacher', kind, 'Next', { about: 'pupil', area: 'contact' });

    expect(shown.text).toContain('2 pictures or files were not taken');
    expect(form.text).toContain('What happened? What you saw or heard');
    expect(JSON.stringify((await world.records.get('draft|teacher'))?.value)).not.toContain('javascript');
  });

  test('that was deleted already says so, asks for what is remembered of it, and the lead reads that it was', async () => {
    const shown = await passOn(world, 'teacher', '', { isGone: true });
    const kind = await push(world, 'teacher', shown, 'No, go on');
    const form = await push(world, 'teacher', kind, 'Next', { about: 'pupil', area: 'contact' });
    const empty = await push(world, 'teacher', form, 'Check before you send', { inPerson: 'nobody' });
    const look = await push(world, 'teacher', empty, 'Check before you send', { ...LEAST, story: CANARY });
    await push(world, 'teacher', look, 'Send to the DSL');
    await world.settle();

    for (const { text } of [shown, look])
      expect(text).toContain('Written by Teaching assistant, Year 1. It was deleted before you passed it on');
    expect(shown.text).not.toContain('This is how it read');
    expect(empty.text).toContain('Please answer this: What happened?');
    const read = await world.press('lead', 'concern/read', { ref: 'OL-26-0001' });
    expect(read.text).toContain('It was deleted before it was passed on, so its words are not here.');
    expect(read.text).not.toContain('This is how it read');
    expect((await world.press('lead', 'concern/record', { ref: 'OL-26-0001' })).text).toContain(
      'It was deleted before',
    );
  });
});

describe('Whoever is named in it', () => {
  const people = (name: string) => ({
    ...QUIET,
    people: [
      { id: 'teacher', name: 'Class teacher, Year 4', roles: ['staff'] },
      { id: 'lead', name, roles: ['staff'] },
      { id: 'second-lead', name: 'Deputy safeguarding lead', roles: ['staff'] },
      { id: 'head', name: 'Headteacher', roles: ['staff'] },
    ],
    offices: { dsl: ['lead'], deputy: ['second-lead'], headteacher: ['head'] },
    agreements: [],
    places: {},
  });

  test.each([
    ['in full', 'Mrs Siân Example', 'It was mrs sian example who shouted.'],
    ['by the surname, as a child of theirs may be', 'Mrs Siân Example', 'The Examples’ girl sends them.'],
    ['by a name in place of an office', 'Safeguarding lead', 'Her mother is the safeguarding lead.'],
  ])('%s and would receive it, the teacher is asked once more', async (_how, name, story) => {
    const world = await openWorld({ school: people(name) });

    const look = await fillIn(world, { story: { story } });
    const asked = await push(world, 'teacher', look, 'Leave somebody out');

    expect(look.text).toContain(`This names ${name}, who would receive it.`);
    expect(asked.text).toContain(name);
    expect((await push(world, 'teacher', asked, 'Back')).text).toBe(look.text);
    await world.close();
  });

  test.each([
    ['another word that holds the name', 'For example, he was late.'],
    ['whom the teacher told', 'Nothing of note.'],
  ])('%s is no reason to ask', async (_what, story) => {
    const world = await openWorld({ school: people('Mrs Siân Exam') });

    const look = await fillIn(world, { story: { story, inPerson: 'other', told: 'Mrs Siân Exam' } });

    expect(look.text).not.toContain('This names');
    button(look, 'Leave somebody out');
    await world.close();
  });

  test('a lead who reports may leave themselves out, and then neither receives nor opens it', async () => {
    const world = await openWorld({ school: QUIET });
    const look = await fillIn(world, { by: 'lead' });
    const asked = await push(world, 'lead', look, 'Leave somebody out');
    expect(asked.text).toContain('Safeguarding lead (you)');

    const without = await push(world, 'lead', asked, 'Leave these out', { conflicts: 'lead' });
    await push(world, 'lead', without, 'Send to the deputy');
    await world.settle();

    expect(world.sentTo('lead')).toEqual([]);
    expect(world.sentTo('second-lead')).toHaveLength(1);
    expect((await world.press('lead', 'concern/open', { ref: 'OL-26-0001' })).text).not.toContain(LEAST.story);
    await world.close();
  });
});

describe('Out of hours', () => {
  const cover = [
    { from: '2026-12-19', to: '2027-01-03', office: 'dsl', people: ['second-lead'], telephone: '01632 960055' },
  ];

  test('in a holiday the form says who covers, on which number, and whom to ring outside', async () => {
    const world = await openWorld({ at: '2026-12-22T20:00', school: { ...QUIET, cover } });

    const danger = await world.say('teacher', 'report concern');
    const { receipt } = await raise(world);

    expect(danger.text).toContain('01632 960055');
    expect(danger.text).not.toContain('in school');
    expect(danger.text).toContain('If you reach nobody, ring Emergency duty team, 01632 960002.');
    for (const part of ['Until school opens: Deputy safeguarding lead, 01632 960055.', '01632 960002'])
      expect(receipt.text).toContain(part);
    await world.close();
  });

  test('somebody whom the school does not know is never met with silence, whatever they type or press', async () => {
    const world = await openWorld({ at: '2026-12-22T20:00', school: { ...QUIET, cover } });

    for (const shown of [
      await world.say('nobody-we-know', 'a girl just told me her uncle hurts her'),
      await world.press('nobody-we-know', 'concern/open', { ref: 'OL-26-0001' }),
      await passOn(world, 'nobody-we-know', CANARY),
    ]) {
      expect(shown.text).toContain('999');
      expect(shown.text).toContain('01632 960055');
      expect(shown.text).toContain('ring Emergency duty team, 01632 960002');
      expect(shown.text).toContain('They can put it in for you.');
      expect(shown.text).not.toContain(CANARY);
    }
    expect((await world.records.listPrefix('draft|')).rows).toEqual([]);
    await world.close();
  });
});
