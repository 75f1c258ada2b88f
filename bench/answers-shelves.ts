import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HeldPolicy } from '../library';
import type { Shelf } from './answers-cross';
import type { Lines } from './answers-plain';
import { readPolicies, readQuestions } from './answers-questions';

const ROOT = dirname(require.resolve('#root'));
const SHARED = join(ROOT, '..', 'shared');
const OWN_QUESTIONS = join(ROOT, 'bench', 'questions.jsonl');
/** Policies on other matters than those that ship: attendance, medicines, visits and leave. */
const OTHERS = join(ROOT, 'bench', 'policies');
const OTHER_QUESTIONS = join(ROOT, 'bench', 'questions-other.jsonl');
const SHARED_QUESTIONS = join(SHARED, 'questions', 'questions.jsonl');
export const SHARED_MESSAGES = join(SHARED, 'questions', 'messages.jsonl');

/** The sample questions where they lie beside the project, further files that were named, and the project's own. */
export async function readShelves(also: readonly string[]): Promise<Shelf[]> {
  const models = await readPolicies(join(ROOT, 'policies'));
  const all = [...(await readPolicies(join(SHARED, 'policies'))), ...models];
  const files = [...(existsSync(SHARED_QUESTIONS) ? [SHARED_QUESTIONS] : []), ...also];
  const named = files.map((file) => shelfOf(file, all));
  const own = {
    name: 'our own questions, of the model policies',
    held: models,
    questions: readQuestions(OWN_QUESTIONS),
  };
  const others = await readPolicies(OTHERS);
  const other = { name: 'our own, of four other policies', held: others, questions: readQuestions(OTHER_QUESTIONS) };
  return [...named, own, other];
}

/** The questions of a file, with the policies that they name. */
function shelfOf(file: string, all: readonly HeldPolicy[]): Shelf {
  const questions = readQuestions(file);
  const named = new Set(questions.map(({ doc }) => doc));
  return { name: file.slice(-40), held: all.filter(({ policy }) => named.has(policy.id)), questions };
}

/** The words of policies as a search box would have them; of a PDF, which holds no lines of its own, its clauses. */
export function linesOf({ held }: Shelf): Lines[] {
  return held.map(({ policy, document }) => {
    const folders = [join(SHARED, 'policies'), join(ROOT, 'policies'), OTHERS];
    const file = folders.map((folder) => join(folder, policy.file)).find(existsSync);
    const isText = file !== undefined && /\.(?:txt|md)$/.test(file);
    const text = isText ? readFileSync(file, 'utf8') : document.clauses.map((clause) => clause.text).join('\n');
    return { policy: policy.id, text };
  });
}
