import { findingsIn } from '../../library';
import { readHere } from '../../library/read-here';
import { processorSeconds } from '../processor-time';
import { documentOf, hasSamples, samplePolicies } from './library-shelf';

function texts(document: Awaited<ReturnType<typeof documentOf>>): string[] {
  return document.clauses.map((clause) => clause.text);
}

describe('a policy in plain text', () => {
  test('has headings that are only short lines, and paragraphs below them', async () => {
    const document = await documentOf(
      'Phones policy\n\nPupils\n\nPhones stay at home.\n\nStaff\n\nPhones stay in bags.\n',
    );

    expect(document.title).toBe('Phones policy');
    expect(document.clauses.map(({ path, text }) => [path, text])).toEqual([
      [['Pupils'], 'Phones stay at home.'],
      [['Staff'], 'Phones stay in bags.'],
    ]);
  });

  test.each(['•', '·', '●', '-', '\uf0b7', 'o'])(
    'knows the bullet %s and the sentence that introduces the list',
    async (bullet) => {
      const document = await documentOf(
        `Data policy\n\nStaff must:\n\n${bullet} lock the screen\n${bullet} shred old lists\n`,
      );

      expect(document.clauses.map(({ text, intro }) => [text, intro])).toEqual([
        ['Staff must:', undefined],
        ['lock the screen', 'Staff must:'],
        ['shred old lists', 'Staff must:'],
      ]);
    },
  );

  test('keeps numbers and letters of clauses apart from their words', async () => {
    const document = await documentOf(
      'Trips policy\n\n1. Before the trip\n\n1.1 Ask the office.\n\na) take the camera\nb) take the list\n',
    );

    expect(document.clauses.map(({ number, text }) => [number, text])).toEqual([
      ['1.1', 'Ask the office.'],
      ['a', 'take the camera'],
      ['b', 'take the list'],
    ]);
    expect(document.clauses[0]?.path).toEqual(['1. Before the trip']);
  });

  test('nests a second kind of bullet under the item that introduces it', async () => {
    const document = await documentOf(
      'Care policy\n\nAdults will:\n• tell the lead if:\n- a child is hurt\n- a child is afraid\n• keep notes\n',
    );

    expect(document.clauses.find(({ text }) => text === 'a child is afraid')?.intro).toBe('tell the lead if:');
    expect(document.clauses.find(({ text }) => text === 'keep notes')?.intro).toBe('Adults will:');
  });

  test('joins a sentence that a page break cut in two, and drops the page number', async () => {
    const document = await documentOf(
      'Web policy\n\nPictures may stay online for\n\nPage 3 of 9\n\nmany years after they were sent.\n\nAsk first.\n',
    );

    expect(texts(document)).not.toContain('Page 3 of 9');
    expect(texts(document)).toContain('Ask first.');
  });

  test('takes running heads and the lines of a contents page away', async () => {
    const pages = ['One', 'Two', 'Three', 'Four'].map(
      (word) => `Hill School Online Policy v3\n\n${word} is a rule that counts.\n`,
    );
    const document = await documentOf(`Contents\nAims ........ 2\nRules ........ 3\n\n${pages.join('\n')}`);

    expect(texts(document)).toEqual([
      'One is a rule that counts.',
      'Two is a rule that counts.',
      'Three is a rule that counts.',
      'Four is a rule that counts.',
    ]);
  });

  test('reads ticks under grouped columns, and says of a row that lost a cell that it is uncertain', async () => {
    const rows = [
      '\tStaff\t\tPupils\t',
      '\tAllowed\tNot allowed\tAllowed\tNot allowed',
      'Phones in class\t\t✓\t\t✓',
      'School camera\tx\t\tX\t',
      'Tablets\t✓\t\t✓',
    ];
    const document = await documentOf(`Device policy\n\nWho may use what\n\n${rows.join('\n')}\n`);

    expect(document.tables[0]?.columns).toEqual([
      'Staff: Allowed',
      'Staff: Not allowed',
      'Pupils: Allowed',
      'Pupils: Not allowed',
    ]);
    expect(document.clauses.map(({ text, cells, isUncertain }) => [text, cells, isUncertain])).toEqual([
      ['Phones in class', ['Staff: Not allowed', 'Pupils: Not allowed'], undefined],
      ['School camera', ['Staff: Allowed', 'Pupils: Allowed'], undefined],
      ['Tablets', undefined, true],
    ]);
  });

  test('takes a place to sign for a form and not for a rule', async () => {
    const document = await documentOf(
      'Agreement policy\n\nI will keep my password safe.\n\nSigned: ............\nDate:\n',
    );

    expect(texts(document)).toEqual(['I will keep my password safe.']);
    expect(document.facts.blanks.map(({ label }) => label)).toEqual(['Signed: ............', 'Date:']);
  });
});

