import { WORDS_FOR_ACTS } from './words-for-acts';
import { WORDS_FOR_PEOPLE } from './words-for-people';
import { WORDS_FOR_RULES } from './words-for-rules';
import { WORDS_FOR_THINGS } from './words-for-things';

/**
 * The words that staff type, and the words that policies use for the same thing. A comma parts one word or phrase from
 * the next. A row reads from left to right only: policies seldom say "kid", but a question about a kid is about pupils.
 * To teach Lantern a word, add it on the left of the row that it belongs to.
 */
export type StaffWords = readonly [says: string, means: string];

export const STAFF_WORDS: readonly StaffWords[] = [
  ...WORDS_FOR_PEOPLE,
  ...WORDS_FOR_THINGS,
  ...WORDS_FOR_ACTS,
  ...WORDS_FOR_RULES,
];
