/**
 * What counts how much when clauses are ranked. Set by a coarse search on sample questions, where the result changes
 * little around these values in any fifth of them. Not to be turned for one question that goes wrong: teach the word.
 */
export const WEIGHTS = {
  /** Where a word stands: in the clause, in the sentence that introduces it, in its headings, in the head of its table. */
  text: 1,
  intro: 0.3,
  path: 0.65,
  head: 0.25,
  /** A policy's word for what was typed, beside the very word that was typed. */
  meaning: 0.9,
  /** A word typed as part of a phrase of the table. */
  inPhrase: 0.6,
  /** A rule for other people than the question is about. */
  otherAudience: 0.78,
  /** The share of a score that a clause keeps which covers next to nothing of the question. */
  uncovered: 0.4,
  /** A sentence that only introduces a list. */
  introducing: 0.9,
  /** A word that no policy here has nor anything it may mean, against one that occurs once. */
  unmatched: { staff: 0.15, unknown: 0.35, elsewhere: 2.6 },
  /**
   * Below these an answer is no answer: the share of the question that is covered, and the score, in a library of so many
   * clauses or more, for a question of two words or more. Words are less rare in a smaller one, and scores lower.
   */
  least: { covered: 0.22, score: 5, clauses: 200 },
  /** How near to the best a clause must come to count as the kind of answer that was asked for. */
  near: 0.6,
};
