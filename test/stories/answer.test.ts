import { openLibrary } from '../../library';
import { readHere } from '../../library/read-here';
import { sampleLibrary } from '../sample-school';
import { openWorld, type World } from '../world';
import { button, push } from './raise';

const ASK = 'can I use my own phone to take pictures on the trip';
const UNANSWERED = 'what colour is the minibus';

describe('A policy question', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld();
  });

  afterEach(async () => {
    await world.close();
  });

  const tellNobody = async () => {
    await world.moveTo('2026-11-28T12:00');
    world.arrived.length = 0;
  };

  test('is answered with the school’s exact words, the heading, the policy, its version and who approved it', async () => {
    const shown = await world.say('teacher', ASK);
    const more = await push(world, 'teacher', shown, '2 more places that may help');

    expect(more.text).toContain(
      '“On a trip, photographs and films of children are taken with a school camera or school tablet. Staff, volunteers and parent helpers may not use their own phone for this.”',
    );
    expect(shown.text).toContain('Phones and cameras policy › 4. Trips and visits › 4.');
    expect(shown.text).toMatch(/Version of \d+ \w+ \d{4}, approved by the governors(?: on \d+ \w+ \d{4})?\./);
  });

  test('says plainly that a policy is past its review date, and stops once it was ratified', async () => {
    const before = await world.say('teacher', ASK);
    await world.press('chair', 'review/ratified', {
      policy: 'phones-and-cameras',
      due: '2026-09-12',
      on: '2026-11-20',
      nextOn: '2027-11-20',
    });
    const after = await world.say('teacher', ASK);

    expect(before.text).toContain('This policy was due for review in September 2026.');
    expect(after.text).not.toContain('was due for review');
    expect(after.text).toContain('approved by the governors on 20 November 2026');
  });

  test('further places are folded until somebody opens them, and each says where it stands', async () => {
    const shown = await world.say('teacher', ASK);
    const more = await push(world, 'teacher', shown, '2 more places that may help');

    expect(shown.text.match(/Version of/g)).toHaveLength(1);
    expect(more.text.match(/Version of/g)).toHaveLength(3);
    expect(more.all.flatMap(({ buttons }) => buttons).map(({ title }) => title)).not.toContain(
      '2 more places that may help',
    );
  });

  test('of a table shows the row column by column', async () => {
    const shown = await world.say('teacher', 'what happens if I share my password');

    expect(shown.text).toContain('“Sharing a password”');
    expect(shown.text).toContain('Headteacher told\n✓');
    expect(shown.text).toContain('A row of a table:');
    expect(shown.text).not.toContain('no mark');
  });

  test('of a table that lost a cell says that the marks cannot be read for certain', async () => {
    const table =
      '# Rules\n\n## Who may what\n\n| Thing | Staff | Visitors | Pupils |\n|---|---|---|---|\n| Drones in the playground | ✓ | ✓ |\n| Kites | ✓ | ✓ | ✓ |\n';
    const reading = await readHere(Buffer.from(table), 'rules.md');
    if (!reading.ok) throw new Error('the table is readable');
    const rules = { policy: { id: 'rules', title: 'Rules', file: 'rules.md' }, document: reading.document };
    const own = await openWorld({ library: openLibrary([...(await sampleLibrary()).policies, rules]) });

    const shown = await own.say('teacher', 'can staff fly drones in the playground');

    expect(shown.text).toContain('Drones in the playground');
    expect(shown.text).toContain('I cannot say which column a mark belongs to');
    await own.close();
  });

  test('about incidents offers the private form, and about cameras does not', async () => {
    const incident = await world.say('teacher', 'who do I tell about bullying online');
    const camera = await world.say('teacher', ASK);

    expect(button(incident, 'Report a concern').verb).toBe('concern/start');
    expect(camera.all.flatMap(({ buttons }) => buttons).map(({ title }) => title)).not.toContain('Report a concern');
  });

  test('that no policy answers is declined, with a person to ask', async () => {
    const shown = await world.say('teacher', UNANSWERED);

    expect(shown.text).toContain('I did not find this in your school’s policies.');
    expect(shown.text).toContain('Ask the office manager, or I can pass the question on without your name.');
  });

  test('that did not find what was needed names who looks after the policy', async () => {
    const shown = await world.say('teacher', ASK);
    const signpost = await push(world, 'teacher', shown, 'Not what I needed');

    expect(signpost.text).toContain('“Phones and cameras policy” is looked after by the headteacher.');
  });

  test('is passed on without the asker’s name, once, and is kept only then', async () => {
    await tellNobody();
    const shown = await world.say('teacher', UNANSWERED);
    expect(
      (await world.records.listPrefix('')).rows.filter(({ value }) => JSON.stringify(value).includes(UNANSWERED)),
    ).toEqual([]);

    const sent = await push(world, 'teacher', shown, 'Pass it on');
    await push(world, 'teacher', shown, 'Pass it on');
    await world.settle();

    expect(sent.text).toContain('Passed on to the office manager.');
    expect(sent.text).toContain('the answer cannot come back to you. Ask me again in a few days.');
    const [card, ...others] = world.sentTo('office');
    expect(others).toEqual([]);
    expect(card?.text).toContain(UNANSWERED);
    expect(card?.text).not.toContain('Class teacher');
    const kept = await world.records.listPrefix('question|');
    expect(kept.rows.map(({ value }) => value)).toMatchObject([
      { question: UNANSWERED, policy: '', to: 'office', days: 1, firstOn: '2026-11-28', state: 'open' },
    ]);
    expect(JSON.stringify(kept.rows)).not.toContain('teacher');
  });

  test('too long for a button is asked for again in a form before it is passed on', async () => {
    await tellNobody();
    const long = `${UNANSWERED} ${'and the other minibus '.repeat(80)}`.trim();
    const shown = await world.say('teacher', long);

    const form = await push(world, 'teacher', shown, 'Pass it on');
    const sent = await push(world, 'teacher', form, 'Pass it on', { question: 'What colour is it?' });
    await world.settle();

    expect(form.text).toContain('It goes to the office manager without your name.');
    expect(sent.text).toContain('Passed on to the office manager.');
    expect(world.sentTo('office')[0]?.text).toContain('What colour is it?');
  });

  test('from the very person to ask stays in their own list: sent elsewhere, it would tell who asked', async () => {
    await tellNobody();
    const shown = await world.say('office', UNANSWERED);
    const kept = await push(world, 'office', shown, 'Keep it in my list');
    await world.settle();

    expect(shown.text).toContain('You are the person to ask about this.');
    expect(kept.text).toContain('I sent it to nobody.');
    expect(world.arrived.map(({ text }) => text).join()).not.toContain(UNANSWERED);
    expect((await world.say('office', 'questions')).text).toContain(UNANSWERED);
    expect((await world.say('head', 'questions')).text).not.toContain(UNANSWERED);
  });

  test('about a policy stays with its owner when its owner asks', async () => {
    await tellNobody();
    const shown = await world.press('head', 'answer/not-it', { policy: 'phones-and-cameras', question: UNANSWERED });
    await push(world, 'head', shown, 'Keep it in my list');
    await world.settle();

    expect(shown.text).toContain('You look after “Phones and cameras policy”.');
    expect(world.arrived.map(({ text }) => text).join()).not.toContain(UNANSWERED);
    expect((await world.say('head', 'questions')).text).toContain(UNANSWERED);
  });

  test('in a channel is answered there, and nothing of the question is repeated', async () => {
    const shown = await world.say('teacher', `${ASK} zebra-crossing`, 'group');

    expect(shown.here[0]?.text).toContain('Phones and cameras policy');
    expect(shown.text).not.toContain('zebra-crossing');
  });
});

