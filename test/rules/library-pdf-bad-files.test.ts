import { deflateSync } from 'node:zlib';
import { readHere } from '../../library/read-here';
import { processorSeconds } from '../processor-time';
import { paragraph, printed } from './library-pdf-paper';

/** A PDF written by hand: one stream of drawing on one page. */
function handMade(stream: Uint8Array, label = ''): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}${label}>>\nstream\n${Buffer.from(stream).toString('latin1')}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Root 1 0 R/Size 6>>\n%%EOF`, 'latin1');
}

const WORDS = Buffer.from('BT /F1 12 Tf 72 700 Td (Phones stay in bags until the last bell.) Tj ET\n');
const BLANKS = Buffer.alloc(64 * 1024 * 1024, ' ');

const BAD: readonly (readonly [string, () => Buffer | Promise<Buffer>, string])[] = [
  [
    'pictures of text and no letter',
    () => printed((paper) => paper.rect(50, 50, 400, 600).fill('grey')),
    'scanned pdf',
  ],
  [
    'pictures with a page number each',
    () => printed((paper) => [1, 2, 3].map((page) => (page > 1 ? paper.addPage() : paper).text(`Page ${page}`))),
    'scanned pdf',
  ],
  ['a password', () => printed((paper) => paragraph(paper, 'Hush.'), { userPassword: 'x' }), 'locked pdf'],
  ['nothing behind its first line', () => Buffer.from('%PDF-1.7 and so on'), 'damaged pdf'],
  [
    'only its first half',
    async () => (await printed((paper) => paragraph(paper, 'Hush.'))).subarray(0, 400),
    'damaged pdf',
  ],
  ['a bomb', () => handMade(deflateSync(BLANKS), '/Filter/FlateDecode'), 'swollen'],
  [
    'a bomb in a bomb',
    () => handMade(deflateSync(deflateSync(BLANKS)), '/Filter[/FlateDecode/FlateDecode]'),
    'swollen',
  ],
  [
    'more pages than any policy',
    () => printed((paper) => Array.from({ length: 500 }, (_, page) => paper.addPage().text(`Rule ${page}`))),
    'too large',
  ],
];

describe('a PDF that is no policy', () => {
  test.each(BAD)('is refused by name, and soon: %s', async (_, file, why) => {
    const seconds = await processorSeconds(async () =>
      expect(await readHere(await file(), 'x')).toEqual({ ok: false, why }),
    );

    expect(seconds).toBeLessThan(20);
  });

  test('is refused wherever it ends or is broken, and what is read of it is never a crash', async () => {
    const whole = await printed((paper) => paragraph(paper, 'Phones stay in bags until the last bell.'));

    for (const part of [0.2, 0.5, 0.8, 0.95].map((share) => Math.floor(whole.length * share))) {
      const cut = whole.subarray(0, part);
      const broken = Buffer.from(whole);
      broken.fill(0x20, part, part + 40);
      for (const file of [cut, broken]) {
        const reading = await readHere(file, 'x');
        if (!reading.ok)
          expect(['damaged pdf', 'scanned pdf', 'locked pdf', 'not text', 'empty']).toContain(reading.why);
      }
    }
  });
});

describe('a PDF that is unusual', () => {
  test('is read where a password is only asked of who would change it', async () => {
    const file = await printed((paper) => paragraph(paper, 'Phones stay in bags until the last bell.'), {
      ownerPassword: 'only the office',
      permissions: { copying: false },
    });

    expect(await readHere(file, 'x')).toMatchObject({
      ok: true,
      document: { clauses: [{ text: 'Phones stay in bags until the last bell.' }] },
    });
  });

  test('is read though a server wrote lines above it and its table of places is lost', async () => {
    const file = Buffer.concat([Buffer.from('HTTP/1.1 200 OK\n\n'), handMade(WORDS)]);

    expect(await readHere(file, 'x')).toMatchObject({
      ok: true,
      document: { clauses: [{ text: 'Phones stay in bags until the last bell.' }] },
    });
  });

  test('of fifty pages takes seconds and prints no warning', async () => {
    const file = await printed((paper) => {
      for (let page = 1; page <= 50; page += 1) {
        if (page > 1) paper.addPage();
        for (let rule = 1; rule <= 12; rule += 1)
          paragraph(paper, `Rule ${page * 100 + rule}: ${'keep it calm '.repeat(20)}.`);
      }
    });
    const warnings = jest.spyOn(console, 'warn');

    const seconds = await processorSeconds(async () => {
      const reading = await readHere(file, 'x');
      expect(reading.ok && reading.document.clauses.length).toBe(600);
    });

    expect(seconds).toBeLessThan(15);
    expect(warnings).not.toHaveBeenCalled();
    warnings.mockRestore();
  });
});
