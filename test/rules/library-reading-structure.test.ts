import { summarise } from '../../library';
import { documentOf } from './library-shelf';

async function clausesOf(body: string) {
  const document = await documentOf(`Phones policy\n\n${body}\n`);
  return document.clauses.map(({ path, number, text, intro, note }) => ({
    path: path.join(' > '),
    ...(number === undefined ? {} : { number }),
    text,
    ...(intro === undefined ? {} : { intro }),
    ...(note === undefined ? {} : { note }),
  }));
}

describe('a list', () => {
  test.each([
    ['a sentence that ends in a dash', 'Staff will -'],
    ['a sentence that ends in a verb', 'All staff should'],
    ['a sentence that says so', 'The following are not allowed in school.'],
    ['a short line without a full stop', 'We have many ways of hearing what pupils say'],
  ])('is introduced by %s', async (_, sentence) => {
    expect(await clausesOf(`About school\n\n${sentence}\n• one thing\n• another thing`)).toMatchObject([
      { text: sentence },
      { text: 'one thing', intro: sentence },
      { text: 'another thing', intro: sentence },
    ]);
  });

  test('is not introduced by a whole sentence that happens to stand above it', async () => {
    const [, item] = await clausesOf('Rules\n\nPhones can be a worry.\n\n• switch it off');

    expect(item).toEqual({ path: 'Rules', text: 'switch it off' });
  });

  test('goes on after a remark in brackets between the sentence and its items', async () => {
    expect(
      await clausesOf('Rules\n\nAll staff must:\n\n(This includes supply staff.)\n\n• lock the door'),
    ).toMatchObject([
      { text: 'All staff must:' },
      { text: '(This includes supply staff.)' },
      { text: 'lock the door', intro: 'All staff must:' },
    ]);
  });

  test('is introduced by a heading that ends in a colon, and stands below it', async () => {
    expect(await clausesOf('Who does what\n\nWe all help.\n\nPupils:\n\n- will hand in their phone')).toMatchObject([
      { path: 'Who does what' },
      { path: 'Who does what > Pupils', text: 'will hand in their phone', intro: 'Pupils:' },
    ]);
  });

  test('may hold a list that lost its indent, up to the next whole sentence', async () => {
    const body =
      'Rules\n\nStaff learn that:\n• phones can hurt people through:\n• cruel words\n• cruel pictures\n• it can happen here';

    expect(await clausesOf(body)).toMatchObject([
      {},
      { intro: 'Staff learn that:' },
      { text: 'cruel words', intro: 'phones can hurt people through:' },
      { text: 'cruel pictures', intro: 'phones can hurt people through:' },
      { text: 'it can happen here', intro: 'Staff learn that:' },
    ]);
  });

  test('may have no bullets at all, whether or not a line is left empty above it', async () => {
    for (const gap of ['\n', '\n\n'])
      expect(
        await clausesOf(`Links\n\nRead this together with:${gap}Behaviour Policy\nCode of Conduct\n\nAsk the office.`),
      ).toEqual([
        { path: 'Links', text: 'Read this together with:' },
        { path: 'Links', text: 'Behaviour Policy', intro: 'Read this together with:' },
        { path: 'Links', text: 'Code of Conduct', intro: 'Read this together with:' },
        { path: 'Links', text: 'Ask the office.' },
      ]);
  });

  test('of names and what they stand for is introduced like any other', async () => {
    const body =
      'Rules\n\nUnkindness takes many forms including -\n\nVerbal - calling names\n\nCyber – cruel messages\n\nWe act on it.';

    expect((await clausesOf(body)).map(({ intro }) => intro)).toEqual([
      undefined,
      'Unkindness takes many forms including -',
      'Unkindness takes many forms including -',
      undefined,
    ]);
  });

  test.each(['1)', '1.)', '(1)', 'a)', '(a)', 'A)', 'i)', '(iv)'])('may be counted as %s', async (marker) => {
    const [, item] = await clausesOf(`Rules\n\nThe steps are:\n${marker} talk to the pupil first`);

    expect(item).toMatchObject({ number: marker.replace(/[().]/g, ''), text: 'talk to the pupil first' });
  });

  test('goes on over a page with its running foot and page number', async () => {
    const pages = ['• one', '• two', '• three', '• four'].map(
      (item, index) => `${item}\n\nApproved by the governors\nPage ${index + 1} of 4\n\f`,
    );

    expect(await clausesOf(`Rules\n\nStaff must:\n${pages.join('')}`)).toMatchObject([
      { text: 'Staff must:' },
      ...['one', 'two', 'three', 'four'].map((text) => ({ text, intro: 'Staff must:' })),
    ]);
  });
});

