import { isEmptyWord, stem, wordsOf } from './stem';
import { WEIGHTS } from './weights';
import { WORDS_FOR_PEOPLE } from './words-for-people';
import { STAFF_WORDS } from './words-staff-use';

export interface Meaning {
  readonly term: string;
  readonly weight: number;
  /** The very word that was typed. */
  readonly isTyped?: boolean;
}

const LONGEST_PHRASE = 5;

interface Table {
  /** What policies call that which staff call so, by the key of what staff say. */
  readonly meanings: ReadonlyMap<string, ReadonlySet<string>>;
  /** Keys of several words that policies use. */
  readonly phrases: ReadonlySet<string>;
  /** Keys of those who have an office, and of bodies. */
  readonly people: ReadonlySet<string>;
}

let made: Table | undefined;

/** To bring thousands of words to their stems takes longer than the whole program to load: only who needs them waits. */
function table(): Table {
  made ??= makeTable();
  return made;
}

function makeTable(): Table {
  const meanings = new Map<string, Set<string>>();
  const phrases = new Set<string>();
  for (const [says, means] of STAFF_WORDS) {
    const terms = list(means).map(keyOf);
    for (const term of terms) if (term.includes('_')) phrases.add(term);
    for (const said of list(says)) {
      const key = keyOf(said);
      const known = meanings.get(key) ?? new Set<string>();
      for (const term of terms) known.add(term);
      meanings.set(key, known);
    }
  }
  return { meanings, phrases, people: new Set(WORDS_FOR_PEOPLE.flatMap(([says]) => list(says).map(keyOf))) };
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
  return [...(table().meanings.get(key) ?? [])].map((term) => ({ term, weight: WEIGHTS.meaning }));
}

export function isStaffWord(key: string): boolean {
  return table().meanings.has(key);
}

/** An office or a body with a name of several words, which means nothing in parts: a data protection officer is no data. */
export function isName(key: string): boolean {
  return table().people.has(key) && key.includes('_');
}

/** The longest phrase of the table that starts at a place of a list of stems, as its key and its length. */
export function phraseAt(stems: readonly string[], at: number): { key: string; length: number } | undefined {
  const { meanings } = table();
  for (let length = Math.min(LONGEST_PHRASE, stems.length - at); length > 1; length -= 1) {
    const key = stems.slice(at, at + length).join('_');
    if (meanings.has(key)) return { key, length };
  }
  return undefined;
}

/** What words are indexed under: the stem of each that says something, and each phrase that policies use. */
export function termsOf(words: readonly string[]): string[] {
  const { phrases } = table();
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
