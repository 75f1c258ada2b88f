import type { Deciding } from './deciding';
import type { Feature } from './features';
import fitted from './fitted.json';

/** What words count, by where they stand and how they came into the question. Set by hand, and changed little since. */
export const WEIGHTS = {
  /** Where a word stands: in the sentence that introduces a clause, in its headings, in the head of its table. */
  intro: 0.5,
  path: 0.8,
  head: 0.4,
  /** A policy's word for what was typed, beside the very word that was typed. */
  meaning: 0.85,
  /** A word typed as part of a phrase of the table. */
  inPhrase: 0.8,
  /** How much the rarity of the word itself counts, beside that of all that a notion may mean. */
  ownRarity: 0.65,
} as const;

/** What is fitted to sample questions by `bench/answers-fit.ts`; nobody turns these by hand. */
export interface Fitted {
  readonly ranking: Readonly<Record<Feature, number>>;
  readonly deciding: Deciding;
  /** The least confidence with which a clause is shown; chosen on the curve in `bench/decline-curve.csv`. */
  readonly least: number;
}

export const FITTED: Fitted = fitted;
