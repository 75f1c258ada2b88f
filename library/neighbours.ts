import type { Meaning } from './phrases';
import { nearnessOf } from './meaning';
import { nearWords, SCALE } from './near-words';
import { isEmptyWord, stem } from './stem';

/** Nearer than this, as a cosine, is near; further is chance. */
const LEAST_NEAR = 0.5;
const MOST_NEIGHBOURS = 8;
/** Words whose neighbours are kept at hand: more than a term of questions brings. */
const MOST_REMEMBERED = 5000;

/** Finds, for a word of a question, the words of these texts that stand near it in everyday English. */
export function neighboursAmong(vocabulary: Iterable<string>): (word: string) => readonly Meaning[] {
  let ranks: { readonly rank: number; readonly term: string }[] | undefined;
  const remembered = new Map<string, readonly Meaning[]>();

  return function neighboursOf(word) {
    const before = remembered.get(word);
    if (before) return before;
    ranks ??= [...vocabulary].flatMap((known) => {
      const rank = known.length < 3 || isEmptyWord(known) ? undefined : nearWords().rankOf(known);
      return rank === undefined ? [] : [{ rank, term: stem(known) }];
    });
    const found = nearest(word, ranks);
    if (remembered.size < MOST_REMEMBERED) remembered.set(word, found);
    return found;
  };
}

function nearest(word: string, among: readonly { readonly rank: number; readonly term: string }[]): Meaning[] {
  const rank = nearWords().rankOf(word);
  if (rank === undefined) return [];
  const own = nearWords().vectorAt(rank);
  const best = new Map<string, number>();
  for (const other of among) {
    const nearness = nearnessOf(own, nearWords().vectorAt(other.rank)) / (SCALE * SCALE);
    if (nearness >= LEAST_NEAR) best.set(other.term, Math.max(nearness, best.get(other.term) ?? 0));
  }
  return [...best]
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_NEIGHBOURS)
    .map(([term, nearness]) => ({ term, weight: (nearness - LEAST_NEAR) / (1 - LEAST_NEAR) }));
}
