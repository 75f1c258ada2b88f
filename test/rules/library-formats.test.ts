import { AlignmentType, Document, LevelFormat, Packer, Paragraph, TextRun } from 'docx';
import fc from 'fast-check';
import type { Clause } from '../../library';
import { readHere } from '../../library/read-here';
import { processorSeconds } from '../processor-time';

async function clausesOf(file: Uint8Array | string): Promise<readonly Clause[]> {
  const reading = await readHere(file, 'the file');
  if (!reading.ok) throw new Error(`it was not read: ${reading.why}`);
  return reading.document.clauses;
}

async function page(body: string): Promise<string[]> {
  const clauses = await clausesOf(`<!doctype html><html><body><h1>Phones policy</h1>${body}</body></html>`);
  return clauses.map(({ path, number, text }) => [...path, number, text].filter(Boolean).join(' | '));
}

describe('a policy on a web page', () => {
  test('counts its lists as the page shows them', async () => {
    const lists = '<ol start="3"><li>three</li><li value="7">seven</li></ol><ol type="i"><li>one</li><li>two</li></ol>';

    expect(await page(lists)).toEqual(['3 | three', '7 | seven', 'i | one', 'ii | two']);
  });

  test('takes a bold line for a heading, and a bold name for what heads its sentence', async () => {
    const body = '<h2>Rules</h2><p><b>Staff</b><br>Phones stay off.</p><p><strong>Visitors:</strong> Ask first.</p>';

    expect(await page(body)).toEqual(['Rules | Staff | Phones stay off.', 'Rules | Staff | Visitors | Ask first.']);
  });

  test('keeps a definition under its term', async () => {
    expect(await page('<dl><dt>Device</dt><dd>Any phone.</dd><dd>Any tablet.</dd></dl>')).toEqual([
      'Device | Any phone.',
      'Device | Any tablet.',
    ]);
  });

  test('has sections where a list is nothing but bold names with text below them', async () => {
    const body = '<ol><li><b>Roles</b><p>All help.</p></li><li><b>Duties</b><p>All look.</p></li></ol>';

    expect(await page(body)).toEqual(['1. Roles | All help.', '2. Duties | All look.']);
  });

  test('reads a merged tick for each of its columns, and a row of lists as a section', async () => {
    const ticks =
      '<table><tr><th>What</th><th>Staff</th><th>Pupils</th></tr><tr><td>Phones</td><td colspan="2">✓</td></tr></table>';
    const duties =
      '<table><tr><th>Who</th><th>Does</th></tr><tr><td>Headteacher</td><td><ul><li>asks</li><li>looks</li></ul></td></tr></table>';

    expect((await clausesOf(`<html><h1>A policy</h1>${ticks}</html>`))[0]?.cells).toEqual(['Staff', 'Pupils']);
    expect(await page(duties)).toEqual(['Who Does', 'Headteacher | asks', 'Headteacher | looks']);
  });

  test.each([
    ['<del>not </del>'],
    ['<s>not </s>'],
    ['<strike>not </strike>'],
    ['<span style="text-decoration: line-through">not </span>'],
    ['<span style="display:/**/none">not </span>'],
    ['<span style="color: red; font-size:0">not </span>'],
    ['<span style="opacity: 0.0 !important">not </span>'],
    ['<style>/* old */ .old, .past { display: none }</style><span class="new old">not </span>'],
    ['<style>@import "a.css"; #gone{visibility:hidden}</style><span id="gone">not </span>'],
    ['<style>.out { text-decoration: line-through }</style><span class="out">not </span>'],
  ])('leaves out words that are hidden or struck out, as in %s', async (hidden) => {
    expect(await page(`<p>Staff do ${hidden}bring phones.</p>`)).toEqual(['Staff do bring phones.']);
  });

  test.each([
    ['<span style="font-size:0.9em; opacity:0.5">not </span>'],
    ['<span style="text-decoration: underline">not </span>'],
    ['<style>@media print { .screen { display: none } }</style><span class="screen">not </span>'],
    ['<style media="print">.screen { display: none }</style><span class="screen">not </span>'],
    ['<style>.fold { display: none } .fold.open { display: block }</style><span class="fold">not </span>'],
    ['<style>.menu .old { display: none }</style><span class="old">not </span>'],
  ])('keeps words that a reader can see, as in %s', async (seen) => {
    expect(await page(`<p>Staff do ${seen}bring phones.</p>`)).toEqual(['Staff do not bring phones.']);
  });

  test('is read soon, however its styles repeat themselves', async () => {
    const styles = ['text-decoration:', 'list-style:', 'font-size:0'].map((words) => words.repeat(20_000)).join('');
    const list = `<ol style="${styles}"><li>Staff bring no phones.</li></ol>`;

    const seconds = await processorSeconds(async () => expect(await page(list)).toHaveLength(1));

    expect(seconds).toBeLessThan(3);
  });

  test('is quoted in one unbroken span of what the page shows', async () => {
    const words = fc.array(fc.constantFrom('phones', 'Staff', 'must', 'stay', 'off.', '<b>never</b>', 'a<br>b'), {
      minLength: 1,
      maxLength: 8,
    });
    const block = fc
      .tuple(fc.constantFrom('p', 'h2', 'li', 'td', 'div', 'dd', 'blockquote'), words)
      .map(([tag, inside]) => `<${tag}>${inside.join(' ')}</${tag}>`);
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 12 }), async (blocks) => {
        const html = `<html><body>${blocks.join('\n')}</body></html>`;
        const shown = html
          .replace(/<br>|<\/?(?:p|h2|li|td|div|dd|blockquote|html|body)>/g, ' ')
          .replace(/<[^>]+>/g, '');
        const reading = await readHere(html, 'x');
        const spans = reading.ok ? reading.document.clauses.map(({ text }) => text) : [];

        expect(spans.filter((span) => !shown.replace(/\s+/g, ' ').includes(span))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a policy in Word', () => {
  test('keeps the numbers that Word counts, from heading to letter', async () => {
    const levels = [
      [LevelFormat.DECIMAL, '%1.'],
      [LevelFormat.DECIMAL, '%1.%2'],
      [LevelFormat.LOWER_LETTER, '(%3)'],
    ] as const;
    const at = (level: number, text: string, bold = false) =>
      new Paragraph({ children: [new TextRun({ text, bold })], numbering: { reference: 'all', level } });
    const file = await Packer.toBuffer(
      new Document({
        numbering: {
          config: [
            {
              reference: 'all',
              levels: levels.map(([format, text], level) => ({ level, format, text, alignment: AlignmentType.START })),
            },
          ],
        },
        sections: [
          {
            children: [
              new Paragraph('Phones policy'),
              at(0, 'Aims', true),
              new Paragraph('Phones help us to teach.'),
              at(0, 'Roles', true),
              at(1, 'All staff must:'),
              at(2, 'lock their phone away'),
              at(2, 'keep it off'),
              at(1, 'Visitors ask at the office first.'),
            ],
          },
        ],
      }),
    );

    expect((await clausesOf(file)).map(({ path, number, text, intro }) => [path.join(), number, text, intro])).toEqual([
      ['1. Aims', undefined, 'Phones help us to teach.', undefined],
      ['2. Roles', '2.1', 'All staff must:', undefined],
      ['2. Roles', 'a', 'lock their phone away', 'All staff must:'],
      ['2. Roles', 'b', 'keep it off', 'All staff must:'],
      ['2. Roles', '2.2', 'Visitors ask at the office first.', undefined],
    ]);
  });

  test.each([
    ['as hidden', { vanish: true }],
    ['as struck out', { strike: true }],
    ['as struck out twice', { doubleStrike: true }],
    ['by a style that hides them', { style: 'Away' }],
    ['by a style that is based on one that hides them', { style: 'FarAway' }],
  ])('leaves out words that are formatted %s', async (_, print) => {
    const words = [
      new TextRun('Phones stay off'),
      new TextRun({ text: ' and hidden', ...print }),
      new TextRun({ text: '.', strike: false }),
    ];
    const file = await Packer.toBuffer(
      new Document({
        styles: {
          characterStyles: [
            { id: 'Away', name: 'Away', run: { vanish: true } },
            { id: 'FarAway', name: 'Far away', basedOn: 'Away' },
          ],
        },
        sections: [{ children: [new Paragraph({ children: words })] }],
      }),
    );

    expect((await clausesOf(file)).map(({ text }) => text)).toEqual(['Phones stay off.']);
  });

  test('leaves out a whole paragraph that its style hides, and no other; the number of a struck clause goes with it', async () => {
    const counted = (text: string, print: object = {}) =>
      new Paragraph({ numbering: { reference: 'clauses', level: 0 }, children: [new TextRun({ text, ...print })] });
    const file = await Packer.toBuffer(
      new Document({
        styles: { paragraphStyles: [{ id: 'Away', name: 'Away', run: { vanish: true } }] },
        numbering: {
          config: [
            {
              reference: 'clauses',
              levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '4.%1', alignment: AlignmentType.START }],
            },
          ],
        },
        sections: [
          {
            children: [
              new Paragraph({ text: 'Staff may use phones.', style: 'Away' }),
              new Paragraph('Be kind.'),
              counted('Phones may be on.', { strike: true }),
              counted('Phones stay off.'),
            ],
          },
        ],
      }),
    );

    expect((await clausesOf(file)).map(({ number, text }) => [number, text])).toEqual([
      [undefined, 'Be kind.'],
      ['4.2', 'Phones stay off.'],
    ]);
  });
});
