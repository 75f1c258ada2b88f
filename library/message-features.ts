import { kindOfWord } from './message-kinds';
import { messageWords } from './message-words';

/** How much each sort of feature counts beside a word: pairs overlap, and a word has many parts. */
const PAIR = 0.7;
const PART = 0.3;
const PART_LENGTH = 4;

const RULE_WORDS = new Set(['policy', 'policies', 'rule', 'rules', 'section', 'guidance', 'procedure']);
const WE = new Set(['we', 'our', 'us']);
const QUESTION_WORDS = new Set(
  `what whats which who whos whose when where wheres why how can could do does did is are am should shall may must will
  would if any anything`.split(/\s+/),
);

/**
 * What a message shows, by name: its words, pairs of neighbours, parts of words (for slips of the thumb), the kinds of
 * people and things in it, and how it is built. Said twice is said once, so that a long message is not louder than a
 * short one. The names are readable, so that a decision can be explained.
 */
export function featuresOf(text: string): Map<string, number> {
  const words = messageWords(text);
  const features = new Map<string, number>();
  const add = (name: string, value = 1) => features.set(name, value);

  for (const word of words) add(word);
  for (const [one, next] of neighbours(words)) add(`${one} ${next}`, PAIR);
  for (const word of words) for (const part of partsOf(word)) add(`~${part}`, PART);
  addKinds(words, add);
  addBuild(words, add);
  return features;
}

type Add = (name: string, value?: number) => void;

function addKinds(words: readonly string[], add: Add): void {
  const kinds = words.map((word) => kindOfWord(word) ?? word);
  for (const kind of kinds) if (kind.startsWith('<')) add(kind);
  for (const [one, next] of neighbours(kinds)) {
    if (one.startsWith('<') || next.startsWith('<')) add(`${one} ${next}`, PAIR);
  }
}

function addBuild(words: readonly string[], add: Add): void {
  add(`=length ${Math.min(6, Math.floor(Math.log2(words.length + 1)))}`);
  if (words.includes('?')) add('=question mark');
  if (QUESTION_WORDS.has(words[0] ?? '')) add('=opens as a question');
  if (words.some((word) => word.length > 4 && word.endsWith('ed'))) add('=past');
  if (words.some((word) => WE.has(word))) add('=we');
  if (words.some((word) => RULE_WORDS.has(word))) add('=names a rule');
}

/** Each word with the next, `^` before the first and `$` after the last. */
function* neighbours(words: readonly string[]): Generator<[one: string, next: string]> {
  let before = '^';
  for (const word of [...words, '$']) {
    yield [before, word];
    before = word;
  }
}

function* partsOf(word: string): Generator<string> {
  const edged = `[${word}]`;
  for (let at = 0; at + PART_LENGTH <= edged.length; at++) yield edged.slice(at, at + PART_LENGTH);
}
