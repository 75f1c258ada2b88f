import type { Clause } from './document';
import { kept, meaningOf, nearnessTo } from './meaning';
import { wordsOf } from './stem';

/**
 * Nine in ten clauses that answer a question are nearer than this, and two in five of those that come first where none
 * answers are not: measured on the questions of `bench/answers.ts`.
 */
const FAR = 0.2;

/** Whether a clause means something near what was asked, so that it is worth showing although it may not answer it. */
export function isNear(question: string, { path, intro = '', text }: Clause): boolean {
  return nearnessOf(question, { path, intro, text }) >= FAR;
}

/** From -1 to 1, with the heading and introduction of the clause. */
export function nearnessOf(question: string, { path, intro = '', text }: Pick<Clause, 'path' | 'intro' | 'text'>) {
  const words = wordsOf([path.at(-1) ?? '', intro, text].join(' '));
  return nearnessTo(kept(meaningOf(words, 'clause')), 0, meaningOf(wordsOf(question), 'question'));
}
