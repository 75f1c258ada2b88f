import type { Matched } from './matching';
import type { Question } from './question';
import type { Weighed } from './ranking';

/** What speaks for and against answering at all; `fitted.json` says how much each counts. */
export const EVIDENCE = [
  'always',
  'score',
  'margin',
  'best',
  'inText',
  'strength',
  'covered',
  'meaning',
  'beyond',
  'topic',
  'topicWords',
  'missingStaff',
  'missingElsewhere',
  'wrongKind',
  'allWrongKind',
  'demands',
  'words',
] as const;
export type Evidence = (typeof EVIDENCE)[number];
export type Deciding = Readonly<Record<Evidence, number>>;

/** How many of the best are looked at together: as many as are shown. */
const SHOWN = 3;
const MOST_WORDS = 16;
/** Among how many the nearest in meaning is looked for. */
const NEAR = 20;

/** Undefined where there is nothing to decide: a question about nothing, or in words that neither policies nor staff use. */
export function evidenceOf(
  question: Question,
  { whole, missing, scale, guess }: Matched,
  ranked: readonly Weighed[],
): Record<Evidence, number> | undefined {
  const [best] = ranked;
  if (best === undefined || question.notions.length === 0 || whole === 0 || missing.unknown === whole) return undefined;
  const shown = ranked.slice(0, SHOWN).map(({ features }) => features);
  return {
    always: 1,
    score: best.score / 5,
    margin: best.score - (ranked[SHOWN]?.score ?? ranked.at(-1)?.score ?? 0),
    best: best.features.best,
    inText: Math.max(...shown.map(({ inText }) => inText)),
    strength: (best.features.best * whole) / scale,
    covered: best.features.covered,
    meaning: Math.max(...shown.map(({ meaning }) => meaning)),
    beyond: Math.max(...ranked.slice(0, NEAR).map(({ features }) => features.meaning)) - guess.settled,
    topic: Math.max(...shown.map(({ topic }) => topic)),
    topicWords: Math.max(...shown.map(({ topicWords }) => topicWords)),
    missingStaff: missing.staff / whole,
    missingElsewhere: Math.min(1, (2 * missing.elsewhere) / whole),
    wrongKind: best.features.wrongKind,
    allWrongKind: Math.min(...shown.map(({ wrongKind }) => wrongKind)),
    demands: question.demands === undefined ? 0 : 1,
    // A few words are near much by chance; what goes on after a sentence or two says little more.
    words: Math.log(Math.min(question.words.length, MOST_WORDS) + 1),
  };
}

/** How likely it is, from 0 to 1, that the clauses shown hold the answer. */
export function confidenceOf(evidence: Readonly<Record<Evidence, number>>, deciding: Deciding): number {
  let sum = 0;
  for (const name of EVIDENCE) sum += deciding[name] * evidence[name];
  return 1 / (1 + Math.exp(-sum));
}
