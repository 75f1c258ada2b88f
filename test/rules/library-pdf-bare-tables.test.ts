import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PolicyDocument } from '../../library';
import { asShown } from '../../library/pdf-glyphs';
import { heading, LEFT, type Paper, paragraph, printed, readPaper } from './library-pdf-paper';

const BROWSER = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
if (BROWSER === undefined) console.info('Chromium is absent: tables that a browser prints are not read here.');

/** The symbol font hangs its letters so much higher than the others, in points. */
const SYMBOL_DROP = 7.9;
const PLACES = [LEFT, 300, 370, 440];

/** One printed line: a label, and what stands in the columns. No line is drawn. */
function line(paper: Paper, cells: readonly string[], { pitch = 22, places = PLACES, isBold = false } = {}): void {
  const top = paper.y;
  for (const [index, text] of cells.entries()) {
    const isTick = /^[\u2713\u2717]$/.test(text);
    paper.font(isTick ? 'ZapfDingbats' : isBold ? 'Helvetica-Bold' : 'Helvetica');
    paper.text(isTick ? (text === '\u2713' ? '3' : '7') : text, places[index], isTick ? top + SYMBOL_DROP : top, {
      lineBreak: false,
    });
  }
  paper.font('Helvetica');
  paper.x = LEFT;
  paper.y = top + pitch;
}

function rowsIn({ clauses }: PolicyDocument): unknown[] {
  return clauses.flatMap(({ kind, text, cells, isUncertain = false }) =>
    kind === 'row' ? [[text, cells ?? null, isUncertain]] : [],
  );
}

