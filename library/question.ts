import { isEmptyWord, stem, wordsOf } from './stem';
import { type Demand, demandOf } from './demands';
import { isName, isStaffWord, meaningsOf, phraseAt, type Meaning } from './phrases';
import { WEIGHTS } from './weights';
import { WORDS_ELSEWHERE } from './words-elsewhere';

/** A question longer than this is read to here: nobody has asked by then who has not asked before. */
const LONGEST_QUESTION = 600;
const MOST_WORDS = 120;

const STEMS_ELSEWHERE: ReadonlySet<string> = new Set([...WORDS_ELSEWHERE].map(stem));

/** One thing that a question is about: the word typed, and what policies may call it. */
export interface Notion {
  readonly key: string;
  /** As it was typed, mended: one word, or those of a phrase. */
  readonly typed: readonly string[];
  readonly terms: readonly Meaning[];
  /** Where the word is known from: the staff's table, the list of matters that other policies settle, or nowhere. */
  readonly from: 'staff' | 'elsewhere' | 'unknown';
  /** The stem of a word that names a matter of other policies, whatever else it may mean. */
  readonly elsewhere?: string;
}

export type Asks =
  | 'meaning'
  | 'who'
  | 'when'
  | 'how often'
  | 'how many'
  | 'how long'
  | 'may'
  | 'contact'
  | 'which'
  | 'other';
export type Audience = 'pupil' | 'adult' | 'parent' | null;

export interface Question {
  readonly notions: readonly Notion[];
  /** All of its words in order, mended. */
  readonly words: readonly string[];
  readonly asks: Asks;
  /** What a clause must hold to be an answer at all: a length of time, a number, a name. */
  readonly demands?: Demand;
  readonly audience: Audience;
}

const ASKS: readonly (readonly [asks: Asks, words: RegExp])[] = [
  [
    'contact',
    /\b(?:phone|telephone|extension|mobile|email) (?:number|address)?\s*(?:for|of)\b|\b(?:number|email|address|helpdesk|contact details) (?:for|of)\b|\bs (?:phone )?(?:number|email)\b|\bwhats? (?:is )?the (?:\w+ ){0,2}(?:email|phone number|number|helpline)\b|\bwhat is (?:\w+ ){1,3}(?:phone number|email|extension)\b/,
  ],
  [
    'meaning',
    /\bwhat (?:do (?:we|you|they) mean by|counts as|does \w+ mean|is meant by|makes something)\b|\bdefin(?:e|ition|ed)\b|\bdifference between\b/,
  ],
  ['how often', /\bhow (?:often|regular(?:ly)?|frequent(?:ly)?)\b|\bevery (?:year|yr|term)\b/],
  ['how long', /\bhow (?:long|many (?:years|months|weeks|days|hours|minutes))\b|\bnotice period\b/],
  ['how many', /\bhow many\b|\bhow much\b|\bwhats? the (?:limit|maximum|minimum)\b/],
  [
    'when',
    /^(?:so )?when(?:s| is| was| are| were| did| does)\b|\bwhat (?:date|day|time)\b|\bwhen (?:was|is|are) (?:this|the|it)\b|\bby when\b/,
  ],
  ['who', /\bwho(?:s|se)?\b|\bwhich (?:governor|person|teacher|member)\b|\bname of\b/],
  ['which', /\bwhich\b|\bwhats? the name\b/],
  [
    'may',
    /\b(?:can|could|may|am|are|is it|should|do|does) (?:i|we|they|he|she|kids|children|pupils|staff|it)\b|\ballowed\b|\bis it (?:ok|okay|alright|all right|fine)\b|\bok to\b|\b(?:ok|okay|alright|all right|fine|on)$/,
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
  const words = wordsOf(typed.slice(0, LONGEST_QUESTION)).slice(0, MOST_WORDS);
  const plain = words.join(' ');
  const mended = words.map((word) => (isKnown(word) ? word : (mend(word) ?? word)));
  const demands = demandOf(mended.join(' '));
  return {
    ...(demands === undefined ? {} : { demands }),
    notions: notionsIn(mended),
    words: mended,
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

function notionsIn(mended: readonly string[]): Notion[] {
  const stems = mended.map(stem);
  const notions = new Map<string, Notion>();
  for (let at = 0; at < mended.length; at += 1) {
    const phrase = phraseAt(stems, at);
    const word = mended[at] ?? '';
    const key = phrase?.key ?? stems[at] ?? '';
    const own = mended.slice(at, at + (phrase?.length ?? 1)).filter((part) => !isEmptyWord(part));
    at += (phrase?.length ?? 1) - 1;
    if (notions.has(key) || (phrase === undefined && own.length === 0)) continue;
    const terms = isName(key)
      ? []
      : own.map((part) => ({ term: stem(part), weight: phrase ? WEIGHTS.inPhrase : 1, isTyped: true }));
    const from: Notion['from'] = isStaffWord(key) ? 'staff' : STEMS_ELSEWHERE.has(stem(word)) ? 'elsewhere' : 'unknown';
    notions.set(key, {
      key,
      ...(STEMS_ELSEWHERE.has(stem(word)) ? { elsewhere: stem(word) } : {}),
      typed: own,
      from,
      terms: [...terms, ...meaningsOf(key).filter(({ term }) => !terms.some((own) => own.term === term))],
    });
  }
  return [...notions.values()];
}

function isKnown(word: string): boolean {
  return isEmptyWord(word) || isStaffWord(stem(word)) || STEMS_ELSEWHERE.has(stem(word));
}
