import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type HeldPolicy, openLibrary } from '../../library';
import { readHere } from '../../library/read-here';

const SHARED = join(__dirname, '..', '..', '..', 'shared');
const isThere = existsSync(join(SHARED, 'acceptance'));

/** Fewer than these would be a step back; the figure itself is printed. */
const AT_LEAST = { found: 0.7, reachable: 0.9 };

const Line = z.object({ row: z.string(), doc: z.string(), question: z.string() });
const questions = readFileSync(join(__dirname, 'questions.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => Line.parse(JSON.parse(line)));

describe('every rule of the sample schools that an answer is asked of', () => {
  test('has a question in other words, once', () => {
    expect(new Set(questions.map(({ row, doc }) => `${doc} ${row}`)).size).toBe(questions.length);
    expect(questions.length).toBeGreaterThan(100);
  });

  test('is found by that question, or shown among the nearest words', async () => {
    if (!isThere) return console.info('The sample schools (../shared) are not there: nothing was asked of them.');
    const quotes = quotesOf();
    const tally = { found: 0, reachable: 0, rows: 0 };
    for (const doc of new Set(questions.map((question) => question.doc))) {
      const library = openLibrary([await policyOf(doc)]);
      for (const { row, question } of questions.filter((question) => question.doc === doc)) {
        const wanted = quotes.get(`${doc} ${row}`) ?? '';
        const holds = (clauses: readonly { clause: { text: string; intro?: string } }[]) =>
          clauses.some(({ clause }) => isQuoted(wanted, clause.text) || isQuoted(wanted, clause.intro ?? ''));
        tally.rows += 1;
        tally.found += holds(library.find(question).clauses) ? 1 : 0;
        tally.reachable += holds(library.candidates(question)) ? 1 : 0;
      }
    }
    console.info(`Q&A rows: ${tally.found} of ${tally.rows} found, ${tally.reachable} among the nearest twenty.`);
    expect(tally.found / tally.rows).toBeGreaterThanOrEqual(AT_LEAST.found);
    expect(tally.reachable / tally.rows).toBeGreaterThanOrEqual(AT_LEAST.reachable);
  });
});

/** The quotes of all rows, by document and row. */
function quotesOf(): ReadonlyMap<string, string> {
  const quotes = new Map<string, string>();
  for (const name of readdirSync(join(SHARED, 'acceptance'))) {
    for (const line of readFileSync(join(SHARED, 'acceptance', name), 'utf8').split('\n')) {
      const [, row = '', doc = '', quote = ''] = line.split('|').map((cell) => cell.trim());
      if (/^S\d+$/.test(row)) quotes.set(`${doc} ${row}`, bare(quote));
    }
  }
  return quotes;
}

async function policyOf(doc: string): Promise<HeldPolicy> {
  const file = readdirSync(join(SHARED, 'policies')).find((name) => name.startsWith(doc)) ?? '';
  const reading = await readHere(readFileSync(join(SHARED, 'policies', file)), file);
  if (!reading.ok) throw new Error(`${file} is not read`);
  return { policy: { id: doc, title: reading.document.title, file }, document: reading.document };
}

function isQuoted(wanted: string, text: string): boolean {
  const said = bare(text);
  return wanted !== '' && (said.includes(wanted) || (wanted.includes(said) && said.length >= 0.6 * wanted.length));
}

function bare(text: string): string {
  return text
    .replace(/[“”"'‘’…*]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '')
    .trim()
    .toLowerCase();
}
