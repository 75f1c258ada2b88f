import type { Found, HeldPolicy } from '../library';
import { confidenceOf, EVIDENCE, evidenceOf } from '../library/deciding';
import { FEATURES } from '../library/features';
import { openLibrary } from '../library/finding';
import { type Looked, looker } from '../library/looking';
import { FITTED, type Fitted } from '../library/weights';
import { type DecidedExample, fitDeciding, fitRanking, type RankedExample } from './answers-fit';
import { FOLDS, foldsOf } from './answers-folds';
import { type Asked, isAnswer } from './answers-questions';

/** Looks a question up with the weights given. */
export type Look = (asked: Asked, ranking: Fitted['ranking']) => Looked;

/** A pupil's rule is not a staff rule. What few questions say of it may make that heavier, and never lighter. */
const OTHER_AUDIENCE = -1.8;

/** Fits both parts to questions: first what ranks clauses, then, with that, what decides whether to answer. */
export function fitTo(questions: readonly Asked[], look: Look, least = FITTED.least): Fitted {
  const fitted = fitRanking(questions.map((asked) => rankedExample(asked, look)));
  const ranking = { ...fitted, otherAudience: Math.min(fitted.otherAudience, OTHER_AUDIENCE) };
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

/** Questions with the policies that they are asked of. */
export interface Shelf {
  readonly name: string;
  readonly held: readonly HeldPolicy[];
  readonly questions: readonly Asked[];
}

export interface Crossed {
  readonly shelf: Shelf;
  readonly asked: Asked;
  /** What is shown once the confidence is high enough. */
  readonly found: Found;
  readonly confidence: number;
}

/** Each question as Lantern answers it when fitted without it, and without those that are like it. */
export function crossValidate(shelves: readonly Shelf[]): Crossed[] {
  const places = shelves.flatMap((shelf) => {
    const look = looker(shelf.held);
    return shelf.questions.map((asked) => ({ shelf, asked, look }));
  });
  const looks = new Map(places.map(({ asked, look }) => [asked, look] as const));
  const look: Look = (asked, ranking) => {
    const own = looks.get(asked);
    if (!own) throw new Error(`The question ${asked.id} is of no shelf`);
    return own(asked.question, ranking, asked.doc);
  };
  const folds = foldsOf(places.map(({ asked }) => asked));
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const others = places.filter((_place, index) => folds[index] !== fold).map(({ asked }) => asked);
    const fitted = fitTo(others, look);
    const libraries = new Map(
      shelves.map((shelf) => [shelf, openLibrary(shelf.held, { ...fitted, least: 0 })] as const),
    );
    return places
      .filter((_place, index) => folds[index] === fold)
      .map(({ shelf, asked }) => {
        const { question, matched, ranked } = look(asked, fitted.ranking);
        const evidence = evidenceOf(question, matched, ranked);
        const found = libraries.get(shelf)?.find(asked.question, asked.doc === undefined ? {} : { policy: asked.doc });
        const confidence = evidence ? confidenceOf(evidence, fitted.deciding) : 0;
        return { shelf, asked, found: found ?? { decision: 'decline', clauses: [], isDisagreed: false }, confidence };
      });
  });
}

/** What is shipped: fitted to all questions at once. */
export function fitAll(shelves: readonly Shelf[]): Fitted {
  const looks = shelves.map(({ held, questions }) => ({ look: looker(held), known: new Set(questions) }));
  return fitTo(
    shelves.flatMap(({ questions }) => questions),
    (asked, ranking) => {
      const own = looks.find(({ known }) => known.has(asked));
      if (!own) throw new Error(`The question ${asked.id} is of no shelf`);
      return own.look(asked.question, ranking, asked.doc);
    },
  );
}
