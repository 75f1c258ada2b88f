import type { ClauseIndex } from './clause-index';
import { meaningOf } from './meaning';
import { mostOf } from './most-of';
import type { Meaning } from './phrases';
import type { Postings } from './postings';
import type { Notion, Question } from './question';
import { guessTopics, type TopicGuess } from './topic-guess';
import { WEIGHTS } from './weights';

/** How one clause meets a question; sums over its notions, each weighed by how rare it is. */
export interface Match {
  readonly entry: number;
  readonly inText: number;
  readonly around: number;
  /** The better of the two, notion by notion. */
  readonly best: number;
  /** The rarity of the notions that it has at all. */
  readonly covered: number;
  /** Of these, the part that it has in the very words that were typed. */
  readonly exact: number;
  /** The best of the clauses before and after it. */
  readonly beside: number;
  /** How near what it means is to the question, with its heading and introduction, and by its own words alone. */
  readonly meaning: number;
  readonly meaningAlone: number;
  /** The same for what the topics of the question would have a policy say, and the words that they would use. */
  readonly topic: number;
  readonly topicAlone: number;
  readonly topicWords: number;
}

export interface Matched {
  /** Those that come nearest by their words, and those that come nearest by what they mean. */
  readonly matches: readonly Match[];
  /** The rarity of all notions of the question, matched or not. */
  readonly whole: number;
  /** What a word of one clause alone is worth here: more in a larger library. */
  readonly scale: number;
  /** The part of it that no clause has, nor anything it may mean: by where the words are known from. */
  readonly missing: Readonly<Record<Notion['from'], number>>;
  readonly guess: TopicGuess;
}

/** A word that stands above a clause, beside one in it. */
const ABOVE = 0.6;

/** How many clauses are looked at closely, because of their words and because of what they mean. */
const LOOKED_AT = { words: 60, meaning: 30 } as const;

const NOWHERE: Postings = { clauses: new Uint32Array(), inText: new Float32Array(), around: new Float32Array() };

const SUMS = ['inText', 'around', 'best', 'covered', 'exact'] as const;
type Sums = Record<(typeof SUMS)[number], Float32Array>;