describe('a policy in Markdown', () => {
  const markdown =
    '# Web policy\n\n## 1. Rules\n\nStaff:\n\n1. **Passwords:** keep them *safe*\n   - never share\n2. log off\n\n| What | Staff | Pupils |\n|---|:-:|---|\n| Phones | ✓ | in lessons only |\n| Games | | |\n';

  test('has the same parts as any other', async () => {
    const document = await documentOf(markdown);

    expect(document.title).toBe('Web policy');
    expect(document.clauses.map(({ path, number, text, cells }) => [path.join(' > '), number, text, cells])).toEqual([
      ['1. Rules', undefined, 'Staff:', undefined],
      ['1. Rules > Passwords', '1', 'keep them *safe*', undefined],
      ['1. Rules', undefined, 'never share', undefined],
      ['1. Rules', '2', 'log off', undefined],
      ['1. Rules', undefined, 'Phones', ['Staff', 'Pupils: in lessons only']],
      ['1. Rules', undefined, 'Games', []],
    ]);
  });

  test('shows what a document smuggles in as words at most, and drops blocks of HTML', async () => {
    const document = await documentOf('# A policy\n\n<script>alert(1)</script>\n\nKeep your password safe.\n');

    expect(texts(document)).toEqual(['Keep your password safe.']);
  });
});

describe('a file that is no policy', () => {
  test.each<[string, Uint8Array | string, string]>([
    ['an empty file', '', 'empty'],
    ['a file of blanks', ' \n\t\n', 'empty'],
    ['a PDF', Buffer.from('%PDF-1.7 and so on'), 'damaged pdf'],
    ['a Word file', Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2]), 'damaged word file'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'picture'],
    ['bytes without sense', Buffer.from([1, 0, 2, 0, 3, 0, 200]), 'not text'],
    ['control characters', '\u0001\u0002'.repeat(500), 'not text'],
    ['more than twenty megabytes', Buffer.alloc(20 * 1024 * 1024 + 1, 97), 'too large'],
  ])('is refused with the reason: %s', async (_, file, why) => {
    expect(await readHere(file, 'x')).toEqual({ ok: false, why });
  });

  test('reads what Windows wrote before UTF-8, and UTF-16', async () => {
    const old = await readHere(Buffer.from('Phones policy\n\nA child\x92s phone stays off.\n', 'latin1'), 'x');
    const wide = await readHere(Buffer.from('\ufeffPhones policy\n\nA child’s phone stays off.\n', 'utf16le'), 'x');

    for (const reading of [old, wide])
      expect(reading).toMatchObject({ document: { clauses: [{ text: 'A child’s phone stays off.' }] } });
  });

  test('takes ten thousand headings, and lists nested past all sense, within seconds', async () => {
    const headings = Array.from(
      { length: 10_000 },
      (_, index) => `Heading number ${index}\n\nRule ${index} is this.\n`,
    ).join('\n');
    const nested = `# A policy\n${Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}- rule`).join('\n')}`;

    const seconds = await processorSeconds(async () => {
      expect((await documentOf(headings)).clauses).toHaveLength(10_000);
      await documentOf(nested);
    });

    expect(seconds).toBeLessThan(8);
  });
});

describe('a line that is built to keep a reader busy', () => {
  test.each([
    ['dots', '. '.repeat(20_000)],
    ['brackets', '['.repeat(20_000)],
    ['places to sign', `${'ab ____'.repeat(40)}x:y`],
    ['offices', 'deputy '.repeat(20_000)],
    ['names', 'The DSL is Mrs A and '.repeat(5000)],
  ])('does not: %s', async (_, line) => {
    const seconds = await processorSeconds(async () => {
      const document = await documentOf(`Phones policy\n\nRules\n\nBe kind.\n\n${line}\n`);
      findingsIn(document, '2026-11-22');
    });

    expect(seconds).toBeLessThan(3);
  });
});

describe('the sample policies of real schools, where they are at hand', () => {
  test('are read with sensible clauses and without what belongs to the paper', async () => {
    const shelf = await samplePolicies();

    expect(shelf).toHaveLength(hasSamples ? 5 : 0);
    for (const { document } of shelf) {
      expect(document.clauses.length).toBeGreaterThan(40);
      expect(document.clauses.filter(({ text }) => /^(?:page )?\d+$|^signed|^date:?$|bookmark/i.test(text))).toEqual(
        [],
      );
      expect(document.clauses.filter(({ path }) => path.length === 0).length).toBeLessThan(document.clauses.length / 4);
    }
  });

  test('have the counts and headings that a person finds in them', async () => {
    const shelf = await samplePolicies();
    const found = shelf.map(({ document }) => ({
      clauses: document.clauses.length,
      tables: document.tables.map(({ rows }) => rows.length),
      uncertain: document.clauses.filter(({ isUncertain }) => isUncertain).length,
      agreements: document.facts.agreements.length,
      due: document.facts.dates.findLast(({ kind }) => kind === 'review due')?.to,
    }));

    expect(found).toEqual(
      hasSamples
        ? [
            { clauses: 46, tables: [], uncertain: 0, agreements: 0, due: '2026-11-30' },
            { clauses: 226, tables: [], uncertain: 0, agreements: 3, due: '2023-09-30' },
            { clauses: 223, tables: [11, 22, 16, 16], uncertain: 10, agreements: 0, due: '2020-09-01' },
            { clauses: 59, tables: [], uncertain: 0, agreements: 0, due: '2023-09-30' },
            { clauses: 75, tables: [], uncertain: 0, agreements: 1, due: '2021-07-31' },
          ]
        : [],
    );
  });
});
