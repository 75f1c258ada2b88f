import type { ClauseIndex, Entry } from './clause-index';
import { FEATURES, type Feature, featuresOf, placesAmong } from './features';
import type { Matched } from './matching';
import type { Question } from './question';
import type { Fitted } from './weights';

export interface Weighed {
  readonly entry: Entry;
  readonly score: number;
  readonly features: Readonly<Record<Feature, number>>;
}

/** The clauses that come nearest to a question, best first. */
export function rank(question: Question, matched: Matched, index: ClauseIndex, weights: Fitted['ranking']): Weighed[] {
  const places = placesAmong(matched.matches);
  const weighed = matched.matches.flatMap((match, at) => {
    const entry = index.entries[match.entry];
    if (entry === undefined) return [];
    const features = featuresOf(match, places, at, matched, question, index);
    return [{ entry, features, score: scoreOf(features, weights) }];
  });
  return weighed.sort((one, other) => other.score - one.score || one.entry.id - other.entry.id);
}

function scoreOf(features: Readonly<Record<Feature, number>>, weights: Fitted['ranking']): number {
  let score = 0;
  for (const name of FEATURES) score += weights[name] * features[name];
  return score;
}
