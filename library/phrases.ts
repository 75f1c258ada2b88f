import { isEmptyWord, stem, wordsOf } from './stem';
import { STAFF_WORDS } from './words-staff-use';

export interface Meaning {
  readonly term: string;
  readonly weight: number;
}

/** How much a policy's word for a thing counts beside the very word that was typed. */
const WEIGHT_OF_MEANING = 0.8;
const LONGEST_PHRASE = 5;

const meanings = new Map<string, Map<string, number>>();
const phrases = new Set<string>();

for (const [says, means] of STAFF_WORDS) {
  const terms = list(means).map(keyOf);
  for (const term of terms) if (term.includes('_')) phrases.add(term);
  for (const said of list(says)) {
    const key = keyOf(said);
    const known = meanings.get(key) ?? new Map<string, number>();
    for (const term of terms) known.set(term, WEIGHT_OF_MEANING);
    meanings.set(key, known);
  }
}

function list(words: string): string[] {
  return words.split(',').map((word) => word.trim());
}

/** One key for a word or a phrase, so that its forms meet: `taking photos` is `take_photo`. */
function keyOf(words: string): string {
  return wordsOf(words).map(stem).join('_');
}

/** What policies call that which staff call so; nothing for a word that the table does not have. */
export function meaningsOf(key: string): Meaning[] {
  return [...(meanings.get(key) ?? [])].map(([term, weight]) => ({ term, weight }));
}

export function isStaffWord(key: string): boolean {
  return meanings.has(key);
}

/** The longest phrase of the table that starts at a place of a list of stems, as its key and its length. */
export function phraseAt(stems: readonly string[], at: number): { key: string; length: number } | undefined {
  for (let length = Math.min(LONGEST_PHRASE, stems.length - at); length > 1; length -= 1) {
    const key = stems.slice(at, at + length).join('_');
    if (meanings.has(key)) return { key, length };
  }
  return undefined;
}

/** What a text is indexed under: the stem of each word that says something, and each phrase that policies use. */
export function termsOf(text: string): string[] {
  const words = wordsOf(text);
  const stems = words.map(stem);
  const terms = stems.filter((_, index) => !isEmptyWord(words[index] ?? ''));
  for (let at = 0; at < stems.length; at += 1) {
    let key = stems[at] ?? '';
    for (let length = 2; length <= LONGEST_PHRASE && at + length <= stems.length; length += 1) {
      key = `${key}_${stems[at + length - 1]}`;
      if (phrases.has(key)) terms.push(key);
    }
  }
  return terms;
}

/** Every key that can be typed, for mending a slip of the keyboard. */
export function staffKeys(): string[] {
  return [...meanings.keys()].filter((key) => !key.includes('_'));
}
