import { beside, type Gap, gapsIn, isBothSides, isGutter, SAME_PLACE, SURE } from './pdf-gutters';
import type { Level } from './pdf-levels';
import { type Piece, piecesOf } from './pdf-pieces';

/** Levels that stand below each other, cut into columns by gaps that go through all of them. */
export interface Stretch {
  /** What stands in each column, from the top. */
  readonly columns: readonly (readonly Piece[])[];
  readonly levels: readonly Level[];
  /** Where each column but the first begins: behind the gap on its left. */
  readonly borders: readonly number[];
  /** Where the words of each column but the first begin, if nothing stands below it: it may go on on the next page. */
  readonly open: readonly number[];
}

type Row = Level & { readonly pieces: readonly Piece[] };

/** Rows of one table are no further apart, as a part of the size of the letters. */
const FURTHEST = 4;
const LARGER = 1.1;
/** A line in bold that stands so far from the one above is a heading. */
const APART = 1.6;
/** The lines of a cell are no further apart, as a part of the size of the letters. */
const WIDEST_PITCH = 1.5;
/** A row may have its label between two of its lines: what begins where a later column does is the next row. */
const NEXT_ROW = 2.5;

/**
 * The parts of a page in which words stand in columns: each line of a column begins below others, and no word crosses
 * the gaps between them.
 * @param known where the columns began that the page before ended in
 */
export function stretchesOf(shown: readonly Level[], known: readonly number[] = []): Stretch[] {
  const levels = shown.map((level) => ({ ...level, pieces: piecesOf(level) }));
  const found: Stretch[] = [];
  let from = 0;
  let floor = 0;
  while (from < levels.length) {
    const to = endOf(levels, from);
    const isNear = ({ left }: Piece) => known.some((place) => Math.abs(place - left) < SAME_PLACE);
    const goingOn = levels.slice(0, from).every(({ pieces }) => pieces.every(isNear)) ? known : [];
    const stretch = to - from < SURE && goingOn.length === 0 ? null : stretchIn(levels, from, to, goingOn, floor);
    if (stretch !== null) found.push(stretch.stretch);
    floor = stretch?.end ?? floor;
    from = stretch?.end ?? from + 1;
  }
  return found;
}

/** Goes down from a level with gaps as long as one of them stays open, and none is closed that was seen before. */
function endOf(levels: readonly Row[], from: number): number {
  const first = levels[from];
  let gaps = first === undefined ? [] : gapsIn([first.pieces]).map((gap) => ({ open: [gap], seen: 1 }));
  let to = from + 1;
  for (; gaps.length > 0 && to < levels.length; to += 1) {
    const [above, level] = [levels[to - 1], levels[to]];
    if (above === undefined || level === undefined || startsAnew(above, level)) break;
    const { pieces } = level;
    const next = gaps.map(({ open, seen }) => ({
      open: beside(open, pieces),
      seen: seen + (open.some((gap) => isBothSides(gap, pieces)) ? 1 : 0),
    }));
    if (next.some(({ open }, index) => open.length === 0 && (gaps[index]?.seen ?? 0) >= SURE)) break;
    gaps = next.filter(({ open }) => open.length > 0);
  }
  return gaps.length === 0 ? to - 1 : to;
}

function startsAnew(above: Row, level: Row): boolean {
  const distance = level.baseline - above.baseline;
  const isHeading = level.isBold && level.pieces.length === 1 && distance > APART * level.size && !above.isBold;
  return distance > FURTHEST * above.size || level.size > above.size * LARGER || isHeading;
}

function stretchIn(
  levels: readonly Row[],
  from: number,
  to: number,
  known: readonly number[],
  floor: number,
): { stretch: Stretch; end: number } | null {
  const rows = levels.slice(from, to).map((level) => level.pieces);
  const gaps = gapsIn(rows).filter((gap, _, all) => {
    return known.some((place) => Math.abs(place - gap.right) < SAME_PLACE) || isGutter(gap, rows, all);
  });
  if (gaps.length === 0) return null;
  if (known.length > 0 && gaps.length < known.length && to - from < SURE) return null;
  const isInColumns = (pieces: readonly Piece[]) => gaps.some((gap) => isBothSides(gap, pieces));
  const [first, last] = [rows.findIndex(isInColumns), rows.findLastIndex(isInColumns)];
  if (first < 0) return null;
  const [top, bottom] = [from + first, from + last];
  const above = levels.slice(floor, top).reverse();
  const begin = top - belonging(above, levels[top], gaps);
  const end = bottom + 1 + belonging(levels.slice(bottom + 1), levels[bottom], gaps);
  const inside = levels.slice(begin, end);
  const pieces = inside.map((level) => level.pieces);
  const columns = [-1, ...gaps.keys()].map((column) =>
    pieces.flatMap((row) => oneOf(row.filter((piece) => columnOf(piece, gaps) === column + 1))),
  );
  const borders = gaps.map((gap, index) => {
    const left = Math.min(...(columns[index + 1] ?? []).map((piece) => piece.left));
    return Math.max((gap.left + gap.right) / 2, left - 3);
  });
  const open =
    end < levels.length ? [] : columns.slice(1).map((column) => Math.min(...column.map((piece) => piece.left)));
  return { stretch: { columns, levels: inside, borders, open }, end };
}

/** How many levels go on in one column beside the first or last line of the others. */
function belonging(beyond: readonly Row[], edge: Row | undefined, gaps: readonly Gap[]): number {
  let last = edge;
  const count = beyond.findIndex((level) => {
    const pieces = level.pieces;
    const [first] = pieces;
    if (last === undefined || first === undefined || pieces.length > 1) return true;
    const isAtColumn = gaps.some((gap) => Math.abs(first.left - gap.right) < SAME_PLACE);
    const furthest = isAtColumn ? NEXT_ROW : WIDEST_PITCH;
    const isNear = Math.abs(level.baseline - last.baseline) < furthest * level.size;
    const isInside = !gaps.some((gap) => first.left < gap.right - 1 && first.right > gap.left + 1);
    const isAlike = Math.abs(level.size - last.size) < 0.5 && level.isBold === last.isBold;
    const isBehind = gaps.some((gap) => first.left >= gap.right - 1);
    const goesOn = isBehind || Math.abs(level.baseline - last.baseline) < level.size || isWrapped(level, last);
    last = level;
    return !(isNear && isInside && isAlike && goesOn);
  });
  return count < 0 ? beyond.length : count;
}

/** Whether the lower of two lines goes on with a sentence of the upper one, in the same column. */
function isWrapped(one: Row, other: Row): boolean {
  const [above, below] = one.baseline < other.baseline ? [one, other] : [other, one];
  const next = below.pieces[0];
  const before = above.pieces.findLast((piece) => Math.abs(piece.left - (next?.left ?? 0)) < SAME_PLACE);
  return next !== undefined && before !== undefined && !/[.!?:;]$/.test(before.text) && /^[\p{Ll}(]/u.test(next.text);
}

function columnOf(piece: Piece, gaps: readonly Gap[]): number {
  return gaps.filter((gap) => piece.left >= gap.right - 1).length;
}

function oneOf(pieces: readonly Piece[]): Piece[] {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined) return [];
  const text = pieces.map((piece) => piece.text).join(' ');
  return [{ ...first, text, right: last.right, isBold: pieces.every((piece) => piece.isBold) }];
}
