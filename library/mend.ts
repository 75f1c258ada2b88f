import { learntWords } from './learnt';
import { wordsOf } from './stem';
import { WORDS_ELSEWHERE } from './words-elsewhere';
import { STAFF_WORDS } from './words-staff-use';

const SHORTEST = 5;
/** From here on a word may have a letter too many or a wrong one; a shorter one has one too few, or two the wrong way round. */
const LONG = 6;
const RARE = Number.MAX_SAFE_INTEGER;
/** Among so many of the commonest words there is hardly a misspelling. */
const EVERYDAY = 60_000;

/** Words by first letter and length, so that few are compared. */
type Shelves = ReadonlyMap<string, readonly string[]>;

const known: ReadonlySet<string> = new Set([...STAFF_WORDS.map(([says]) => says), ...WORDS_ELSEWHERE].flatMap(wordsOf));
const shelves = shelve(known);

/**
 * Knows which word a slip of the keyboard meant: one letter away or two letters swapped, with the same first letter,
 * among these words and those of the staff's table. A word of everyday English is no slip: "blank" is not "bank".
 */
export function mender(words: ReadonlySet<string>): (word: string) => string | undefined {
  const own = shelve([...words].filter((word) => !known.has(word)));
  return function mend(word) {
    if (word.length < SHORTEST || /\d/.test(word)) return undefined;
    if (known.has(word) || words.has(word) || (rankOf(word) ?? RARE) < EVERYDAY) return undefined;
    const near = [-1, 0, 1].flatMap((more) => {
      const shelf = `${word[0]}${word.length + more}`;
      return [...(own.get(shelf) ?? []), ...(shelves.get(shelf) ?? [])].filter((other) => isSlip(word, other));
    });
    return near.sort((one, other) => (rankOf(one) ?? RARE) - (rankOf(other) ?? RARE))[0];
  };
}

function shelve(words: Iterable<string>): Shelves {
  const made = new Map<string, string[]>();
  for (const word of words) {
    const shelf = `${word[0]}${word.length}`;
    const others = made.get(shelf);
    if (others) others.push(word);
    else made.set(shelf, [word]);
  }
  return made;
}

/** Whether one letter missing, too many or wrong, or two swapped, made the one word of the other. */
function isSlip(typed: string, meant: string): boolean {
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at += 1;
  const [rest, wanted] = [typed.slice(at), meant.slice(at)];
  if (rest === wanted.slice(1)) return true;
  if (rest.length === wanted.length && rest[0] === wanted[1] && rest[1] === wanted[0])
    return rest.slice(2) === wanted.slice(2);
  return typed.length >= LONG && (rest.slice(1) === wanted || rest.slice(1) === wanted.slice(1));
}

/** The place of a word in everyday English: the commoner of two is the likelier. */
function rankOf(word: string): number | undefined {
  const { learnt, places } = learntWords();
  const place = places.get(word);
  return place === undefined ? undefined : learnt.ranks[place];
}
