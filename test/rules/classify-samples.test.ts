import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { classify, openLibrary } from '../../library';
import { held, samplePolicies } from './library-shelf';

const FOLDER = join(__dirname, '../../../shared/questions');
const isAtHand = existsSync(FOLDER);
if (!isAtHand) console.info('The sample questions (../shared/questions) are absent: nothing is measured against them.');

const Message = z.object({ text: z.string(), intent: z.string(), urgent: z.boolean().default(false) });
const Question = z.object({ doc: z.string(), question: z.string(), answers: z.array(z.string()) });

function rowsOf<Row>(file: string, row: z.ZodType<Row>): Row[] {
  if (!isAtHand) return [];
  const lines = readFileSync(join(FOLDER, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => row.parse(JSON.parse(line)));
}

/** A share of nothing is whole, so that the floors below hold where the samples are absent. */
function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

describe('the sample messages, where they are at hand', () => {
  const messages = rowsOf('messages.jsonl', Message);
  const concerns = messages.filter(({ intent }) => intent === 'report-concern');

  test('of concern are caught, and the urgent ones seen as such', () => {
    const urgent = concerns.filter((message) => message.urgent);

    expect(
      share(concerns.filter(({ text }) => classify(text).intent === 'report-concern').length, concerns.length),
    ).toBeGreaterThanOrEqual(0.97);
    expect(share(urgent.filter(({ text }) => classify(text).urgent).length, urgent.length)).toBeGreaterThanOrEqual(
      0.95,
    );
  });

  test('of any other kind raise no more than one alarm in twenty', () => {
    const others = messages.filter(({ intent }) => intent !== 'report-concern');
    const quiet = others.filter(({ text }) => classify(text).intent !== 'report-concern');

    expect(share(quiet.length, others.length)).toBeGreaterThanOrEqual(0.95);
  });
});

describe('the sample questions, where they are at hand', () => {
  test('are answered within three clauses or declined as a colleague would, three times in four', async () => {
    const library = openLibrary(held(await samplePolicies()));
    const squeeze = (text: string) =>
      text
        .replace(/[\s|]+/g, ' ')
        .replace(/[‘’]/g, "'")
        .trim();
    const questions = rowsOf('questions.jsonl', Question);

    const right = questions.filter(({ doc, question, answers }) => {
      const { clauses, decision } = library.find(question, { policy: doc });
      if (answers.length === 0) return decision === 'decline';
      return clauses.some(({ clause }) => answers.some((answer) => squeeze(clause.text).includes(squeeze(answer))));
    });

    expect(share(right.length, questions.length)).toBeGreaterThanOrEqual(0.75);
  });
});
