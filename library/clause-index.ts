import { audienceOfClause } from './audience-of-clause';
import { termAudience } from './audience-of-term';
import type { Clause } from './document';
import type { HeldPolicy } from './found';
import { DIMENSIONS } from './learnt';
import { kept, meaningOf, nearnessTo } from './meaning';
import { mender } from './mend';
import { termsOf } from './phrases';
import { type Counted, type Postings, postingsOf } from './postings';
import type { Audience } from './question';
import { wordsOf } from './stem';
import { WEIGHTS } from './weights';

/** One clause in the index, with what is worked out once and asked often. */
export interface Entry {
  readonly id: number;
  readonly policy: string;
  readonly clause: Clause;
  readonly audience: Audience;
}

/** A heading counts less than the one below it by this. */
const FURTHER_UP = 0.7;

export interface ClauseIndex {
  readonly entries: readonly Entry[];
  /** Where the clauses of one policy begin and end, or those of all. */
  rangeOf(policy: string | undefined): readonly [from: number, to: number];
  /** Whether a policy, or any of all, has a term in its title, which stands above whatever it says. */
  isTitled(term: string, policy: string | undefined): boolean;
  /** Clauses that hold a term. */
  holding(term: string): Postings | undefined;
  /** How likely a clause answers a question of this meaning, from -1 to 1: with its heading and introduction, or alone. */
  nearness(entry: number, meaning: Float32Array, as: 'whole' | 'alone'): number;
  /** The word of the library or of the table of staff's words that a slip of the keyboard meant. */
  mend(word: string): string | undefined;
}

/** Builds the index over every clause of every policy. Linear in the words read. */
export function indexClauses(held: readonly HeldPolicy[]): ClauseIndex {
  const entries: Entry[] = [];
  const counted: Counted[] = [];
  const vocabulary = new Set<string>();
  const size = held.reduce((sum, { document }) => sum + document.clauses.length, 0) * DIMENSIONS;
  const meanings = { whole: new Int8Array(size), alone: new Int8Array(size) };
  const ranges = new Map<string, readonly [from: number, to: number]>();
  const titles = new Map<string, ReadonlySet<string>>();
  for (const { policy, document } of held) {
    titles.set(policy.id, new Set(termsOf(wordsOf(document.title))));
    ranges.set(policy.id, [entries.length, entries.length + document.clauses.length]);
    const read = reader();
    const ofTerm = termAudience(document);
    for (const clause of document.clauses) {
      const text = wordsOf(clause.text);
      const [intro, path] = [read(clause.intro ?? ''), clause.path.map(read)];
      const columns = clause.table === undefined ? [] : (document.tables[clause.table]?.columns ?? []);
      const head = columns.map(read);
      const all = [...text, ...intro, ...path.flat()];
      counted.push(countIn(text, intro, path, head));
      const at = entries.length * DIMENSIONS;
      meanings.whole.set(kept(meaningOf([...(path.at(-1) ?? []), ...intro, ...text], 'clause')), at);
      meanings.alone.set(kept(meaningOf(text, 'clause')), at);
      for (const word of all) vocabulary.add(word);
      entries.push({
        id: entries.length,
        policy: policy.id,
        clause,
        audience: audienceOfClause(clause, columns, ofTerm),
      });
    }
  }
  const postings = postingsOf(counted);
  return {
    entries,
    rangeOf: (policy) => (policy === undefined ? [0, entries.length] : (ranges.get(policy) ?? [0, 0])),
    isTitled: (term, policy) =>
      policy === undefined
        ? [...titles.values()].some((title) => title.has(term))
        : (titles.get(policy)?.has(term) ?? false),
    holding: (term) => postings.get(term),
    nearness: (entry, meaning, as) => nearnessTo(meanings[as], entry, meaning),
    mend: mender(vocabulary),
  };
}

/** Headings and introducing sentences stand above many clauses; each is read once. */
function reader(): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return function read(text) {
    const words = known.get(text) ?? wordsOf(text);
    known.set(text, words);
    return words;
  };
}

type Words = readonly string[];

function countIn(text: Words, intro: Words, path: readonly Words[], head: readonly Words[]): Counted {
  const counts = { text: new Map<string, number>(), around: new Map<string, number>() };
  count(text, 1, counts.text);
  count(intro, WEIGHTS.intro, counts.around);
  for (const [up, heading] of [...path].reverse().entries())
    count(heading, WEIGHTS.path * FURTHER_UP ** up, counts.around);
  for (const column of head) count(column, WEIGHTS.head, counts.around);
  return counts;
}

function count(words: Words, weight: number, into: Map<string, number>): void {
  for (const term of termsOf(words)) into.set(term, (into.get(term) ?? 0) + weight);
}