/** What a browser prints of a page, with nothing of its own above and below. */
async function browserPrint(html: string): Promise<PolicyDocument> {
  const folder = mkdtempSync(join(tmpdir(), 'bare-table-'));
  try {
    const [page, file] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
    writeFileSync(page, `<meta charset="utf-8">${html}`);
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-pdf-header-footer',
      `--user-data-dir=${folder}`,
    ];
    execFileSync(BROWSER ?? '', [...flags, `--print-to-pdf=${file}`, page], { stdio: 'ignore' });
    return await readPaper(readFileSync(file));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const TIMES = '<th>Allowed</th><th>Allowed at certain times</th><th>Not allowed</th>';
const BROWSER_TABLE = `<h2>Who may use what</h2><table>
  <tr><th rowspan=2>Use</th><th colspan=3>Staff</th><th colspan=3>Pupils</th></tr><tr>${TIMES}${TIMES}</tr>
  <tr><td>Phones may be brought to school</td><td>✓</td><td></td><td></td><td></td><td></td><td>✓</td></tr>
  <tr><td>Tablets in the library and in the hall while others work there</td><td></td><td>✓</td><td></td><td></td><td></td><td>✓</td></tr>
  <tr><td>Chat rooms</td><td></td><td></td><td>✓</td><td></td><td>✓</td><td></td></tr>
  </table><p>Ask the office.</p>`;

describe('a table in a PDF that no line is drawn for', () => {
  test('has its marks under the names that stand over them, ticks of symbol fonts too', async () => {
    const document = await printed((paper) => {
      heading(paper, 'Who may use what');
      line(paper, ['What', 'Staff', 'Pupils', 'Visitors'], { isBold: true });
      line(paper, ['Own phones', '✓', '', '✓']);
      line(paper, ['Own tablets in lessons', '✓', '✓', '']);
      line(paper, ['Cameras', '', '', '✓']);
      paper.moveDown(2);
      paragraph(paper, 'Ask the office.');
    }).then(readPaper);

    expect(document.tables.map(({ path, columns }) => [path, columns])).toEqual([
      [['Who may use what'], ['Staff', 'Pupils', 'Visitors']],
    ]);
    expect(rowsIn(document)).toEqual([
      ['Own phones', ['Staff', 'Visitors'], false],
      ['Own tablets in lessons', ['Staff', 'Pupils'], false],
      ['Cameras', ['Visitors'], false],
    ]);
    expect(document.clauses.at(-1)).toMatchObject({ kind: 'paragraph', text: 'Ask the office.' });
  });

  test('keeps its rows and says that they are uncertain where a mark stands between two names', async () => {
    const document = await printed((paper) => {
      line(paper, ['What', 'Staff', 'Pupils', 'Visitors'], { isBold: true });
      line(paper, ['Own phones', '✓', '', '']);
      line(paper, ['Own tablets', 'x', 'x', ''], { places: [LEFT, 335, 405, 440] });
      line(paper, ['Cameras', '', '', '✓']);
    }).then(readPaper);

    expect(rowsIn(document).filter((row) => JSON.stringify(row).includes('true'))).toEqual(rowsIn(document));
    expect(document.clauses.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Own phones', 'Own tablets', 'Cameras', 'Staff', 'Pupils', 'Visitors']),
    );
  });

  test('without names says of every row that it is uncertain', async () => {
    const document = await printed((paper) => {
      paragraph(paper, 'Staff and pupils use these as it is shown here, and as the office has said it to them before.');
      line(paper, ['Own phones', '✓', '']);
      line(paper, ['Own tablets', '', '✓']);
    }).then(readPaper);

    expect(rowsIn(document)).toEqual([
      ['Own phones', null, true],
      ['Own tablets', null, true],
    ]);
  });

  test('joins a label that its narrow column broke, and doubts a line that may be either', async () => {
    const document = await printed((paper) => {
      line(paper, ['What', 'Staff', 'Pupils'], { isBold: true, pitch: 14 });
      line(paper, ['Own phones that are brought to', '✓', ''], { pitch: 14 });
      line(paper, ['school', '', ''], { pitch: 14 });
      line(paper, ['Own tablets', '', '✓'], { pitch: 14 });
      line(paper, ['Watches that take photographs', '✓', ''], { pitch: 14 });
      line(paper, ['Photographers', '', ''], { pitch: 14 });
      line(paper, ['Cameras', '✓', ''], { pitch: 14 });
    }).then(readPaper);

    expect(rowsIn(document)).toEqual([
      ['Own phones that are brought to school', ['Staff'], false],
      ['Own tablets', ['Pupils'], false],
      ['Watches that take photographs', null, true],
      ['Photographers', null, true],
      ['Cameras', ['Staff'], false],
    ]);
  });

  test('glues no rows and no columns together where it is uncertain', async () => {
    const document = await printed((paper) => {
      const look = { pitch: 14, places: [LEFT, 140, 300] };
      line(paper, ['Use', 'Staff', 'Pupils'], { ...look, isBold: true });
      line(paper, ['own phones', '✓', ''], look);
      line(paper, ['chat rooms', '', ''], look);
      line(paper, ['cameras', '', '✓'], look);
      line(paper, ['emails', 'With permission', '✓'], look);
    }).then(readPaper);
    const texts = document.clauses.map(({ text }) => text);

    expect(texts).toEqual(expect.arrayContaining(['own phones', 'chat rooms', 'cameras', 'emails']));
    expect(texts.filter((text) => /phones.*rooms|rooms.*cameras|emails.*With|Staff.*Pupils/.test(text))).toEqual([]);
  });

  test('is not seen in a list whose bullets are ticks, nor in a cross among words', async () => {
    const document = await printed((paper) => {
      for (const words of ['Be kind to everybody.', 'Be safe on the way.', 'Be on time.'])
        line(paper, ['✓', words], { places: [LEFT, 92] });
      paragraph(paper, 'The yard is 20 x 30 metres. It is open at break.');
    }).then(readPaper);

    expect(document.tables).toEqual([]);
    expect(document.clauses.every(({ kind, isUncertain }) => kind !== 'row' && !isUncertain)).toBe(true);
  });

  test.each([
    ['without borders', ''],
    ['with stripes', 'tr:nth-child(odd) td{background:#ddd;print-color-adjust:exact}'],
    ['with coloured boxes', 'td,th{background:#def;print-color-adjust:exact}'],
  ])('is read by its columns where a browser printed it %s', async (_, style) => {
    if (BROWSER === undefined) return;
    const look = `<style>body{font:11pt sans-serif;width:640px}td,th{padding:3px 8px}td:not(:first-child){text-align:center}${style}</style>`;

    const document = await browserPrint(look + BROWSER_TABLE);

    expect(document.clauses.map(({ path, text, cells }) => [path.at(-1), text, cells])).toEqual([
      ['Who may use what', 'Phones may be brought to school', ['Staff: Allowed', 'Pupils: Not allowed']],
      [
        'Who may use what',
        'Tablets in the library and in the hall while others work there',
        ['Staff: Allowed at certain times', 'Pupils: Not allowed'],
      ],
      ['Who may use what', 'Chat rooms', ['Staff: Not allowed', 'Pupils: Allowed at certain times']],
      ['Who may use what', 'Ask the office.', undefined],
    ]);
  });
});

test('ticks and crosses of symbol fonts are those that the page shows, whatever letters the file holds', () => {
  const shown = [
    asShown('\u00fc\u00fb', 'ABCDEF+Wingdings-Regular'),
    asShown('\uf0fc\uf0fb', 'Wingdings'),
    asShown('PO', 'Wingdings2'),
    asShown('37', 'ZapfDingbats'),
    asShown('\uf0fc', 'Calibri'),
    asShown('P37', 'Calibri'),
    asShown('o\u00a8', 'Wingdings'),
  ];

  expect(shown).toEqual(['✓✗', '✓✗', '✓✗', '✓✗', '✓', 'P37', '☐☐']);
});
