import type { StaffWords } from './staff-words';
import { WORDS_FOR_ACTS } from './words-for-acts';
import { WORDS_FOR_BEHAVIOUR } from './words-for-behaviour';
import { WORDS_FOR_BULLYING } from './words-for-bullying';
import { WORDS_FOR_COMPLAINTS } from './words-for-complaints';
import { WORDS_FOR_DATA } from './words-for-data';
import { WORDS_FOR_EVERYDAY } from './words-for-everyday';
import { WORDS_FOR_PAPERS } from './words-for-papers';
import { WORDS_FOR_PEOPLE } from './words-for-people';
import { WORDS_FOR_RULES } from './words-for-rules';
import { WORDS_FOR_SCHOOL_LIFE } from './words-for-school-life';
import { WORDS_FOR_THINGS } from './words-for-things';
import { WORDS_FOR_TIME } from './words-for-time';
import { WORDS_FOR_WELFARE } from './words-for-welfare';

/** The whole table. */
export const STAFF_WORDS: readonly StaffWords[] = [
  ...WORDS_FOR_PEOPLE,
  ...WORDS_FOR_THINGS,
  ...WORDS_FOR_ACTS,
  ...WORDS_FOR_RULES,
  ...WORDS_FOR_BEHAVIOUR,
  ...WORDS_FOR_BULLYING,
  ...WORDS_FOR_COMPLAINTS,
  ...WORDS_FOR_WELFARE,
  ...WORDS_FOR_TIME,
  ...WORDS_FOR_PAPERS,
  ...WORDS_FOR_DATA,
  ...WORDS_FOR_EVERYDAY,
  ...WORDS_FOR_SCHOOL_LIFE,
];
