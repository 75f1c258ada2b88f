import { nearWords, SCALE } from './near-words';
import { isEmptyWord } from './stem';

/** How rare a word of everyday English must be to count fully in the meaning of a sentence (the `a` of SIF weights). */
const COMMON = 1e-3;

/** The rough meaning of some words: the average of their vectors, rare words first, brought to length one. */
export function meaningOf(words: readonly string[]): Float32Array {
  const near = nearWords();
  const sum = new Float32Array(near.dimensions);
  for (const word of words) {
    const rank = isEmptyWord(word) ? undefined : near.rankOf(word);
    if (rank === undefined) continue;
    const weight = COMMON / (COMMON + 1 / (12 * (rank + 3)));
    near.addTo(sum, rank, weight);
  }
  return toLengthOne(sum);
}

/** The cosine of two meanings of length one, as far as the first is kept as whole numbers of `SCALE`. */
export function nearnessOf(one: Int8Array, other: Int8Array | Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

/** A meaning in a quarter of the room. */
export function packed(meaning: Float32Array): Int8Array {
  return Int8Array.from(meaning, (value) => Math.max(-127, Math.min(127, Math.round(value * SCALE))));
}

function toLengthOne(sum: Float32Array): Float32Array {
  let square = 0;
  for (const value of sum) square += value * value;
  const length = Math.sqrt(square) || 1;
  return sum.map((value) => value / length);
}
