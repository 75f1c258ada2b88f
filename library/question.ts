import { isEmptyWord, stem, wordsOf } from './stem';
import { isStaffWord, meaningsOf, phraseAt, type Meaning } from './phrases';
import { WORDS_ELSEWHERE } from './words-elsewhere';

/** A question longer than this is read to here: nobody has asked by then who has not asked before. */
const LONGEST_QUESTION = 600;

/** One thing that a question is about: the word typed, and what policies may call it. */
export interface Notion {
  readonly key: string;
  readonly terms: readonly Meaning[];
  /** The word belongs to matters that other policies settle (parking, pay, first aid). */
  readonly isElsewhere: boolean;
}

export type Asks = 'who' | 'when' | 'how often' | 'how many' | 'how long' | 'may' | 'contact' | 'which' | 'other';
export type Audience = 'pupil' | 'adult' | 'parent' | null;

export interface Question {
  readonly notions: readonly Notion[];
  readonly asks: Asks;
  readonly audience: Audience;
}

const ASKS: readonly (readonly [asks: Asks, words: RegExp])[] = [
  [
    'contact',
    /\b(?:phone|telephone|extension|mobile|email) (?:number|address)?\s*(?:for|of)\b|\b(?:number|email|address|helpdesk|contact details) (?:for|of)\b|\bs (?:phone )?(?:number|email)\b|\bwhats? (?:is )?the (?:\w+ ){0,2}(?:email|phone number|number|helpline)\b|\bwhat is (?:\w+ ){1,3}(?:phone number|email|extension)\b/,
  ],
  ['how often', /\bhow (?:often|regular(?:ly)?|frequent(?:ly)?)\b|\bevery (?:year|yr|term)\b/],
  ['how many', /\bhow many\b|\bhow much\b|\bwhats? the (?:limit|maximum|minimum)\b/],
  ['how long', /\bhow long\b|\bnotice period\b/],
  [
    'when',
    /^(?:so )?when(?:s| is| was| are| were| did| does)\b|\bwhat (?:date|day|time)\b|\bwhen (?:was|is|are) (?:this|the|it)\b|\bby when\b/,
  ],
  ['who', /\bwho(?:s|se)?\b|\bwhich (?:governor|person|teacher|member)\b|\bname of\b/],
  ['which', /\bwhich\b|\bwhats? the name\b/],
  [
    'may',
    /\b(?:can|could|may|am|are|is it|should|do|does) (?:i|we|they|he|she|kids|children|pupils|staff|it)\b|\ballowed\b|\bis it (?:ok|okay|alright|all right|fine)\b|\bok to\b/,
  ],
];

/** Words that speak of a pupil as the one who acts or is acted on, and of the asker or another adult as such. */
const PUPIL_WORDS =
  /\b(?:kids?|child(?:ren)?s?|pupils?|students?|lads?|girls?|boys?|infants?|juniors?|y[1-6]|reception|my class|one of mine)\b/;
const ADULT_ACTS =
  /\b(?:can|could|may|am|should|do|must|have|need|if|when|did|will|are|was|ive|id|im) (?:i|we|us|staff|teachers?|tas?|adults?|volunteers?|governors?)\b|\b(?:i|we|ive|im) (?!teach\b)(?:got|have|can|need|took|am|want|left|use)\b|\b(?:a|my) (?:colleague|ta|husband|wife)\b|\b(?:my|own) (?:own )?(?:phone|work|laptop|personal|gmail|insta)\b/;
const PUPIL_ACTS =
  /\b(?:can|could|may|should|do|are|is|let) (?:the )?(?:kids|children|pupils|they|them|he|she|infants|juniors|girls|boys|y[1-6]|a (?:kid|child|pupil))\b/;
const PARENT_ACTS = /\b(?:can|could|may|should|do|are) (?:the )?(?:parents|mums|dads|families|carers|mum|dad)\b/;

/** Understands a question well enough to search: what it is about, what kind of answer it wants, and about whom. */
export function readQuestion(typed: string, mend: (word: string) => string | undefined): Question {
  const words = wordsOf(typed.slice(0, LONGEST_QUESTION));
  const plain = words.join(' ');
  return {
    notions: notionsIn(words, mend),
    asks: ASKS.find(([, signs]) => signs.test(plain))?.[0] ?? 'other',
    audience: audienceIn(plain),
  };
}

function audienceIn(plain: string): Audience {
  if (PARENT_ACTS.test(plain)) return 'parent';
  if (PUPIL_ACTS.test(plain)) return 'pupil';
  if (ADULT_ACTS.test(plain)) return 'adult';
  return PUPIL_WORDS.test(plain) ? 'pupil' : null;
}

function notionsIn(words: readonly string[], mend: (word: string) => string | undefined): Notion[] {
  const stems = words.map(stem);
  const notions = new Map<string, Notion>();
  const add = (key: string, terms: Meaning[], isElsewhere: boolean) => {
    if (!notions.has(key)) notions.set(key, { key, terms, isElsewhere });
  };
  for (let at = 0; at < words.length; at += 1) {
    const phrase = phraseAt(stems, at);
    if (phrase) {
      const own = stems.slice(at, at + phrase.length).filter((_, index) => !isEmptyWord(words[at + index] ?? ''));
      add(phrase.key, [...own.map((term) => ({ term, weight: 0.7 })), ...meaningsOf(phrase.key)], false);
      at += phrase.length - 1;
      continue;
    }
    const word = words[at] ?? '';
    if (isEmptyWord(word) && !isStaffWord(word)) continue;
    const key = stems[at] ?? '';
    const mended = isStaffWord(key) || WORDS_ELSEWHERE.has(word) ? key : (mend(key) ?? key);
    if (isEmptyWord(word) && !isStaffWord(mended)) continue;
    add(
      mended,
      [{ term: mended, weight: 1 }, ...meaningsOf(mended).filter(({ term }) => term !== mended)],
      WORDS_ELSEWHERE.has(word),
    );
  }
  return [...notions.values()];
}
