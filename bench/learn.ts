import type { Learnt, Side } from '../library/learnt';
import { weightOf } from '../library/meaning';
import { wordsOf } from '../library/stem';
import type { Topic } from './topics';
import { addTo, chance, dot, identity, lengthOne, through } from './vectors';

export interface Start {
  readonly word: string;
  readonly rank: number;
  readonly vector: Float64Array;
}

/** What is learnt: a vector a word, and for each side a matrix that turns a sum of them into a meaning. */
interface Model {
  readonly vectors: Float64Array[];
  readonly turns: Readonly<Record<Side, Float64Array[]>>;
}

interface Phrase {
  readonly topic: number;
  readonly words: readonly number[];
}

interface Made extends Phrase {
  readonly sum: Float64Array;
  readonly length: number;
  readonly meaning: Float64Array;
}

const ROUNDS = 12;
const BATCH = 64;
/** Models begin alike and see the phrases in another order; their average is steadier than any of them. */
const MODELS = 4;
/** How sharply the right clause is to stand out from the others of a batch. */
const SHARPNESS = 10;
const STEP = { vectors: 2.4, turns: 0.04 } as const;
/** The share of words that is left out of a phrase each time, so that none of them is relied on. */
const LEFT_OUT = 0.15;

/**
 * Learns to put a question near the clause that answers it: in each batch every question is drawn to a clause of its own
 * topic and pushed away from those of the others (InfoNCE, van den Oord and others, 2018).
 */
export function learn(start: readonly Start[], topics: readonly Topic[]): Learnt {
  const places = new Map(start.map(({ word }, place) => [word, place] as const));
  const phrasesOf = (texts: readonly string[], topic: number): Phrase[] =>
    texts.map((text) => ({ topic, words: [...new Set(wordsOf(text))].flatMap((word) => places.get(word) ?? []) }));
  const questions = topics.flatMap((topic, index) => phrasesOf(topic.staff, index));
  const clauses = topics.map((topic, index) => phrasesOf(topic.policy, index));
  const weights = start.map(({ word, rank }) => weightOf(word, rank));

  const models = Array.from({ length: MODELS }, (_, seed) =>
    train(start, weights, questions, clauses, chance(seed + 1)),
  );
  return { words: start.map(({ word }) => word), ranks: start.map(({ rank }) => rank), ...average(models) };
}

function train(
  start: readonly Start[],
  weights: readonly number[],
  questions: readonly Phrase[],
  clauses: readonly (readonly Phrase[])[],
  random: () => number,
): Model {
  const size = start[0]?.vector.length ?? 0;
  const model: Model = {
    vectors: start.map(({ vector }) => vector.slice()),
    turns: { question: identity(size), clause: identity(size) },
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = questions.map((phrase) => ({ phrase, by: random() })).sort((one, other) => one.by - other.by);
    for (let from = 0; from < order.length; from += BATCH) {
      const asked = order.slice(from, from + BATCH).map(({ phrase }) => thinned(phrase, random));
      const said = asked.map(({ topic }) => thinned(pick(clauses[topic] ?? [], random), random));
      const made = {
        question: asked.map((phrase) => make(phrase, model, weights, 'question')),
        clause: said.map((phrase) => make(phrase, model, weights, 'clause')),
      };
      const pulls = pullsOf(made.question, made.clause);
      for (const side of ['question', 'clause'] as const)
        for (const [place, one] of made[side].entries()) move(one, pulls[side][place], model, weights, side);
    }
  }
  return model;
}

function pick(phrases: readonly Phrase[], random: () => number): Phrase {
  return phrases[Math.floor(random() * phrases.length)] ?? { topic: -1, words: [] };
}

function thinned({ topic, words }: Phrase, random: () => number): Phrase {
  const left = words.filter(() => random() > LEFT_OUT);
  return { topic, words: left.length > 0 ? left : words };
}

function make(phrase: Phrase, model: Model, weights: readonly number[], side: Side): Made {
  const sum = new Float64Array(model.vectors[0]?.length ?? 0);
  for (const word of phrase.words) addTo(sum, weights[word] ?? 0, model.vectors[word] ?? sum);
  const turned = through(sum, model.turns[side]);
  return { ...phrase, sum, length: Math.sqrt(dot(turned, turned)) || 1, meaning: lengthOne(turned) };
}

/** For each meaning of a batch, the direction in which the loss grows. */
function pullsOf(questions: readonly Made[], clauses: readonly Made[]): Record<Side, Float64Array[]> {
  const pulls = {
    question: questions.map(({ sum }) => new Float64Array(sum.length)),
    clause: clauses.map(({ sum }) => new Float64Array(sum.length)),
  };
  for (const [place, question] of questions.entries()) {
    const nearness = clauses.map((clause) => Math.exp(SHARPNESS * (dot(question.meaning, clause.meaning) - 1)));
    const all = nearness.reduce((sum, value) => sum + value, 0);
    const right = clauses.filter(({ topic }) => topic === question.topic).length;
    for (const [other, clause] of clauses.entries()) {
      const wanted = clause.topic === question.topic ? 1 / right : 0;
      const pull = ((nearness[other] ?? 0) / all - wanted) * (SHARPNESS / questions.length);
      addTo(pulls.question[place] ?? clause.sum, pull, clause.meaning);
      addTo(pulls.clause[other] ?? question.sum, pull, question.meaning);
    }
  }
  return pulls;
}

/** One step against the pull: through the length, the matrix and the words, in the manner of back-propagation. */
function move(made: Made, pull: Float64Array | undefined, model: Model, weights: readonly number[], side: Side): void {
  if (!pull) return;
  const along = dot(pull, made.meaning);
  const onTurned = pull.map((value, at) => (value - along * (made.meaning[at] ?? 0)) / made.length);
  const onSum = Float64Array.from(model.turns[side], (line) => dot(line, onTurned));
  for (const [at, line] of model.turns[side].entries()) addTo(line, -STEP.turns * (made.sum[at] ?? 0), onTurned);
  for (const word of made.words) addTo(model.vectors[word] ?? pull, -STEP.vectors * (weights[word] ?? 0), onSum);
}

function average(models: readonly Model[]): Pick<Learnt, 'vectors' | 'turns'> {
  const mean = (rowsOf: (model: Model) => readonly Float64Array[]): number[] => {
    const [first = [], ...others] = models.map(rowsOf);
    return first.flatMap((row, place) => {
      const sum = row.map((value) => value / models.length);
      for (const rows of others) addTo(sum, 1 / models.length, rows[place] ?? row);
      return Array.from(sum);
    });
  };
  return {
    vectors: mean(({ vectors }) => vectors),
    turns: { question: mean(({ turns }) => turns.question), clause: mean(({ turns }) => turns.clause) },
  };
}
