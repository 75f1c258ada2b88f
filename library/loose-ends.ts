const START = /^[\s.,;:!?)\]}”|/•·–—-]+/u;
// A colon stays: it belongs to the label before it, and "Signed:" shows the empty place.
const END = /[\s,;|/([{“•·–—-]+$/u;
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
  const trimmed = trimOnce(words);
  if (trimmed === '') return words;
  return trimmed === words ? words : withoutLooseEnds(trimmed);
}

function trimOnce(words: string): string {
  const inner = words.replace(START, '').replace(END, '');
  const opensAlone = PAIRS.some(([open, close]) => inner.startsWith(open) && !inner.includes(close));
  const closesAlone = PAIRS.some(([open, close]) => inner.endsWith(close) && !inner.includes(open));
  return inner.slice(opensAlone ? 1 : 0, closesAlone ? -1 : undefined);
}
