import { processorSeconds } from '../processor-time';
import { documentIn, documentOf, mainOf, pageOf } from './pages-shelf';
import { elementsOf } from './pages-tree';

/** The tags that make a structure, and the words in them. */
function structure(page: string, ...tags: string[]): string[] {
  return elementsOf(mainOf(page))
    .filter(({ tag }) => tags.includes(tag))
    .map(({ tag, text }) => `${tag} ${text.replace(/\s+/g, ' ').trim()}`.trim());
}

/** Lists as an indented text: what stands deeper is inside what stands above. */
function lists(page: string): string {
  return mainOf(page)
    .replace(/>\s+</g, '><')
    .replace(/<ul>/g, '{')
    .replace(/<\/ul>/g, '}')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

describe('the page of a policy', () => {
  test('has a heading for each of the policy’s own, the outermost of the second level', async () => {
    const document = await documentIn('# A policy\n\n## One\n\nA.\n\n### Inner\n\nB.\n\n## Two\n\n### Inner\n\nC.');

    expect(structure(pageOf(document), 'h2', 'h3', 'p')).toEqual([
      'h2 One',
      'p A.',
      'h3 Inner',
      'p B.',
      'h2 Two',
      'h3 Inner',
      'p C.',
    ]);
  });

  test('leads from its contents to every heading of the first two levels', async () => {
    const document = await documentIn('# A policy\n\n## One\n\n### Inner\n\n#### Deep\n\nB.\n\n## Two\n\nC.');
    const seen = elementsOf(pageOf(document));

    const links = seen.filter(({ tag, attributes }) => tag === 'a' && attributes.href !== '#contents');
    const targets = links.map(({ text, attributes: { href } }) => [
      text,
      seen.find(({ attributes: { id } }) => `#${id}` === href)?.text,
    ]);

    expect(targets).toEqual([
      ['One', 'One'],
      ['Inner', 'Inner'],
      ['Two', 'Two'],
    ]);
  });

  test('without headings has no contents, and no way back to them', () => {
    expect(elementsOf(pageOf(documentOf([{}]))).filter(({ tag }) => tag === 'nav' || tag === 'a')).toEqual([]);
  });

  test('goes on without a heading after a part with headings of its own has ended', () => {
    const document = documentOf([{ path: ['A', 'B'] }, { path: ['A'] }, { path: [] }]);

    expect(structure(pageOf(document), 'h2', 'h3', 'p')).toEqual([
      'h2 A',
      'h3 B',
      'p Words 1.',
      'p Words 2.',
      'p Words 3.',
    ]);
  });

  test('puts lists inside lists, with the school’s own numbers', async () => {
    const document = await documentIn(
      '# A policy\n\n## H\n\nStaff must:\n\n1. one\n   - deep\n   - deeper\n2. two\n\nAfter.',
    );

    expect(lists(pageOf(document))).toBe('H Staff must: { 1 one { deep deeper } 2 two } After.');
  });

  test('writes a name in bold once, before what it names', async () => {
    const document = await documentIn(
      '# A policy\n\n## H\n\n- **Training:** All staff must:\n  - come\n  - listen\n- Others.',
    );

    expect(lists(pageOf(document))).toBe('H { Training: All staff must: { come listen } Others. }');
  });

  test('shows a table as a table, with groups of columns above their columns, and says where a cell is missing', () => {
    const row = { kind: 'row', table: 0 } as const;
    const document = documentOf(
      [
        { ...row, text: 'Phones' },
        { ...row, text: 'Cameras', isUncertain: true },
        { ...row, text: 'Watches | are phones', intro: 'Users shall not' },
      ],
      {
        tables: [
          {
            path: [],
            columns: ['Staff: allowed', 'Staff: not allowed', 'Pupils'],
            rows: [
              { clause: 'c1', label: 'Phones', values: ['x', '', 'x'] },
              { clause: 'c2', label: 'Cameras' },
              { clause: 'c3', label: 'Watches', values: ['are phones', '', ''] },
            ],
          },
        ],
      },
    );

    expect(structure(pageOf(document), 'th', 'td')).toEqual([
      ...['td', 'th Staff', 'th Pupils', 'th allowed', 'th not allowed'],
      ...['th Phones', 'td x', 'td no mark', 'td x'],
      'th Cameras A cell of this row is missing in the policy, so nobody can say which column its marks belong to.',
      'td not known',
      ...['th Users shall not', 'th Watches', 'td are phones', 'td no mark', 'td no mark'],
    ]);
  });

  test('quotes a row whole when its cells do not hold all of its words', () => {
    const document = documentOf([{ kind: 'row', table: 0, text: 'Phones | kept | in the office' }], {
      tables: [{ path: [], columns: ['Where'], rows: [{ clause: 'c1', label: 'Phones', values: ['in the office'] }] }],
    });

    expect(structure(pageOf(document), 'th', 'td')).toEqual(['td', 'th Where', 'td Phones | kept | in the office']);
  });

  test('says of an amendment from which day it goes before the rest, and keeps notes apart by their mark', () => {
    const document = documentOf([
      { text: 'Masks are worn.', amended: { on: '2022-11-23' } },
      { text: 'See the office.', note: '1' },
    ]);

    expect(structure(pageOf(document), 'p', 'sup')).toEqual([
      'p This is a change of 23 November 2022. It counts before the older words of the policy. Masks are worn.',
      'p 1 See the office.',
      'sup 1',
    ]);
  });

  test('keeps the lines that are to be filled in, in the part where they stand', () => {
    const blanks = [
      { label: 'Signed:', path: ['Agreement', 'For staff'] },
      { label: 'Date:', path: ['Nowhere'] },
    ];
    const { facts } = documentOf([]);
    const document = documentOf([{ path: ['Agreement'] }, { path: ['Later'] }], { facts: { ...facts, blanks } });

    expect(structure(pageOf(document), 'h2', 'p')).toEqual([
      ...['h2 Agreement', 'p Words 1.', 'p Signed: to be filled in'],
      ...['h2 Later', 'p Words 2.', 'p Date: to be filled in'],
    ]);
  });

  test('marks the clause that was asked for, in words as well as in colour, and no other', async () => {
    for (const kind of ['paragraph', 'item', 'row'] as const) {
      const columns = [{ path: [], columns: ['Staff'], rows: [] }];
      const document = documentOf(
        [
          { kind, table: 0 },
          { kind, table: 0 },
        ],
        { tables: columns },
      );

      const asked = elementsOf(pageOf(document, 'c2')).filter(({ attributes }) => attributes.id === 'asked');

      expect(asked.map(({ text }) => text.trim())).toEqual(['The clause you were shown: Words 2.']);
    }
  });

  test('leaves no clause of a policy out', async () => {
    const path = ['Rules'];
    const document = documentOf(
      Array.from({ length: 500 }, (_, n) => ({ path, kind: n % 3 ? 'item' : 'paragraph', depth: n % 12 })),
    );

    const page = pageOf(document);

    expect(document.clauses.filter(({ text }) => !page.includes(`>${text}<`))).toEqual([]);
  });

  test('of 500 clauses is written in less than 50 milliseconds', async () => {
    const document = documentOf(
      Array.from({ length: 500 }, (_, n) => ({
        path: [`Part ${Math.floor(n / 40)}`, `Section ${Math.floor(n / 10)}`],
        kind: (['paragraph', 'item', 'item'] as const)[n % 3] ?? 'item',
        depth: 1 + (n % 3),
        text: `Staff must keep “this & that” in mind, and <tell> the office. `.repeat(6),
      })),
    );

    const times: number[] = [];
    for (let page = 0; page < 20; page += 1) times.push(await processorSeconds(() => pageOf(document)));

    expect(Math.min(...times)).toBeLessThan(0.05);
  });
});
