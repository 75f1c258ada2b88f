import type { StaffWords } from './staff-words';
import { WORDS_FOR_ACTS } from './words-for-acts';
import { WORDS_FOR_PEOPLE } from './words-for-people';
import { WORDS_FOR_RULES } from './words-for-rules';
import { WORDS_FOR_THINGS } from './words-for-things';

/** The whole table. */
export const STAFF_WORDS: readonly StaffWords[] = [
  ...WORDS_FOR_PEOPLE,
  ...WORDS_FOR_THINGS,
  ...WORDS_FOR_ACTS,
  ...WORDS_FOR_RULES,
];