/** Matches questions with the clauses of one index. Its working arrays are made once and cleared after each question. */
export function matcherOf(index: ClauseIndex): (question: Question, policy?: string) => Matched {
  const size = index.entries.length;
  const array = () => new Float32Array(size);
  const sums: Sums = {
    inText: array(),
    around: array(),
    best: array(),
    covered: array(),
    exact: array(),
  };
  const [inText, around, expected] = [array(), array(), array()];
  const seen = new Uint8Array(size);

  let [from, to] = [0, size];

  return function match(question, policy) {
    [from, to] = index.rangeOf(policy);
    const touched: number[] = [];
    const missing = { staff: 0, unknown: 0, elsewhere: 0 };
    let whole = 0;
    for (const notion of question.notions) {
      const rarity = rarityOf(notion.terms);
      const isKnown = add(notion, notion.terms, rarity, 'covered', touched);
      const exact = notion.terms.filter(({ isTyped }) => isTyped);
      if (isKnown && exact.length > 0) add(notion, exact, rarity, 'exact', touched);
      whole += rarity;
      if (notion.elsewhere !== undefined && !isHeadedBy(notion.elsewhere) && !index.isTitled(notion.elsewhere, policy))
        missing.elsewhere += rarity;
      else if (!isKnown) missing[notion.from] += rarity;
    }
    const meaning = meaningOf(question.words, 'question');
    const near = new Set([...nearestByWords(touched), ...nearestByMeaning(meaning)]);
    const guess = guessTopics(meaning);
    addExpected(guess);
    const matches = [...near].map((entry) => matchAt(entry, meaning, guess));
    expected.fill(0);
    for (const name of SUMS) for (const entry of touched) sums[name][entry] = 0;
    return { matches, whole, scale: Math.log(size + 1), missing, guess };
  };

  /** Whether a heading in range has a word: said in passing, "lunch" makes no policy on phones a policy on meals. */
  function isHeadedBy(term: string): boolean {
    const { clauses, around: above } = index.holding(term) ?? NOWHERE;
    return clauses.some((clause, at) => clause >= from && clause < to && (above[at] ?? 0) > 0);
  }

  /** How rare what a notion may mean is in the whole library. */
  function rarityOf(terms: readonly Meaning[]): number {
    let holders = 0;
    for (const { term } of terms) {
      for (const clause of index.holding(term)?.clauses ?? []) {
        if (seen[clause] === 1) continue;
        seen[clause] = 1;
        holders += 1;
      }
    }
    for (const { term } of terms) for (const clause of index.holding(term)?.clauses ?? []) seen[clause] = 0;
    return Math.max(0.1, Math.log((size + 1) / (holders + 0.5)));
  }

  /** Adds what a notion brings to each clause in range that has one of its terms; false where none has. */
  function add(
    notion: Notion,
    terms: readonly Meaning[],
    rarity: number,
    as: 'covered' | 'exact',
    touched: number[],
  ): boolean {
    const holders: number[] = [];
    for (const { term, weight } of terms) {
      const postings = index.holding(term);
      if (postings === undefined) continue;
      const { clauses, inText: texts, around: arounds } = postings;
      const own = Math.log((size + 1) / (clauses.length + 0.5));
      const worth = weight * (WEIGHTS.ownRarity * own + (1 - WEIGHTS.ownRarity) * rarity);
      for (let at = 0; at < clauses.length; at += 1) {
        const clause = clauses[at] ?? 0;
        if (clause < from || clause >= to) continue;
        const above = arounds[at] ?? 0;
        if (notion.from === 'elsewhere' && above === 0 && !index.isTitled(term, index.entries[clause]?.policy))
          continue;
        if (seen[clause] === 0) {
          seen[clause] = 1;
          holders.push(clause);
        }
        inText[clause] = Math.max(inText[clause] ?? 0, worth * (texts[at] ?? 0));
        around[clause] = Math.max(around[clause] ?? 0, worth * above);
      }
    }
    for (const clause of holders) {
      const [text, above] = [inText[clause] ?? 0, around[clause] ?? 0];
      if (sums.covered[clause] === 0) touched.push(clause);
      if (as === 'covered') {
        increase(sums.inText, clause, text);
        increase(sums.around, clause, above);
        increase(sums.best, clause, Math.max(text, above));
        increase(sums.covered, clause, rarity);
      } else increase(sums[as], clause, Math.max(text, above));
      inText[clause] = 0;
      around[clause] = 0;
      seen[clause] = 0;
    }
    return holders.length > 0;
  }

  /** Adds what each clause has of the words that the likeliest topics would use. */
  function addExpected({ terms }: TopicGuess): void {
    for (const [term, weight] of terms) {
      const { clauses, inText: texts } = index.holding(term) ?? NOWHERE;
      for (let at = 0; at < clauses.length; at += 1)
        increase(expected, clauses[at] ?? 0, (texts[at] ?? 0) > 0 ? weight : ABOVE * weight);
    }
  }

  function nearestByWords(touched: readonly number[]): number[] {
    const places = mostOf(
      Float32Array.from(touched, (entry) => sums.best[entry] ?? 0),
      LOOKED_AT.words,
    );
    return places.map((place) => touched[place] ?? 0);
  }

  /** A clause without any word of the question may be the one that answers it. */
  function nearestByMeaning(meaning: Float32Array): number[] {
    const nearness = new Float32Array(to - from);
    for (let place = 0; place < nearness.length; place += 1)
      nearness[place] = index.nearness(from + place, meaning, 'whole');
    return mostOf(nearness, LOOKED_AT.meaning).map((place) => from + place);
  }

  function matchAt(entry: number, meaning: Float32Array, guess: TopicGuess): Match {
    return {
      entry,
      inText: sums.inText[entry] ?? 0,
      around: sums.around[entry] ?? 0,
      best: sums.best[entry] ?? 0,
      covered: sums.covered[entry] ?? 0,
      exact: sums.exact[entry] ?? 0,
      beside: Math.max(sums.best[entry - 1] ?? 0, sums.best[entry + 1] ?? 0),
      meaning: index.nearness(entry, meaning, 'whole'),
      meaningAlone: index.nearness(entry, meaning, 'alone'),
      topic: index.nearness(entry, guess.meaning, 'whole'),
      topicAlone: index.nearness(entry, guess.meaning, 'alone'),
      topicWords: expected[entry] ?? 0,
    };
  }
}

function increase(array: Float32Array, at: number, by: number): void {
  array[at] = (array[at] ?? 0) + by;
}
