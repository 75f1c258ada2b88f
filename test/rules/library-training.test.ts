import { processorSeconds } from '../processor-time';
import { documentOf } from './library-shelf';

async function trainingIn(body: string) {
  const { facts, clauses } = await documentOf(`Web policy\n\n${body}\n`);
  for (const { words, who = '', howOften, clause } of facts.training) {
    const text = clauses.find(({ id }) => id === clause)?.text ?? '';

    expect(text).toContain(words);
    expect(words).toContain(howOften);
    expect([text, body].join(' ')).toContain(who);
  }
  return facts.training.map(({ who, howOften, audience }) => [who, howOften, audience.join(' ')]);
}

describe('who is trained, and how often', () => {
  test('are both told of a section with three groups of people', async () => {
    const section = [
      'Rules',
      'Every new member of staff has web training in the first week.',
      'All staff have a refresher each September, and short updates through the year.',
      'The DSL and the deputy renew their training every two years and read the news at least once a year.',
    ];

    expect(await trainingIn(section.join('\n\n'))).toEqual([
      ['Every new member of staff', 'in the first week', 'staff'],
      ['All staff', 'each September', 'staff'],
      ['The DSL and the deputy', 'every two years', ''],
    ]);
  });

  test.each([
    [
      'All staff have training every year, and the DSL and the deputy every two years.',
      [
        ['All staff', 'every year', 'staff'],
        ['the DSL and the deputy', 'every two years', ''],
      ],
    ],
    [
      'Training is given to all staff and governors every year and to volunteers every two years.',
      [
        ['all staff and governors', 'every year', 'staff governor'],
        ['volunteers', 'every two years', 'volunteer'],
      ],
    ],
    [
      'Staff have training every year; governors have training every three years.',
      [
        ['Staff', 'every year', 'staff'],
        ['governors', 'every three years', 'governor'],
      ],
    ],
    [
      'All staff have training every year and a refresher each term.',
      [
        ['All staff', 'every year', 'staff'],
        ['All staff', 'each term', 'staff'],
      ],
    ],
  ])('are told apart within one sentence: %s', async (sentence, told) => {
    expect(await trainingIn(`Rules\n\n${sentence}`)).toEqual(told);
  });

  test.each([
    ['The headteacher ensures that all staff are trained every year.', 'all staff'],
    ['Every year all staff have training on keeping children safe.', 'all staff'],
    ['All staff have training on keeping children safe every year.', 'All staff'],
    ['Staff have training from the DSL every year.', 'Staff'],
    ['The DSL provides training for staff every year.', 'staff'],
    ['Governors and staff have training every year so that children are safe.', 'Governors and staff'],
    ['The designated safeguarding lead (DSL) has training every year.', 'The designated safeguarding lead (DSL)'],
    ['We train all staff every year.', 'all staff'],
    ['The DSL and DDSL’s have training every year.', 'The DSL and DDSL’s'],
  ])('are those who have it, not those who are only spoken of: %s', async (sentence, who) => {
    const told = await trainingIn(`Rules\n\n${sentence}`);

    expect(told.map(([people, howOften]) => [people, howOften?.toLowerCase()])).toEqual([[who, 'every year']]);
  });

  test.each([
    'Training is led by the DSL every year.',
    'The DSL organises training every year.',
    'Training about children is refreshed every year.',
    'Training is held every year to remind children.',
    'They update their knowledge every year.',
  ])('is nobody where it cannot be told: %s', async (sentence) => {
    expect(await trainingIn(`Rules\n\n${sentence}`)).toEqual([[undefined, 'every year', '']]);
  });

  test('leave out what comes round and is no training', async () => {
    const sentence = 'All staff have training every year and governors meet every term.';

    expect(await trainingIn(`Rules\n\n${sentence}`)).toEqual([['All staff', 'every year', 'staff']]);
  });

  test('are not looked for in words that go on without end', async () => {
    const endless = `Rules\n\nTraining every year for ${'staff and new pupils '.repeat(20_000)}`;

    const seconds = await processorSeconds(async () => expect(await trainingIn(endless)).toEqual([]));

    expect(seconds).toBeLessThan(5);
  });

  test('come from the line above a list, and from a heading where the sentence names nobody', async () => {
    expect(await trainingIn('Rules\n\nAll volunteers must:\n\n- have training every year\n- wear a badge')).toEqual([
      ['All volunteers', 'every year', 'volunteer'],
    ]);
    expect(await trainingIn('Training for governors\n\nTraining is renewed every year.')).toEqual([
      ['Training for governors', 'every year', 'governor'],
    ]);
  });
});

describe('what a sentence leaves to the one before it', () => {
  test('is who “they” are, and two times that stand together are one answer', async () => {
    const rule =
      'The DSL and the deputy have training every two years. They also update their knowledge at regular intervals, and at least annually.';

    expect(await trainingIn(rule)).toEqual([
      ['The DSL and the deputy', 'every two years', ''],
      ['The DSL and the deputy', 'at regular intervals, and at least annually', ''],
    ]);
  });

  test('is nobody where the sentence before names two groups', async () => {
    const rule =
      'All staff have training every year, and all governors have training every two years. They have a refresher each term.';

    expect((await trainingIn(rule)).at(-1)).toEqual([undefined, 'each term', '']);
  });
});
