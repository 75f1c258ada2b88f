import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PolicyDocument } from '../../library';
import { readPaper } from './library-pdf-paper';

const SAMPLES = join(__dirname, '../../../shared/policies');
const hasSamples = existsSync(SAMPLES);
if (!hasSamples) console.info('The sample PDFs (../shared/policies) are absent: their tests have nothing to read.');

/** What a person counts on the printed pages. */
const COUNTED = [
  { file: '2021-anti-bullying-policy.pdf', headings: 15, items: 57, rows: 0, blanks: 0 },
  { file: '2022-complaints-policy.pdf', headings: 20, items: 73, rows: 8, blanks: 13 },
  { file: '2022-promoting-positive-behaviour-policy.pdf', headings: 18, items: 58, rows: 11, blanks: 0 },
] as const;

/** Each is read once, for all tests. */
const all = hasSamples
  ? Promise.all(COUNTED.map(async ({ file }) => ({ file, ...(await readPaper(readFileSync(join(SAMPLES, file)))) })))
  : Promise.resolve([]);

function documents(): Promise<(PolicyDocument & { readonly file: string })[]> {
  return all;
}

describe('real policies in PDF, where they are at hand', () => {
  test('have the headings, items, rows and places to write that a person counts', async () => {
    const found = (await documents()).map(({ file, clauses, facts }) => ({
      file,
      headings: new Set(clauses.map(({ path }) => path.join(' > ')).filter((path) => path !== '')).size,
      items: clauses.filter(({ kind }) => kind === 'item').length,
      rows: clauses.filter(({ kind }) => kind === 'row').length,
      blanks: facts.blanks.length,
    }));

    expect(found).toEqual(hasSamples ? COUNTED : []);
  });

  test('hold nothing of the paper: no foot, no page number, no remark of a colleague', async () => {
    const texts = (await documents()).flatMap(({ clauses }) => clauses.map(({ text }) => text));

    expect(texts.filter((text) => /Approved by the FGB|Page \d|Commented|^\d+$/.test(text))).toEqual([]);
  });

  test('have whole sentences: none begins or ends in the middle of one where a line or a page ends', async () => {
    const paragraphs = (await documents()).flatMap(({ clauses }) =>
      clauses.filter(({ kind, text }) => kind === 'paragraph' && text.length > 60),
    );

    expect(paragraphs.filter(({ text }) => /^\p{Ll}/u.test(text)).map(({ text }) => text.slice(0, 40))).toEqual([]);
    expect(
      paragraphs.filter(({ text }) => !/[.:!?…–-]["”’)]?$/.test(text)).length / Math.max(1, paragraphs.length),
    ).toBeLessThan(0.1);
  });

  test('have no word glued to the next or cut in two', async () => {
    const words = (await documents()).flatMap(({ clauses }) => clauses.flatMap(({ text }) => text.split(/\s+/)));
    const letters = words.filter((word) => /^\p{L}$/u.test(word) && !/^[aAIwE]$/.test(word));

    expect(words.filter((word) => /^\p{Ll}+\p{Lu}\p{Ll}/u.test(word))).toEqual([]);
    expect(words.filter((word) => word.length > 34 && !/[@./]/.test(word))).toEqual([]);
    expect(letters).toEqual([]);
  });

  test('have their dates, and the note of a table hangs on its row', async () => {
    const [bullying, complaints, behaviour] = await documents();
    const due = (document: PolicyDocument | undefined) =>
      document?.facts.dates.findLast(({ kind }) => kind === 'review due')?.from;

    expect([due(bullying), due(complaints), due(behaviour)]).toEqual(
      hasSamples ? ['2022-09-01', '2023-07-01', '2023-09-01'] : [undefined, undefined, undefined],
    );
    expect(behaviour?.clauses.filter(({ note }) => note === '*').length).toBe(hasSamples ? 1 : undefined);
  });
});
