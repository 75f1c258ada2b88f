import { z } from 'zod';
import { type Clause, type HeldPolicy, openLibrary } from '../../library';
import { type Command, readWords, type Terminal, WrongWords } from './command';
import { filesIn, readJsonLines } from './files';
import { readPolicies } from './read-policies';

const Question = z.object({ id: z.string(), question: z.string(), doc: z.string().optional() });

export const POLICY_ENDINGS = ['.md', '.txt', '.docx', '.pdf', '.html', '.htm'] as const;

/** Answers a file of questions from policies, as the bot would, without a school. */
export const answer: Command = {
  name: 'answer',
  usage: ['answer --policies PATH... --questions FILE.jsonl'],
  does: 'one JSON line a question: the clauses that answer it, word for word, or that nothing does',
  async run(words, terminal) {
    const { values, positionals } = readWords(words, {
      policies: { type: 'string', multiple: true },
      questions: { type: 'string' },
    });
    if (!values.policies || !values.questions) throw new WrongWords('answer needs --policies and --questions');
    const { rows, code } = await readJsonLines(values.questions, Question, terminal);
    const held = await policiesAt([...values.policies, ...positionals], terminal);
    const library = openLibrary(held);
    for (const { id, question, doc } of rows) {
      const { decision, clauses } = library.find(question, doc ? { policy: doc } : {});
      const shown = clauses.map((found) => ({ policy: found.policy, ...quoted(found.clause) }));
      terminal.print(JSON.stringify({ id, decision, clauses: shown }));
    }
    return code;
  },
};

/** Here a policy goes by the name of its file. */
async function policiesAt(paths: readonly string[], terminal: Terminal): Promise<HeldPolicy[]> {
  const found = await readPolicies(await filesIn(paths, POLICY_ENDINGS), 'was left out', terminal);
  if (found.length === 0) throw new WrongWords('None of these policies can be read');
  return found.map(({ file, document }) => ({ policy: { id: file, title: document.title, file }, document }));
}

function quoted({ path, text, intro, cells }: Clause) {
  return {
    heading: path,
    quote: text,
    ...(intro === undefined ? {} : { intro }),
    ...(cells === undefined ? {} : { cells }),
  };
}
