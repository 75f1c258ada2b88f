import { indexClauses } from './clause-index';
import type { HeldPolicy } from './found';
import { type Matched, matcherOf } from './matching';
import { type Question, readQuestion } from './question';
import { rank, type Weighed } from './ranking';
import type { Fitted } from './weights';

/** A question as it was understood, and the clauses that come nearest, best first. */
export interface Looked {
  readonly question: Question;
  readonly matched: Matched;
  readonly ranked: readonly Weighed[];
}

/** Indexes policies, and looks questions up in all of them or in one. */
export function looker(
  held: readonly HeldPolicy[],
): (typed: string, ranking: Fitted['ranking'], policy?: string) => Looked {
  const index = indexClauses(held);
  const match = matcherOf(index);

  return function look(typed, ranking, policy) {
    const question = readQuestion(typed, index.mend);
    const matched = match(question, policy);
    return { question, matched, ranked: rank(question, matched, index, ranking) };
  };
}
