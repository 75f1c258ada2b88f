import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Which words of English stand near which: one short vector a word, from GloVe (public domain, PDDL 1.0), made by
 * `bench/make-near-words.ts`. Read once, at the first question, and shared by all schools.
 */
export interface NearWords {
  readonly dimensions: number;
  /** Where a word stands in order of frequency, from 0; undefined for a word that is not known. */
  rankOf(word: string): number | undefined;
  /** Whole numbers; `SCALE` of them are one. A view, not to be written to. */
  vectorAt(rank: number): Int8Array;
  /** Adds the vector of a word, so many times, to a sum. */
  addTo(sum: Float32Array, rank: number, times: number): void;
}

/** Numbers in the file are this many times the length of a vector of length one. */
export const SCALE = 254;

const FILE = join(dirname(require.resolve('#root')), 'library', 'near-words.bin');

let loaded: NearWords | undefined;

export function nearWords(): NearWords {
  loaded ??= load(readFileSync(FILE));
  return loaded;
}

function load(bytes: Buffer): NearWords {
  const textLength = bytes.readUInt32LE(0);
  const dimensions = bytes.readUInt32LE(4);
  const words = bytes.toString('utf8', 8, 8 + textLength).split('\n');
  const ranks = new Map(words.map((word, rank) => [word, rank] as const));
  const vectors = new Int8Array(bytes.buffer, bytes.byteOffset + 8 + textLength, words.length * dimensions);
  return {
    dimensions,
    rankOf: (word) => ranks.get(word),
    vectorAt: (rank) => vectors.subarray(rank * dimensions, (rank + 1) * dimensions),
    addTo(sum, rank, times) {
      const from = rank * dimensions;
      for (let at = 0; at < dimensions; at += 1) sum[at] = (sum[at] ?? 0) + times * (vectors[from + at] ?? 0);
    },
  };
}
