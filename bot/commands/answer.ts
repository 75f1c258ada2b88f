import { basename } from 'node:path';
import { z } from 'zod';
import { readPolicyBytes } from '../../infra/policy-files';
import { type Clause, type HeldPolicy, openLibrary, type Reading, read } from '../../library';
import { whyUnread } from '../unread';
import { type Command, readWords, type Terminal, WrongWords } from './command';
import { filesIn, readJsonLines } from './files';

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
    const held = await readPolicies([...values.policies, ...positionals], terminal);
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
async function readPolicies(paths: readonly string[], { tell }: Terminal): Promise<HeldPolicy[]> {
  const held: HeldPolicy[] = [];
  for (const path of await filesIn(paths, POLICY_ENDINGS)) {
    const file = basename(path);
    const bytes = await readPolicyBytes(path);
    const reading: Reading = bytes === null ? { ok: false, why: 'too large' } : await read(bytes, file);
    if (reading.ok)
      held.push({ policy: { id: file, title: reading.document.title, file }, document: reading.document });
    else tell(`${file} was left out. ${whyUnread(reading.why)}`);
  }
  if (held.length === 0) throw new WrongWords('None of these policies can be read');
  return held;
}

function quoted({ path, text, intro, cells }: Clause) {
  return {
    heading: path,
    quote: text,
    ...(intro === undefined ? {} : { intro }),
    ...(cells === undefined ? {} : { cells }),
  };
}
