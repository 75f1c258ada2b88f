/** What stands before a name and is none. */
const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir', 'dame', 'prof', 'professor', 'rev']);

/** Names that are words of every day as well: they count only where they are written as a name. */
const WORDS_TOO = new Set(
  (
    'april art bell bill bird black bond brown bush chase cook cross dale dawn day dean drew early faith field fox frank ' +
    'gold good grace grant gray green grey hall hand harry heath hill holly hope hunter iris ivy jack joy june king ' +
    'knight lane law little long love luck major mark mason may miles noble page park patience penny price ray read ' +
    'reed rich robin rob rose ruby rush sharp sharpe short singer small south spring stone street sue summer swift ' +
    'the trip victor violet walker wall ward waters wells west white will wise wood woods young'
  ).split(' '),
);

const SHORTEST = 3;

/**
 * Whether a text names a person: by the whole of their name or by one word of it, in capitals or not, with accents or
 * without. A word that English has for something else as well ("may", "green") counts only with its capital.
 */
export function isNamedIn(name: string, text: string): boolean {
  const said = wordsOf(text);
  const plain = new Set(said.map((word) => word.toLowerCase()));
  const capital = new Set(said.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word.toLowerCase()));
  return wordsOf(name)
    .filter((word) => /^\p{Lu}/u.test(word) && word.length >= SHORTEST)
    .map((word) => word.toLowerCase())
    .some((word) => !TITLES.has(word) && (WORDS_TOO.has(word) ? capital : plain).has(word));
}

function wordsOf(text: string): string[] {
  const bare = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]s\b/gu, '')
    .replace(/['’]/g, '');
  return bare.split(/[^\p{L}]+/u).filter(Boolean);
}

/**
 * The words by which somebody may be named alone, as they are written: a first name, a surname. None of what is no
 * name of a person, such as a role ("Class teacher, Year 4").
 */
export function wordsOfName(name: string): string[] {
  const words = name.split(/\s+/).filter((word) => !TITLES.has(word.toLowerCase().replace(/\./g, '')));
  const isName = words.length > 1 && words.every((word) => /^\p{Lu}[\p{L}'’.-]*$/u.test(word));
  return isName ? words.filter((word) => word.length >= SHORTEST) : [];
}

/** Whether English has another meaning for it, so that only a capital makes it a name. */
export function countsWithCapitalOnly(word: string): boolean {
  return WORDS_TOO.has(word.toLowerCase());
}