describe('headings without styles', () => {
  test('of people stand below the heading of the matter', async () => {
    const body =
      'Roles\n\nEach has a part.\n\nTeaching and support staff\n\nTell the lead.\n\nParents/Carers\n\nTell the office.\n\nTraining\n\nComes every year.';

    expect((await clausesOf(body)).map(({ path }) => path)).toEqual([
      'Roles',
      'Roles > Teaching and support staff',
      'Roles > Parents/Carers',
      'Training',
    ]);
  });

  test('that a sentence announces stand below its own, as many as it says', async () => {
    const body =
      'Our approach\n\nIt rests on two ideas:\n\nTrust\n\nWe trust people.\n\nCare\n\nWe take care.\n\nReview\n\nEvery year.';

    expect((await clausesOf(body)).map(({ path }) => path)).toEqual([
      'Our approach',
      'Our approach > Trust',
      'Our approach > Care',
      'Review',
    ]);
  });

  test('in capitals stand above the others, where a document makes a habit of it', async () => {
    const body =
      'INTRODUCTION\n\nWhy we wrote this.\n\nMOBILE PHONES\n\nIn lessons\n\nPhones are off.\n\nAt play\n\nPhones are off.\n\nTRAINING\n\nEvery year.';

    expect((await clausesOf(body)).map(({ path }) => path)).toEqual([
      'INTRODUCTION',
      'MOBILE PHONES > In lessons',
      'MOBILE PHONES > At play',
      'TRAINING',
    ]);
  });

  test('that repeat are kept apart by what stands above them', async () => {
    const body = '1. Phones\n\nPupils\n\nPhones are handed in.\n\n2. Tablets\n\nPupils\n\nTablets stay in class.';

    expect((await clausesOf(body)).map(({ path }) => path)).toEqual(['1. Phones > Pupils', '2. Tablets > Pupils']);
  });

  test('are no lines that go on below in the middle of a sentence', async () => {
    const wrapped = Array.from(
      { length: 9 },
      (_, index) => `This line number ${index} is as long as lines in letters are.`,
    );
    const body = `Rules\n\n${wrapped.join('\n')}\n\nComplaints About Staff Or What Happens\nin a classroom go to the headteacher first.`;

    expect((await clausesOf(body)).at(-1)).toEqual({
      path: 'Rules',
      text: 'Complaints About Staff Or What Happens in a classroom go to the headteacher first.',
    });
  });
});

