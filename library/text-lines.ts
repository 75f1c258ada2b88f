/** One line of a plain-text file, with its place in the source so that a span can be cut out of it again. */
export interface Line {
  /** As it stands, without the line break. */
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly shape: Shape;
}

export type Shape =
  | { readonly is: 'empty' }
  | {
      readonly is: 'item';
      readonly marker: string;
      readonly indent: number;
      readonly number?: string;
      readonly from: number;
    }
  | { readonly is: 'cells' }
  | { readonly is: 'words' };

/** Bullets as word processors leave them, the private-use U+F0B7 included; a lone `o` is a second-level bullet. */
const BULLET = /^(\s*)([•·●◦▪■○‣⁃➢❖◆\uf0b7\uf0a7\uf0d8\uf076*–-]|o(?=\s{1,10}[A-Za-z]))(?:\s+|(?<=[•·●\uf0b7])(?=\S))/u;
const COUNTED = /^(\s*)(\(?\d{1,3}(?:[.)]{1,2}|\))|\(?[a-z][.)]{1,2}|\(?[A-Z]\)|\(?[ivx]{1,5}[.)])\s+(?=\S)/;

/** Cuts a text into lines and says of each what it looks like. Linear in the length of the text. */
export function readLines(source: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const raw of source.split(/\r\n|[\n\r\f\u2028\u2029]/)) {
    const end = start + raw.length;
    lines.push({ raw, start, end, shape: shapeOf(raw) });
    const isPair = source[end] === '\r' && source[end + 1] === '\n';
    start = end + (isPair ? 2 : 1);
  }
  return lines.map((line, index) => (isLoneStar(line, lines, index) ? { ...line, shape: { is: 'words' } } : line));
}

/** One line with a star among lines without is a note at the foot, not a list. */
function isLoneStar(line: Line, lines: readonly Line[], index: number): boolean {
  const isStar = (other: Line | undefined) => other?.shape.is === 'item' && other.shape.marker === '*';
  const beside = [-2, -1, 1, 2].map((step) => lines[index + step]);
  return isStar(line) && !beside.some(isStar);
}

function shapeOf(raw: string): Shape {
  if (raw.trim() === '') return { is: 'empty' };
  const bullet = BULLET.exec(raw);
  if (bullet) return { is: 'item', marker: bullet[2] ?? '', indent: (bullet[1] ?? '').length, from: bullet[0].length };
  if (hasCells(raw)) return { is: 'cells' };
  if (isPipeRow(raw)) return { is: 'cells' };
  const counted = COUNTED.exec(raw);
  if (counted?.[2] !== undefined) {
    const number = counted[2].replace(/[().]/g, '');
    return {
      is: 'item',
      marker: /\d/.test(number) ? '1' : 'a',
      indent: (counted[1] ?? '').length,
      number,
      from: counted[0].length,
    };
  }
  return { is: 'words' };
}

/** Words before a tab; or a tab at the edge, for an empty cell, and words after another one. */
function hasCells(raw: string): boolean {
  const last = raw.lastIndexOf('\t');
  if (last < 0) return false;
  return raw.slice(0, last).trim() !== '' || (raw.startsWith('\t') && last > 0 && raw.slice(last).trim() !== '');
}

export function isPipeRow(raw: string): boolean {
  return /^\s*\|.*\|\s*$/.test(raw);
}

/** The cells of a line of a table, and the span of the source from its first word to its last. */
export function cellsOf(raw: string): string[] {
  if (!isPipeRow(raw)) return raw.split('\t');
  return raw
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/);
}
