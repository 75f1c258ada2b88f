import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isEmptyWord, wordsOf } from './stem';

/** Whether a text asks or settles: the same words are turned another way for each. */
export type Side = 'question' | 'clause';

/** What was learnt of words: `bench/learn-meaning.ts` says from what. */
export interface Meanings {
  readonly words: readonly string[];
  /** The place of each word among all of everyday English, the commonest first, from 0. */
  readonly ranks: readonly number[];
  readonly vectors: readonly ArrayLike<number>[];
  /** For each side, the rows of the matrix that turns a sum of vectors into a meaning. */
  readonly turns: Readonly<Record<Side, readonly ArrayLike<number>[]>>;
}

const FILE = join(dirname(require.resolve('#root')), 'library', 'meanings.bin');
/** Vectors are kept in whole numbers of a byte: so many of them are one. */
const SCALE = 84;
/** How rare a word must be to count fully (the `a` of SIF weights: Arora, Liang and Ma, 2017). */
const COMMON = 1e-3;

/** What is left of a word that stands in every sentence. */
const EMPTY = 0.05;

/** How much a word counts in a sum, by its place among all words: Zipf's law gives its share of everyday English. */
export function weightOf(word: string, rank: number): number {
  return isEmptyWord(word) ? EMPTY : COMMON / (COMMON + 1 / (11 * (rank + 3)));
}

let loaded: { readonly meanings: Meanings; readonly places: ReadonlyMap<string, number> } | undefined;

function known() {
  if (!loaded) {
    const meanings = unpackMeanings(readFileSync(FILE));
    loaded = { meanings, places: new Map(meanings.words.map((word, place) => [word, place] as const)) };
  }
  return loaded;
}

/**
 * What a text means, as a row of numbers of length one; all noughts when none of its words is known. The product of a
 * question's and a clause's is the larger, from -1 to 1, the likelier the one is answered by the other.
 */
export function meaningOf(text: string, side: Side): Float32Array {
  const { meanings, places } = known();
  const turns = meanings.turns[side];
  const sum = new Float32Array(turns.length);
  for (const word of new Set(wordsOf(text))) {
    const place = places.get(word);
    const vector = place === undefined ? undefined : meanings.vectors[place];
    if (place === undefined || vector === undefined) continue;
    const weight = weightOf(word, meanings.ranks[place] ?? 0) / SCALE;
    for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + weight * (vector[at] ?? 0);
  }
  const meaning = new Float32Array(turns.length);
  for (const [from, line] of turns.entries()) {
    const part = sum[from] ?? 0;
    for (let at = 0; at < meaning.length; at += 1) meaning[at] = (meaning[at] ?? 0) + part * (line[at] ?? 0);
  }
  let square = 0;
  for (const value of meaning) square += value * value;
  const length = Math.sqrt(square) || 1;
  return meaning.map((value) => value / length);
}

/** Four counts, the words, their ranks, the two matrices, and the vectors in bytes. */
export function packMeanings({ words, ranks, vectors, turns }: Meanings): Buffer {
  const text = Buffer.from(words.join('\n').padEnd(Math.ceil(words.join('\n').length / 4) * 4, '\n'));
  const size = turns.question.length;
  const numbers = [...turns.question, ...turns.clause].flatMap((row) => Array.from(row));
  const bytes = vectors.flatMap((row) =>
    Array.from(row, (value) => Math.max(-127, Math.min(127, Math.round(value * SCALE)))),
  );
  return Buffer.concat([
    Buffer.from(Uint32Array.of(text.length, words.length, size).buffer),
    text,
    Buffer.from(Uint32Array.from(ranks).buffer),
    Buffer.from(Float32Array.from(numbers).buffer),
    Buffer.from(Int8Array.from(bytes).buffer),
  ]);
}

function unpackMeanings(file: Buffer): Meanings {
  // A copy of its own begins where numbers of four bytes may begin.
  const bytes = new Uint8Array(file).buffer;
  const [text = 0, count = 0, size = 0] = new Uint32Array(bytes, 0, 3);
  const ranksAt = 12 + text;
  const turnsAt = ranksAt + 4 * count;
  const vectorsAt = turnsAt + 8 * size * size;
  const rows = Array.from({ length: 2 * size }, (_, row) => new Float32Array(bytes, turnsAt + 4 * size * row, size));
  return {
    words: new TextDecoder()
      .decode(new Uint8Array(bytes, 12, text))
      .trimEnd()
      .split('\n'),
    ranks: Array.from(new Uint32Array(bytes, ranksAt, count)),
    vectors: Array.from({ length: count }, (_, row) => new Int8Array(bytes, vectorsAt + size * row, size)),
    turns: { question: rows.slice(0, size), clause: rows.slice(size) },
  };
}
