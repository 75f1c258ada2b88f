/** Words that stand beside a child and name none. */
const NO_NAMES = new Set(
  (
    'year yr class reception nursery form set group tutor house room key stage ks boy girl child children pupil pupils ' +
    'student the an in of from with my our his her their and or unknown not sure several some other others friend ' +
    'friends brother sister sibling siblings twin twins two three parent mother father'
  ).split(' '),
);

/**
 * The words of a line, the same however they were written: no capitals, accents, dots or apostrophes. Letters that
 * stand alone belong together: "A.B.", "a b" and "AB" are one word, and so are "4 B" and "4B".
 */
export function wordsIn(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’`]/g, '');
  const words: string[] = [];
  let isOpen = false;
  for (const word of plain.match(/[\p{L}\p{N}]+/gu) ?? []) {
    const isShort = word.length === 1;
    const begins = /\d/.test(word);
    if (isShort && isOpen && !begins) words.push(`${words.pop() ?? ''}${word}`);
    else words.push(word);
    isOpen = isShort;
  }
  return words;
}

/** What stands between commas, strokes and lines on one field of a form, as it was written. */
export function piecesIn(who: string): string[] {
  return who
    .split(/[\n\r,;&+/|]|\band\b/i)
    .map((piece) => piece.trim())
    .filter(Boolean);
}

/** The children on one field of a form, each with the words that stand beside them. */
export function entriesIn(who: string): string[][] {
  return piecesIn(who)
    .map(wordsIn)
    .filter((words) => words.length > 0);
}

/** The words of an entry that name somebody, as one; '' for a class alone. */
export function nameIn(words: readonly string[]): string {
  return words.filter((word) => word.length > 1 && !/\d/.test(word) && !NO_NAMES.has(word)).join('');
}
