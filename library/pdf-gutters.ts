import type { Piece } from './pdf-pieces';

/** An upright gap between words. */
export interface Gap {
  readonly left: number;
  readonly right: number;
}

/** So wide at least is the gap between two columns, as a part of the size of the letters. */
const NARROWEST = 0.2;
/** Where words stand on both sides of it only twice, it has to be as wide as a letter. */
const WIDE = 0.9;
/** Beginnings of lines that differ by less are one, in points. */
export const SAME_PLACE = 1.6;
/** On so many levels words stand on both sides of a gap before it counts. */
export const SURE = 2;
const OFTEN = 3;
/** A share of the lines begins where others do. */
const ALIGNED = 0.6;
/** So many lines that begin at one place, to a hair, are no chance. */
const EXACT = 4;
const HAIR = 0.4;
const NEARLY_ALL = 0.8;
/** What headings are counted with is no column beside their text. */
const IS_NUMBER = /^\d{1,2}$/;
/** A gutter is wider than the other gaps of its line: in stretched text all of them are alike. */
const WIDER = 1.4;

/** What is left of gaps beside the words of one more level: words inside one leave a gap on each side. */
export function beside(gaps: readonly Gap[], pieces: readonly Piece[]): Gap[] {
  let open = [...gaps];
  for (const piece of pieces) {
    open = open.flatMap(({ left, right }) =>
      piece.right <= left || piece.left >= right
        ? [{ left, right }]
        : [
            { left, right: piece.left },
            { left: piece.right, right },
          ],
    );
  }
  return open.filter(({ left, right }) => right - left > NARROWEST * (pieces[0]?.size ?? 0));
}

export function isBothSides({ left, right }: Gap, pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => piece.right <= left + 1) && pieces.some((piece) => piece.left >= right - 1);
}

/** Upright gaps that no piece crosses. */
export function gapsIn(rows: readonly (readonly Piece[])[]): Gap[] {
  const gaps: Gap[] = [];
  let covered = Number.POSITIVE_INFINITY;
  for (const piece of rows.flat().sort((one, other) => one.left - other.left)) {
    if (piece.left - covered > NARROWEST * piece.size) gaps.push({ left: covered, right: piece.left });
    covered = Number.isFinite(covered) ? Math.max(covered, piece.right) : piece.right;
  }
  return gaps;
}

/** Whether a gap lies between two columns, and not between words that happen to stand so. */
export function isGutter(gap: Gap, rows: readonly (readonly Piece[])[], all: readonly Gap[]): boolean {
  const both = rows.filter((pieces) => isBothSides(gap, pieces));
  const behind = rows.flatMap((pieces) => pieces.find((piece) => piece.left >= gap.right - 1) ?? []);
  const supported = both.filter((pieces) => {
    const next = pieces.find((piece) => piece.left >= gap.right - 1);
    const before = pieces.findLast((piece) => piece.right <= gap.left + 1);
    if (next === undefined || before === undefined) return false;
    const others = pieces.slice(1).flatMap((piece, index) => {
      const isOther = !all.some((each) => piece.left >= each.right - 1 && (pieces[index]?.right ?? 0) <= each.left + 1);
      return isOther ? [piece.left - (pieces[index]?.right ?? 0)] : [];
    });
    const isWider = others.every((width) => next.left - before.right > WIDER * width);
    return isWider && behind.some((piece) => piece !== next && isBelow(piece, next));
  });
  const before = rows.flatMap((pieces) => pieces.findLast((piece) => piece.right <= gap.left + 1) ?? []);
  if (before.every((piece) => IS_NUMBER.test(piece.text))) return false;
  const size = rows[0]?.[0]?.size ?? 0;
  const exact = behind.filter(
    (piece) => behind.filter((other) => Math.abs(other.left - piece.left) < HAIR).length >= EXACT,
  );
  if (both.length >= EXACT && exact.length > behind.length * NEARLY_ALL) return true;
  if (supported.length < both.length * ALIGNED) return false;
  return supported.length >= OFTEN || (supported.length >= SURE && gap.right - gap.left > WIDE * size);
}

/** Begun at one place, or centred below each other. */
function isBelow(one: Piece, other: Piece): boolean {
  const isCentred = Math.abs(one.left + one.right - other.left - other.right) < SAME_PLACE;
  return isCentred || Math.abs(one.left - other.left) < SAME_PLACE;
}
