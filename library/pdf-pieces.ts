import type { Level } from './pdf-levels';
import type { Run } from './pdf-page';

/** Words of one level that no gap wider than a blank divides. */
export type Piece = Pick<Run, 'text' | 'left' | 'right' | 'baseline' | 'size' | 'isBold'>;

/** A blank between words is narrower, also in text that is stretched a little. As a part of the size of the letters. */
const BLANK = 0.8;
/** Where the file has no blank between two words, a narrower gap is enough. */
const NO_BLANK = 0.15;
/** What opens an item stands before its words, and is no column of its own. */
const OPENS_ITEM =
  /^(?:[^\p{L}\p{N}\s]|o|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)]{1,2}|\d{1,2}(?:\.\d{1,2})+)$/iu;

/** The pieces of a level from left to right: a bullet is one with the words that it opens. */
export function piecesOf({ runs }: Level): Piece[] {
  const pieces: Piece[] = [];
  for (const run of runs) {
    const last = pieces.at(-1);
    if (
      last === undefined ||
      (run.left - last.right > (run.isApart ? NO_BLANK : BLANK) * run.size && !OPENS_ITEM.test(last.text))
    )
      pieces.push(pieceOf(run));
    else pieces[pieces.length - 1] = joined(last, run);
  }
  return pieces;
}

function pieceOf({ text, left, right, baseline, size, isBold }: Run): Piece {
  return { text: text.trim(), left, right, baseline, size, isBold };
}

function joined(piece: Piece, run: Run): Piece {
  return {
    ...piece,
    text: `${piece.text} ${run.text.trim()}`,
    right: Math.max(piece.right, run.right),
    isBold: piece.isBold && run.isBold,
  };
}