describe('what stands beside the words of a policy', () => {
  test.each([
    ['*', 'Tell the police.*', '* Only with the lead.', 'Only with the lead.'],
    ['¹', 'Tell the police.¹', '¹ Only with the lead.', 'Only with the lead.'],
    ['1', 'Tell the police.[1]', '[1] Only with the lead.', 'Only with the lead.'],
  ])('as a note with the mark %s is kept apart, and knows what it hangs on', async (note, carrier, line, text) => {
    const [first, second] = await clausesOf(`Rules\n\n${carrier}\n\n${line}`);
    const bare = carrier.replace(/(?:\*|¹|\[1\])$/, '');

    expect(first).toEqual({ path: 'Rules', text: bare });
    expect(second).toEqual({ path: 'Rules', text, note, intro: bare });
  });

  test('as a remark in the margin is dropped', async () => {
    expect(
      await clausesOf('Rules\n\nPhones stay off.      Commented [AB1]: is this so?\n\nCommented [AB2R1]: yes'),
    ).toEqual([{ path: 'Rules', text: 'Phones stay off.' }]);
  });

  test('as a contents page is not taken for the sections themselves', async () => {
    const body =
      'Table of contents\n1. Aims ........ 2\n2. Rules . . . . . . 3\n\n1. Aims\n\nWe care.\n\n2. Rules\n\nBe kind.';

    expect(await clausesOf(body)).toEqual([
      { path: '1. Aims', text: 'We care.' },
      { path: '2. Rules', text: 'Be kind.' },
    ]);
  });

  test('as a contents page without dots is not either, with page numbers or without', async () => {
    for (const page of ['', '\t4', ' 4']) {
      const body = `Contents\n\n1. Aims${page}\n2. Rules of play${page}\n\n1. Aims\n\nWe care.\n\n2. Rules of play\n\nBe kind.`;

      expect(await clausesOf(body)).toEqual([
        { path: '1. Aims', text: 'We care.' },
        { path: '2. Rules of play', text: 'Be kind.' },
      ]);
    }
  });

  test('as a place to fill in is a form, and an office that nobody was written behind is one too', async () => {
    const { clauses, facts } = await documentOf(
      'Phones policy\n\nChair of governors:\nApproved by: the board\n\nRules\n\nBe kind.\n\nName of pupil ..........\nSigned: ____ Date: ____\n',
    );

    expect(clauses.map(({ text }) => text)).toEqual(['Approved by: the board', 'Be kind.']);
    expect(facts.blanks.map(({ label }) => label)).toEqual([
      'Chair of governors:',
      'Name of pupil ..........',
      'Signed: ____ Date: ____',
    ]);
  });
});

describe('a dated change in the text', () => {
  test.each([
    ['below a heading that says so', 'Updates\n\n23-11-22: Pictures must be kept on the school drive.', '2022-11-23'],
    ['that says so itself', 'Amendment (12 May 2024): pupils may no longer bring watches.', '2024-05-12'],
    [
      'below a heading with its date',
      'Amendment, March 2023\n\nVisitors must leave phones at the office.',
      '2023-03-01',
    ],
  ])('%s outranks the rest, and says from when', async (_, body, on) => {
    const { clauses } = await documentOf(`Phones policy\n\nRules\n\nBe kind.\n\n${body}\n`);

    expect(clauses.map(({ amended }) => amended)).toEqual([undefined, { on }]);
  });

  test.each(['Updates/ Amendments', '7. Revisions to this policy', 'Policy updates:', 'Changes from September 2022'])(
    'may stand below "%s"',
    async (heading) => {
      const { clauses } = await documentOf(
        `# Phones policy\n\n## ${heading}\n\n23-11-22: Pictures must be kept on the school drive.\n`,
      );

      expect(clauses.map(({ amended }) => amended?.on)).toEqual(['2022-11-23']);
    },
  );

  test.each([
    'Software updates and changes to laptops, reviewed 1 May 2021',
    'Changes to the school day from September 2022',
    'Revisions and exams May 2024',
  ])('is none below "%s", which merely has the word in it', async (heading) => {
    const { clauses } = await documentOf(`# Phones policy\n\n## ${heading}\n\nPupils must be in by 8.45.\n`);

    expect(clauses.map(({ amended }) => amended)).toEqual([undefined]);
  });

  test('is not summed up as in force before its day', async () => {
    const document = await documentOf(
      'Phones policy\n\nUpdates\n\n1 May 2024: Phones must be off.\n\n1 January 2099: Phones may be used.\n',
    );

    expect(summarise(document, '2026-09-02').amendments.map(({ on }) => on)).toEqual(['2024-05-01']);
  });

  test('is none where a log says what was edited, or where a date merely stands in a rule', async () => {
    const { clauses } = await documentOf(
      'Phones policy\n\nUpdates\n\nSept 2022: added a section on watches, which is new.\n\nRules\n\nFrom 1 May 2024 phones must be off.\n',
    );

    expect(clauses.map(({ amended }) => amended)).toEqual([undefined, undefined]);
  });
});
