import { editDistance } from './edit-distance';
import { isEmptyWord, stem, wordsOf } from './stem';

/** What a question comes down to when order, endings and small words are left out. */
export interface Gist {
  /** Stems of the words that say something, each once, in the order of the alphabet. */
  readonly words: readonly string[];
  /** Small words that turn a question into another one: not, before, without. */
  readonly turns: readonly string[];
  /** What kind of answer it wants, where it says so: who, when, how often. */
  readonly asks: string;
  /** Whether the asker speaks of themselves or of others, where it says so. */
  readonly speaks: 'self' | 'others' | '';
}

/** Below this many telling words the small ones have to be the same too: "the minibus?" might be any question. */
const FEWEST_WORDS = 2;
/** From here on a letter may be missing, added or swapped; from the second length on it may also be another. */
const SHORTEST_SLIP = 5;
const SHORTEST_CHANGE = 6;

const TURNS = new Set(
  'before after during without off out up down more most less least few fewer only every other'.split(' '),
);
const DENIES = /^(?:no|not|never|nobody|nothing|none|(?:ca|do|does|did|is|are|was|wo|would|should|could|ai)nt)$/;

const ASKS: readonly (readonly [asks: string, sign: RegExp])[] = [
  ['how often', /\bhow (?:often|regularly|frequently)\b/],
  ['how long', /\bhow long\b/],
  ['how many', /\bhow (?:many|much)\b/],
  ['who', /\bwho(?:s|m|se)?\b/],
  ['when', /\bwhens?\b/],
  ['where', /\bwheres?\b/],
  ['why', /\bwhy\b/],
  ['how', /\bhows?\b/],
];

export function gistOf(question: string): Gist {
  const words = wordsOf(question);
  const telling = words.filter((word) => !isEmptyWord(word)).map(stem);
  const kept = telling.length < FEWEST_WORDS ? words.map(stem) : telling;
  const plain = words.join(' ');
  return {
    words: [...new Set(kept)].sort(),
    turns: [...new Set(words.flatMap(turnOf))].sort(),
    asks: ASKS.find(([, sign]) => sign.test(plain))?.[0] ?? '',
    speaks: speakerOf(plain),
  };
}

/**
 * Whether two questions are the same in other words: the same telling words in any order and with any ending, but for one
 * slip of the keyboard; the same kind of answer wanted, of the same people. In doubt they are two questions: a clause
 * that a person chose for one must not be given for another.
 */
export function isSameQuestion(one: Gist, other: Gist): boolean {
  if (one.words.length === 0 || one.words.length !== other.words.length) return false;
  if (one.asks !== other.asks || one.turns.join() !== other.turns.join()) return false;
  if (one.speaks !== '' && other.speaks !== '' && one.speaks !== other.speaks) return false;
  const here = one.words.filter((word) => !other.words.includes(word));
  const there = other.words.filter((word) => !one.words.includes(word));
  const [mine, ...more] = here;
  if (mine === undefined) return true;
  return more.length === 0 && one.words.length >= FEWEST_WORDS && isSlip(mine, there[0] ?? '');
}

function turnOf(word: string): string[] {
  if (DENIES.test(word)) return ['not'];
  return TURNS.has(word) ? [word] : [];
}

function speakerOf(plain: string): Gist['speaks'] {
  if (/\b(?:i|we|me|my|our|us|im|ive|mine)\b/.test(plain)) return 'self';
  return /\b(?:they|them|their|he|him|his|she|her)\b/.test(plain) ? 'others' : '';
}

function isSlip(one: string, other: string): boolean {
  const shortest = Math.min(one.length, other.length);
  if (shortest < SHORTEST_SLIP || one[0] !== other[0] || /\d/.test(one + other)) return false;
  const isChange = one.length === other.length && [...one].sort().join() !== [...other].sort().join();
  return (!isChange || shortest >= SHORTEST_CHANGE) && editDistance(one, other) === 1;
}
