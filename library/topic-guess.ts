import { DIMENSIONS } from './learnt';
import { type Both, both, nearnessToBoth } from './both-at-once';
import { lengthOne } from './meaning';
import { mostOf } from './most-of';
import { type TopicStore, topicStore } from './topic-store';

/** What a question seems to be about, among all topics that Lantern knows. */
export interface TopicGuess {
  /** How near the best of what any policy might say comes. Where the policy at hand has nothing so near, it may not say. */
  readonly settled: number;
  /** What a policy would mean that settles it. */
  readonly meaning: Float32Array;
  /** The stems that such a policy would use, by how telling they are; the dozen most telling are 1 together. */
  readonly terms: ReadonlyMap<string, number>;
}

const TOPICS = 8;
/** How much less the second likeliest topic counts than the first. */
const SHARPNESS = 12;
/** A question is near a topic by what others ask of it, and half as much by what policies say of it. */
const SETTLED = 0.5;
const TELLING = 12;

/** Guesses the topics of a question from its meaning. */
export function guessTopics(question: Float32Array, store: TopicStore = topicStore()): TopicGuess {
  const near = new Float32Array(store.terms.length);
  const scores = new Float32Array(store.terms.length);
  nearnessToBoth(tablesOf(store), question, near, scores);
  let settled = -1;
  for (let topic = 0; topic < scores.length; topic += 1) {
    const one = near[topic] ?? 0;
    settled = Math.max(settled, one);
    scores[topic] = (scores[topic] ?? 0) + SETTLED * one;
  }
  const likeliest = mostOf(scores, TOPICS);
  const most = scores[likeliest[0] ?? 0] ?? 0;
  const odds = likeliest.map((topic) => Math.exp(SHARPNESS * ((scores[topic] ?? 0) - most)));
  const all = odds.reduce((sum, value) => sum + value, 0);
  const shares = likeliest.map((topic, place) => [topic, (odds[place] ?? 0) / all] as const);
  return {
    settled,
    meaning: meaningOfTopics(shares, store),
    terms: termsIn(shares, store),
  };
}

const tables = new WeakMap<TopicStore, Both>();

function tablesOf(store: TopicStore): Both {
  const known = tables.get(store);
  if (known) return known;
  const made = both(store.settles, store.asks);
  tables.set(store, made);
  return made;
}

type Shares = readonly (readonly [topic: number, share: number])[];

function meaningOfTopics(shares: Shares, { settles }: TopicStore): Float32Array {
  const sum = new Float32Array(DIMENSIONS);
  for (const [topic, share] of shares)
    for (let at = 0; at < DIMENSIONS; at += 1)
      sum[at] = (sum[at] ?? 0) + share * (settles[topic * DIMENSIONS + at] ?? 0);
  return lengthOne(sum);
}

function termsIn(shares: Shares, { terms, stems }: TopicStore): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [topic, share] of shares) {
    for (const { stem, weight } of terms[topic] ?? []) {
      const word = stems[stem] ?? '';
      weights.set(word, (weights.get(word) ?? 0) + share * weight);
    }
  }
  const most = [...weights.values()].sort((one, other) => other - one).slice(0, TELLING);
  const whole = most.reduce((sum, value) => sum + value, 0) || 1;
  return new Map([...weights].map(([word, weight]) => [word, weight / whole]));
}
