import { DIMENSIONS, learntWords, SCALE, type Side } from './learnt';
import { isEmptyWord } from './stem';

/** How rare a word must be to count fully (the `a` of SIF weights: Arora, Liang and Ma, 2017). */
const COMMON = 1e-3;
/** What is left of a word that stands in every sentence. */
const EMPTY = 0.05;
/** Numbers of a meaning that is kept are this many times its own. */
export const KEPT = 127;

/** How much a word counts in a sum, by its place among all words: Zipf's law gives its share of everyday English. */
export function weightOf(word: string, rank: number): number {
  return isEmptyWord(word) ? EMPTY : COMMON / (COMMON + 1 / (11 * (rank + 3)));
}

/**
 * What some words mean together, as numbers of length one; all noughts when none of them is known. The nearness of a
 * question and a clause is the larger, from -1 to 1, the likelier the one is answered by the other.
 */
export function meaningOf(words: readonly string[], side: Side): Float32Array {
  const { learnt, places } = learntWords();
  const { ranks, vectors, turns } = learnt;
  const sum = new Float32Array(DIMENSIONS);
  for (const word of new Set(words)) {
    const place = places.get(word);
    if (place === undefined) continue;
    const weight = weightOf(word, ranks[place] ?? 0) / SCALE;
    const from = place * DIMENSIONS;
    for (let at = 0; at < DIMENSIONS; at += 1) sum[at] = (sum[at] ?? 0) + weight * (vectors[from + at] ?? 0);
  }
  return lengthOne(turned(sum, turns[side]));
}

/** A meaning in a quarter of the room. */
export function kept(meaning: Float32Array): Int8Array {
  return Int8Array.from(meaning, (value) => Math.round(value * KEPT));
}

/** How near a meaning is to one of those that are kept one after the other. */
export function nearnessTo(all: Int8Array, place: number, meaning: Float32Array): number {
  const from = place * DIMENSIONS;
  let sum = 0;
  for (let at = 0; at < DIMENSIONS; at += 1) sum += (all[from + at] ?? 0) * (meaning[at] ?? 0);
  return sum / KEPT;
}

function turned(sum: Float32Array, turn: ArrayLike<number>): Float32Array {
  const meaning = new Float32Array(DIMENSIONS);
  for (let from = 0; from < DIMENSIONS; from += 1) {
    const part = sum[from] ?? 0;
    for (let at = 0; at < DIMENSIONS; at += 1)
      meaning[at] = (meaning[at] ?? 0) + part * (turn[from * DIMENSIONS + at] ?? 0);
  }
  return meaning;
}

/** The same direction, with length one; noughts stay noughts. */
export function lengthOne(sum: Float32Array): Float32Array {
  let square = 0;
  for (const value of sum) square += value * value;
  const length = Math.sqrt(square) || 1;
  return sum.map((value) => value / length);
}
