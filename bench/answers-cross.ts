import { EVIDENCE, evidenceOf } from '../library/deciding';
import { FEATURES } from '../library/features';
import type { Looked } from '../library/looking';
import { FITTED, type Fitted } from '../library/weights';
import { type DecidedExample, fitDeciding, fitRanking, type RankedExample } from './answers-fit';
import { type Asked, isAnswer } from './answers-questions';

/** Looks a question up with the weights given. */
export type Look = (asked: Asked, ranking: Fitted['ranking']) => Looked;

/** Fits both parts to questions: first what ranks clauses, then, with that, what decides whether to answer. */
export function fitTo(questions: readonly Asked[], look: Look, least = FITTED.least): Fitted {
  const ranking = fitRanking(questions.map((asked) => rankedExample(asked, look)));
  const deciding = fitDeciding(questions.flatMap((asked) => decidedExample(asked, look(asked, ranking))));
  return { ranking, deciding, least };
}

function rankedExample(asked: Asked, look: Look): RankedExample {
  const { ranked } = look(asked, FITTED.ranking);
  return {
    candidates: ranked.map(({ features }) => FEATURES.map((name) => features[name])),
    isAnswer: ranked.map(({ entry }) => isAnswer(entry.clause.text, asked)),
  };
}

function decidedExample(asked: Asked, { question, matched, ranked }: Looked): DecidedExample[] {
  const evidence = evidenceOf(question, matched, ranked);
  if (!evidence) return [];
  return [{ evidence: EVIDENCE.map((name) => evidence[name]), hasAnswer: asked.answers.length > 0 }];
}
