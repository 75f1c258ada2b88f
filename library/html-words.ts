import { readLines } from './text-lines';
import { isFormField } from './form-field';
import type { Words } from './flow';
import { fold } from './fold';

/** Some visible text between two tags, and how it is printed. */
export interface Piece {
  readonly text: string;
  readonly isStrong: boolean;
  /** It leads to another place on the same page, as the lines of a contents page do. */
  readonly isJump: boolean;
}

/** White space that a browser does not show at the edge of a paragraph; a no-break space is shown. */
const EDGE = /^[ \t\r\n\f]+|[ \t\r\n\f]+$/g;
const NAME = /^[^*]{2,69}:$/;

/** Where a word may be parted at the end of a line: nobody sees it within one. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]+/g;

export const LINE_BREAK: Piece = { text: '\n', isStrong: false, isJump: false };

/** A text node: line breaks of the source mean nothing on the page. */
export function pieceOf(text: string, isStrong: boolean, isJump: boolean): Piece {
  return { text: text.replace(INVISIBLE, '').replace(/[\r\n\t\f]+/g, ' '), isStrong, isJump };
}

/**
 * Cuts what stands between two edges of blocks into paragraphs. A line break is not one by itself, but two are, and so
 * is one beside a line in bold, a typed bullet or a place to sign.
 */
export function paragraphsOf(pieces: readonly Piece[]): Words[] {
  const paragraphs: Piece[][] = [];
  let isOpen = false;
  for (const line of linesOf(pieces)) {
    const words = wordsOf(line);
    if (words === null) isOpen = false;
    else {
      const standsAlone = words.isStrong || isFormField(words.text) || isItem(words.text);
      if (isOpen && !standsAlone) paragraphs.at(-1)?.push(LINE_BREAK, ...line);
      else paragraphs.push([...line]);
      isOpen = !words.isStrong && !isFormField(words.text);
    }
  }
  return paragraphs.flatMap((paragraph) => wordsOf(paragraph) ?? []);
}

/** All pieces as one, whatever lines they stand on; null when nothing is visible. */
export function wordsOf(pieces: readonly Piece[]): Words | null {
  const visible = pieces.filter(({ text }) => fold(text) !== '');
  if (visible.length === 0) return null;
  const text = pieces
    .map((piece) => piece.text)
    .join('')
    .replace(EDGE, '');
  const isStrong = visible.every((piece) => piece.isStrong || !/[\p{L}\p{N}]/u.test(piece.text));
  const name = isStrong ? undefined : openingName(visible);
  return {
    text,
    isStrong: isStrong && visible.some((piece) => piece.isStrong),
    isJump: visible.every((piece) => piece.isJump),
    ...(name === undefined ? {} : { name }),
  };
}

function openingName(pieces: readonly Piece[]): string | undefined {
  const end = pieces.findIndex((piece) => !piece.isStrong);
  const bold = pieces.slice(0, end);
  const next = pieces[end]?.text ?? '';
  const name = fold(bold.map((piece) => piece.text).join('') + (/^\s*:/.test(next) ? ':' : ''));
  return bold.length > 0 && NAME.test(name) ? name : undefined;
}

function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece === LINE_BREAK) lines.push([]);
    else lines.at(-1)?.push(piece);
  }
  return lines;
}

function isItem(text: string): boolean {
  return readLines(text)[0]?.shape.is === 'item';
}
