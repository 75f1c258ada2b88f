const LEADS = /[\s.,;:!?)\]}”|/•·–—-]/u;
/** A colon stays: it belongs to the label before it, and "Signed:" shows the empty place. */
const TRAILS = /[\s,;|/([{“•·–—-]/u;
const PAIRS = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['“', '”'],
] as const;

/**
 * A quotation without the marks that belong to its neighbours: a full stop before it, a bracket that opens or closes
 * outside. What is left is one span of what was given (P3). Words of nothing but marks stay as they are.
 */
export function withoutLooseEnds(words: string): string {
  let [from, to] = [0, words.length];
  const isLoose = (mark: string, ends: RegExp, side: 0 | 1) =>
    ends.test(mark) ||
    PAIRS.some((pair) => pair[side] === mark && !words.slice(from, to).includes(pair[side === 0 ? 1 : 0]));
  while (from < to && isLoose(words.charAt(from), LEADS, 0)) from += 1;
  while (from < to && isLoose(words.charAt(to - 1), TRAILS, 1)) to -= 1;
  return from < to ? words.slice(from, to) : words;
}
