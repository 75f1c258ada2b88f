import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DIMENSIONS, type Side } from '../library/learnt';
import { kept, lengthOne, meaningOf } from '../library/meaning';
import { isEmptyWord, stem, wordsOf } from '../library/stem';
import { packTopics } from '../library/topic-store';
import { readTopics } from './topics';

/**
 * Makes `library/topics.bin` from `library/topics/*.txt` and `library/learnt.bin`: what is asked of each topic, what
 * policies say of it, and in which words. Run it (`npm run learn:topics`) after `bench/learn-meaning.ts`; the same input gives the same file.
 */

/** A stem counts fully in a topic that has it in two of three sentences. */
const OFTEN = 1.5;
const MOST_TERMS = 60;

const library = join(dirname(require.resolve('#root')), 'library');
const topics = readTopics(join(library, 'topics'));

const counts = topics.map(({ policy }) => countStems(policy));
const holders = new Map<string, number>();
for (const own of counts) for (const word of own.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
const stems = [...holders.keys()].sort();
const numbers = new Map(stems.map((word, number) => [word, number] as const));
const rarest = rarityOf(1);

const terms = topics.map(({ policy }, topic) =>
  [...(counts[topic] ?? [])]
    .map(([word, count]) => ({
      stem: numbers.get(word) ?? 0,
      weight: Math.round(
        (255 * Math.min(1, (OFTEN * count) / policy.length) * rarityOf(holders.get(word) ?? 1)) / rarest,
      ),
    }))
    .sort((one, other) => other.weight - one.weight || one.stem - other.stem)
    .slice(0, MOST_TERMS),
);

writeFileSync(
  join(library, 'topics.bin'),
  packTopics({
    asks: Int8Array.from(topics.flatMap(({ staff }) => [...kept(meanOf(staff, 'question'))])),
    settles: Int8Array.from(topics.flatMap(({ policy }) => [...kept(meanOf(policy, 'clause'))])),
    stems,
    terms,
  }),
);
process.stdout.write(`${topics.length} topics, ${stems.length} stems, ${terms.flat().length} terms\n`);

function countStems(phrases: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of phrases.flatMap(wordsOf))
    if (!isEmptyWord(word)) counts.set(stem(word), (counts.get(stem(word)) ?? 0) + 1);
  return counts;
}

function rarityOf(holding: number): number {
  return Math.log((topics.length + 1) / (holding + 0.5));
}

function meanOf(phrases: readonly string[], side: Side): Float32Array {
  const sum = new Float32Array(DIMENSIONS);
  for (const phrase of phrases)
    for (const [at, value] of meaningOf(wordsOf(phrase), side).entries()) sum[at] = (sum[at] ?? 0) + value;
  return lengthOne(sum);
}
