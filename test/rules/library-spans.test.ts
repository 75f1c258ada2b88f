import fc from 'fast-check';
import type { PolicyDocument } from '../../library';
import { readHere } from '../../library/read-here';
import { documentOf, modelPolicies, samplePolicies } from './library-shelf';

/** White space folded in the way that a reader's eye does it, written here anew so that the test leans on nothing. */
function squeeze(text: string): string {
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200d\ufeff]+/g, ' ').trim();
}

/** The paper's own lines: a page number, and a short line that comes back four times or more. */
function withoutPaper(source: string): string {
  const lines = source.split(/\r?\n|\f/);
  const times = (line: string) => lines.filter((other) => squeeze(other) === squeeze(line)).length;
  return lines.filter((line) => !/^\s*Page \d+\s*$/.test(line) && (line.length > 90 || times(line) < 4)).join('\n');
}

function notInSource(document: PolicyDocument, source: string): string[] {
  const wholes = [squeeze(source), squeeze(withoutPaper(source))];
  const spans = document.clauses.flatMap(({ text, intro }) => (intro === undefined ? [text] : [text, intro]));
  return spans.filter((span) => span === '' || span !== squeeze(span) || !wholes.some((whole) => whole.includes(span)));
}

const word = fc.constantFrom(
  'phones',
  'Staff',
  'must',
  'not',
  '**never**',
  'a child’s',
  'e-mail',
  'Ask',
  'first',
  '(see 4)',
  'the',
  'camera',
  'x',
  '✓',
);
const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const line = fc.oneof(
  sentence,
  sentence.map((text) => `${text}.`),
  sentence.map((text) => `${text}:`),
  fc
    .tuple(fc.constantFrom('• ', '- ', ' - ', '1. ', 'a) ', '## ', '# ', '* ', '\t', 'o ', '4.1 ', '> '), sentence)
    .map((parts) => parts.join('')),
  fc
    .array(fc.constantFrom('', 'x', '✓', 'Phones', 'Staff only'), { minLength: 2, maxLength: 5 })
    .map((cells) => cells.join('\t')),
  fc
    .array(fc.constantFrom(' ', ' ✓ ', ' Phones ', '---'), { minLength: 2, maxLength: 5 })
    .map((cells) => `|${cells.join('|')}|`),
  fc.constantFrom('', '', '\f', 'Date:', 'Page 2', '<div>hello</div>'),
);

describe('every quotation', () => {
  test('is one contiguous span of its policy: the model policies and, where at hand, the samples', async () => {
    const shelf = [...(await modelPolicies()), ...(await samplePolicies())];

    for (const { file, document, source } of shelf) expect([file, ...notInSource(document, source)]).toEqual([file]);
  });

  test('is one contiguous span of any document that a school may type', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 40 }),
        fc.constantFrom('\n', '\r\n'),
        async (lines, ending) => {
          const source = lines.join(ending);
          const reading = await readHere(source, 'x');

          if (reading.ok) expect(notInSource(reading.document, source)).toEqual([]);
          else expect(reading.why).toBe('empty');
        },
      ),
      { numRuns: 400 },
    );
  });

  test('is found again by its id, and no two clauses share one', async () => {
    for (const { document } of await modelPolicies()) {
      expect(new Set(document.clauses.map(({ id }) => id)).size).toBe(document.clauses.length);
      expect(document.clauses.map(({ order }) => order)).toEqual(document.clauses.map((_, index) => index + 1));
    }
  });
});

describe('reading', () => {
  test('gives a document or a reason for any bytes, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
        const reading = await readHere(bytes, 'x');

        expect(typeof reading.ok).toBe('boolean');
      }),
      { numRuns: 300 },
    );
  });

  test('gives the same document for the same words', async () => {
    for (const { source, document } of await modelPolicies()) expect(await documentOf(source)).toEqual(document);
  });
});