describe('What is no question', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld();
  });

  afterEach(async () => {
    await world.close();
  });

  test('a disclosure is never answered by search', async () => {
    const shown = await world.say('teacher', 'a girl in my class just told me a man online wants photos of her');

    expect(shown.text).toContain('999');
    expect(shown.text).not.toContain('›');
    expect(shown.text).not.toContain('a man online');
  });

  test.each([
    ['a boy in my class told me his dad hits him', ['Safeguarding lead', 'Deputy safeguarding lead']],
    ['my colleague keeps messaging one of the girls', ['Headteacher']],
    ['im scared of the headteacher', ['Chair of governors']],
    ['can someone ring me please', ['Safeguarding lead', 'Deputy safeguarding lead']],
  ])('"%s" is told whom to speak to, and that the form goes round whoever it is about', async (said, names) => {
    const { text } = await world.say('teacher', said);

    expect(text).toContain('999');
    const people = ['Safeguarding lead', 'Deputy safeguarding lead', 'Headteacher', 'Chair of governors'];
    expect(people.filter((name) => text.split('\n').includes(name))).toEqual(names);
    expect(text).toContain('If it is about somebody named here');
    expect(text).toContain('they will listen too');
  });

  test.each(['how do i report a concern', 'Where do I report a worry?'])('"%s" opens the form', async (said) => {
    expect((await world.say('teacher', said)).text).toContain('Is someone in danger now?');
  });

  test.each([
    'How do I record an incident in the accident book?',
    'how can i make something accessible for a pupil',
    'this person is not well',
    'I have a message from a person',
  ])('"%s" neither begins a form nor is turned down as small talk', async (said) => {
    const { text } = await world.say('teacher', said);

    expect(text).not.toContain('Is someone in danger now?');
    expect(text).not.toContain('I am here when you need me');
  });

  test.each(['asdfgh', 'qwerty uiop zxcv'])(
    'nothing is quoted for "%s", which is in no policy and no question',
    async (said) => {
      expect((await world.say('teacher', said)).text).toContain('I did not find this');
    },
  );

  test.each(['sorry wrong button', 'wrong person sorry'])('"%s" is no question', async (said) => {
    expect((await world.say('teacher', said)).text).toContain('I am here when you need me');
  });

  test.each(['i need help', 'Please help me'])('"%s" shows what there is, the form first', async (said) => {
    const shown = await world.say('teacher', said);

    expect(shown.here[0]?.buttons[0]?.verb).toBe('concern/start');
    expect(shown.text).toContain('999');
  });

  test('a very long message is asked for in a sentence or two, at once, and nothing of it is kept', async () => {
    const before = process.cpuUsage();
    const shown = await world.say('teacher', 'the rule about lunch boxes '.repeat(4000).slice(0, 100_000));

    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
    expect(shown.text).toContain('Please ask in a sentence or two.');
    expect(button(shown, 'Report a concern').verb).toBe('concern/start');
    expect((await world.records.listPrefix('')).rows).toEqual([]);
  });

  test('pictures are not taken: they are described in words, and a nude is left to the lead', async () => {
    const shown = await world.turn('teacher', { kind: 'said', text: '', pictures: 2 });
    const both = await world.turn('teacher', { kind: 'said', text: ASK, pictures: 1 });

    expect(shown.here).toHaveLength(1);
    expect(shown.text).toContain('I do not take pictures or files.');
    expect(shown.text).toContain('tell the DSL in person now. If it has to do with them, tell somebody senior');
    expect(both.here.map(({ text }) => text.includes('Trips and visits'))).toEqual([false, true]);
  });

  test('an empty message shows how to ask', async () => {
    expect((await world.say('teacher', '   ')).text).toContain('Just type your question');
  });

  test.each([
    ['an unknown button', 'answer/delete-everything', {}],
    ['a clause that was never in the policy', 'answer/more', { first: 'phones-and-cameras:c9999:00000000' }],
    ['another policy’s words under an old reference', 'answer/more', { first: 'phones-and-cameras:c17:00000000' }],
    ['data that is no data', 'answer/more', { first: { $ne: null }, more: 7 }],
    ['a question of 100,000 characters', 'answer/pass-on', { policy: '', question: 'x'.repeat(100_000) }],
    ['a policy that is not the school’s', 'answer/not-it', { policy: 'another-school/aup#1', question: 'why' }],
  ])('%s gets a kind answer and changes nothing', async (_, verb, data) => {
    const shown = await world.press('teacher', verb, data);

    expect(shown.all).toHaveLength(1);
    expect(shown.text).not.toMatch(/undefined|Error|stack/);
    expect((await world.records.listPrefix('')).rows).toEqual([]);
    expect(world.logged).toEqual([]);
  });

  test('a hostile question is only ever text', async () => {
    const shown = await world.say('teacher', `${UNANSWERED} \${zz} <!here> *b* [x](https://a.bc)`);
    const sent = await push(world, 'teacher', shown, 'Pass it on');
    await world.moveTo('2026-11-28T12:00');

    expect(sent.text).toContain('Passed on');
    expect(world.sentTo('office').at(-1)?.text).toContain('${zz} <!here> *b* [x](https://a.bc)');
  });
});
