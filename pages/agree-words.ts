import { phrase } from '../cards/view';
import type { Clause } from '../library';
import { type Html, html } from './html';
import type { Reader } from './reader';
import { wordsOf } from './words';

/** An agreement's own words, clause by clause, under the headings that stand inside it. */
export function agreementWords(heading: string, clauses: readonly Clause[], { say }: Pick<Reader, 'say'>): Html {
  const reader = { say, asked: undefined };
  const inner = clauses.map(({ path }) => path.slice(path.indexOf(heading) + 1).at(0));
  const parts = clauses.map((clause, index) => [
    inner[index] !== undefined && inner[index] !== inner[index - 1]
      ? html`<h3 dir="auto">${inner[index]}</h3>\n`
      : undefined,
    html`<p>${wordsOf(clause, [], reader)}</p>\n`,
  ]);
  return html`<section aria-labelledby="words">
<h2 id="words">${say(phrase('agreePage.words'))}</h2>
${parts}</section>
`;
}
