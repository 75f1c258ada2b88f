import MiniSearch from 'minisearch';
import { wordsOf } from './stem';
import { WORDS_ELSEWHERE } from './words-elsewhere';
import { STAFF_WORDS } from './words-staff-use';

const SHORTEST = 5;
/** From here on a word may have a letter too many or a wrong one; a shorter one only a letter too few ("safty"). */
const LONG = 6;

/**
 * Knows which word a slip of the keyboard meant: one letter away, with the same first letter, among the words of these
 * texts and of the staff's table. Shorter words are left alone, for "blank" is not "bank".
 */
export function mender(texts: readonly string[]): (word: string) => string | undefined {
  const known = new Set([...texts, ...STAFF_WORDS.map(([says]) => says), ...WORDS_ELSEWHERE].flatMap(wordsOf));
  const index = new MiniSearch<{ id: string }>({
    fields: ['id'],
    tokenize: (word) => [word],
    processTerm: (word) => word,
  });
  index.addAll([...known].map((id) => ({ id })));

  return function mend(word) {
    if (known.has(word) || word.length < SHORTEST || /\d/.test(word)) return undefined;
    const near = index.search(word, { fuzzy: 1, tokenize: (typed) => [typed] }).map((result) => String(result.id));
    return near.find(
      (candidate) => candidate[0] === word[0] && (word.length >= LONG || candidate.length > word.length),
    );
  };
}
