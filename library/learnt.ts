import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whether a text asks or settles: the same words are turned another way for each. */
export type Side = 'question' | 'clause';

/**
 * What Lantern has learnt of words: a short vector each, and a matrix for each side. They start from GloVe (public
 * domain, PDDL 1.0) and are taught by `library/topics/`; `bench/learn-meaning.ts` makes the file. Read once, at the first
 * question, and shared by all schools.
 */
export interface Learnt {
  readonly words: readonly string[];
  /** The place of each word among those of everyday English, the commonest first, from 0. */
  readonly ranks: ArrayLike<number>;
  /** Row after row, in whole numbers: `SCALE` of them are one. */
  readonly vectors: ArrayLike<number>;
  /** For each side, row after row, what turns a sum of vectors into a meaning. */
  readonly turns: Readonly<Record<Side, ArrayLike<number>>>;
}

/** Numbers of one vector. */
export const DIMENSIONS = 100;
export const SCALE = 84;

const FILE = join(dirname(require.resolve('#root')), 'library', 'learnt.bin');

let loaded: { readonly learnt: Learnt; readonly places: ReadonlyMap<string, number> } | undefined;

/** What was learnt, and where each word stands in it. */
export function learntWords(): { readonly learnt: Learnt; readonly places: ReadonlyMap<string, number> } {
  if (!loaded) {
    const learnt = unpack(readFileSync(FILE));
    loaded = { learnt, places: new Map(learnt.words.map((word, place) => [word, place] as const)) };
  }
  return loaded;
}

/** Two counts, the words, their ranks, the two matrices, and the vectors in bytes. */
export function pack({ words, ranks, vectors, turns }: Learnt): Buffer {
  const text = Buffer.from(words.join('\n'));
  const room = Buffer.alloc((4 - (text.length % 4)) % 4, '\n');
  const bytes = Int8Array.from(vectors, (value) => Math.max(-127, Math.min(127, Math.round(value * SCALE))));
  return Buffer.concat(
    [
      Uint32Array.of(text.length + room.length, words.length),
      text,
      room,
      Uint32Array.from(ranks),
      Float32Array.from(turns.question),
      Float32Array.from(turns.clause),
      bytes,
    ].map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)),
  );
}

function unpack(file: Buffer): Learnt {
  // A copy of its own begins where numbers of four bytes may begin.
  const { buffer } = new Uint8Array(file);
  const [text = 0, count = 0] = new Uint32Array(buffer, 0, 2);
  const ranksAt = 8 + text;
  const questionAt = ranksAt + 4 * count;
  const clauseAt = questionAt + 4 * DIMENSIONS * DIMENSIONS;
  return {
    words: new TextDecoder()
      .decode(new Uint8Array(buffer, 8, text))
      .trimEnd()
      .split('\n'),
    ranks: new Uint32Array(buffer, ranksAt, count),
    vectors: new Int8Array(buffer, clauseAt + 4 * DIMENSIONS * DIMENSIONS, count * DIMENSIONS),
    turns: {
      question: new Float32Array(buffer, questionAt, DIMENSIONS * DIMENSIONS),
      clause: new Float32Array(buffer, clauseAt, DIMENSIONS * DIMENSIONS),
    },
  };
}
