import type { Clause } from '../../library';
import { documentOf } from './library-shelf';
import { counted, inList, list, paragraph, run, wordFile } from './library-word';

async function clausesOf(body: string, styles = '', numbering = ''): Promise<readonly Clause[]> {
  return (await documentOf(wordFile({ styles, numbering, body }))).clauses;
}

async function rowsOf(body: string, styles = ''): Promise<unknown[]> {
  const clauses = await clausesOf(body, styles);
  return clauses.map(({ text, cells, isUncertain }) => [text, isUncertain ? 'not certain' : cells]);
}

function cell(text: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text === '' ? '' : run(text))}</w:tc>`;
}

function span(columns: number): string {
  return `<w:gridSpan w:val="${columns}"/>`;
}

function row(cells: readonly string[], properties = ''): string {
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`;
}

function table(rows: readonly string[], properties = ''): string {
  return `<w:tbl><w:tblPr>${properties}</w:tblPr>${rows.join('')}</w:tbl>`;
}

describe('a table in a Word file', () => {
  test('has its names over their columns where the first of them begins further in', async () => {
    const rows = [
      row([cell('Staff', span(2)), cell('Pupils', span(2))], '<w:gridBefore w:val="1"/>'),
      row(['What', 'Allowed', 'Not allowed', 'Allowed', 'Not allowed'].map((name) => cell(name))),
      row(['Phones', '', '✓', '', '✓'].map((text) => cell(text))),
    ];

    expect(await rowsOf(table(rows))).toEqual([['Phones', ['Staff: Not allowed', 'Pupils: Not allowed']]]);
  });

  test('says of a row that begins further in, or ends sooner, that its marks are not certain', async () => {
    const rows = [
      row(['What', 'Staff', 'Pupils'].map((name) => cell(name))),
      row([cell('Phones'), cell('✓')], '<w:gridAfter w:val="1"/>'),
      row([cell('Tablets'), cell('✓')], '<w:gridBefore w:val="1"/>'),
      row(['Watches', '', '✓'].map((text) => cell(text))),
    ];

    expect(await rowsOf(table(rows))).toEqual([
      ['Phones', 'not certain'],
      ['Tablets', 'not certain'],
      ['Watches', ['Pupils']],
    ]);
  });

  test('has no columns of a hair’s breadth, and no certain mark in a cell that lies under two names', async () => {
    const rows = [
      row([cell('What', span(2)), cell('Staff', span(2)), cell('Pupils'), cell('Visitors')]),
      row([cell('Phones', span(2)), cell('✓', span(2)), cell(''), cell('')]),
      row([cell('Tablets'), cell('✓', span(2)), cell('', span(2)), cell('')]),
      row([cell('Cameras', span(2)), cell('', span(2)), cell('✓', span(2))]),
    ];

    expect(await rowsOf(table(rows))).toEqual([
      ['Phones', ['Staff']],
      ['Tablets', 'not certain'],
      ['Cameras', ['Pupils', 'Visitors']],
    ]);
  });

  test('keeps its merged cells where Word has put bookmarks between rows and cells', async () => {
    const mark = (id: number) => `<w:bookmarkStart w:id="${id}" w:name="_Hlk${id}"/>`;
    const rows = [
      row(['Where', 'What', 'Staff', 'Pupils'].map((name) => cell(name))),
      mark(1),
      row([cell('In school', '<w:vMerge w:val="restart"/>'), cell('phones'), cell('✓'), cell('')]),
      row([cell('', '<w:vMerge/>'), mark(2), cell('tablets'), cell(''), cell('✓')]),
    ];

    expect((await clausesOf(table(rows))).map(({ text, intro, cells }) => [intro, text, cells])).toEqual([
      ['In school', 'phones', ['Staff']],
      ['In school', 'tablets', ['Pupils']],
    ]);
  });

  test('has no hidden rows', async () => {
    const rows = [
      row(['What', 'Staff', 'Pupils'].map((name) => cell(name))),
      row(
        ['Watches', '✓', ''].map((text) => cell(text)),
        '<w:hidden/>',
      ),
      row(['Phones', '', '✓'].map((text) => cell(text))),
    ];

    expect(await rowsOf(table(rows))).toEqual([['Phones', ['Pupils']]]);
  });

  test('is headed by the row that its style prints in bold, and by no row that only says so', async () => {
    const styles =
      '<w:style w:type="table" w:styleId="Grid"><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>';
    const rows = [
      row([cell('Sorts of it'), cell('At first'), cell('Then')]),
      row([cell('Phone is out'), cell('We ask nicely'), cell('We ring home')]),
    ];
    const texts = async (properties: string) =>
      (await clausesOf(table(rows, properties), styles)).map(({ text }) => text);
    const below = 'Phone is out We ask nicely We ring home';

    expect(await texts('<w:tblStyle w:val="Grid"/><w:tblLook w:val="04A0" w:firstRow="1"/>')).toEqual([below]);
    expect(await texts('<w:tblStyle w:val="Grid"/><w:tblLook w:val="04A0"/>')).toEqual([below]);
    expect(await texts('<w:tblStyle w:val="Grid"/><w:tblLook w:firstRow="0"/>')).toHaveLength(2);
    expect(await texts('<w:tblLook w:firstRow="1"/>')).toHaveLength(2);
  });

  test('reads boxes that are ticked as marks, in a cell and around one', async () => {
    const box = (isTicked: number, inside: string) =>
      `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${isTicked}"/></w14:checkbox></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
    const boxed = (isTicked: number, sign: string) => `<w:tc><w:tcPr/>${paragraph(box(isTicked, run(sign)))}</w:tc>`;
    const rows = [
      row(['What', 'Staff', 'Pupils'].map((name) => cell(name))),
      row([cell('Phones'), boxed(1, '☒'), boxed(0, '☐')]),
      row([cell('Tablets'), box(0, cell('☐')), box(1, cell('☒'))]),
    ];

    expect(await rowsOf(table(rows))).toEqual([
      ['Phones', ['Staff']],
      ['Tablets', ['Pupils']],
    ]);
  });

  test('with a label beside each value is none, in whatever print its first row is', async () => {
    const styles =
      '<w:style w:type="table" w:styleId="Grid"><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>';
    const bold = (text: string) => cell(text).replace('<w:rPr></w:rPr>', '<w:rPr><w:b/></w:rPr>');
    const review = row([cell('Next review:'), cell('May 2027')]);
    const shown = ['Approved by: The governors', 'Next review: May 2027'];
    const inBold = table([row([bold('Approved by:'), bold('The governors')]), review]);
    const byStyle = table(
      [row([cell('Approved by:'), cell('The governors')]), review],
      '<w:tblStyle w:val="Grid"/><w:tblLook w:firstRow="1"/>',
    );

    for (const one of [inBold, byStyle]) expect((await clausesOf(one, styles)).map(({ text }) => text)).toEqual(shown);
  });

  test('keeps the number that Word counts for a row in a cell of its own', async () => {
    const number = `<w:tc><w:tcPr/>${paragraph('', inList(1))}</w:tc>`;
    const rows = ['Phones stay off.', 'Bags stay shut.'].map((rule) => row([number, cell(rule)]));

    const clauses = await clausesOf(table(rows), '', list(1, [counted('decimal', '%1.')]));

    expect(clauses.map(({ number, text }) => [number, text])).toEqual([
      ['1', 'Phones stay off.'],
      ['2', 'Bags stay shut.'],
    ]);
  });
});
