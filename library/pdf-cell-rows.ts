import type { Stretch } from './pdf-stretches';
import type { Piece } from './pdf-pieces';
import { breakOf } from './pdf-bare-rows';
import { ENDS_SENTENCE } from './pdf-paragraphs';

/** Levels from one place of the page to another that are one row of a table. */
export interface CellRow {
  readonly top: number;
  readonly bottom: number;
  /** Nobody can say whether it is a row of its own. */
  readonly isUnsure: boolean;
}

/** The rows of a stretch, and what its lines say about them. */
export interface CellRows {
  readonly rows: readonly CellRow[];
  /** Some cell has a second line. */
  readonly isWrapped: boolean;
  /** Lines of each column that may be one cell: where rows are in doubt, no more than these belong together. */
  readonly parts: readonly (readonly (readonly Piece[])[])[];
}

/**
 * How a line of a column goes on with the one above it: surely; with a capital, where a name may stand; not for certain,
 * since a sentence has ended; not, for there was room above; not, for a gap lies between. Or its cell begins with it.
 */
type Joint = 'one' | 'open' | 'ended' | 'apart' | 'far' | 'begins';

/** Between a column and the next one lies no more than this, in points: a line that ends earlier had room. */
const WIDEST_PADDING = 24;
const GOES_ON = /^[\p{Ll}(&]/u;
const OPENS = /^(?:[^\p{L}\p{N}\s"“‘'(]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s/u;

/** Tells rows apart: by gaps that go through all columns, and where these are as narrow as between lines, by the words. */
export function cellRows({ columns, levels, borders }: Stretch): CellRows {
  const rowBreak = breakOf(levels);
  const edges = columns.map((pieces, column) =>
    Math.max(...pieces.map((piece) => piece.right), (borders[column] ?? 0) - WIDEST_PADDING),
  );
  const places = [...new Set(levels.map((level) => level.baseline))];
  const rows: { top: number; bottom: number; isUnsure: boolean }[] = [];
  let isWrapped = false;
  for (const [index, place] of places.entries()) {
    const row = rows.at(-1);
    if (row === undefined) {
      rows.push({ top: place, bottom: place, isUnsure: false });
      continue;
    }
    const joints = columns.map((pieces, column) => jointAt(pieces, place, row.top, edges[column] ?? 0, rowBreak));
    if (joints.includes('one')) isWrapped = true;
    const isGap = place - (places[index - 1] ?? place) > rowBreak;
    const said = isGap ? afterGap(columns, places.slice(index), rowBreak) : withoutGap(joints);
    if (said === 'same') {
      if (joints[0] === 'apart' || joints[0] === 'far') row.isUnsure = true;
      row.bottom = place;
      continue;
    }
    if (said === 'unsure') row.isUnsure = true;
    rows.push({ top: place, bottom: place, isUnsure: said === 'unsure' });
  }
  const parts = columns.map((pieces, column) => partsOf(pieces, edges[column] ?? 0, rowBreak));
  return { rows, isWrapped, parts };
}

function partsOf(pieces: readonly Piece[], edge: number, rowBreak: number): Piece[][] {
  const parts: Piece[][] = [];
  for (const piece of pieces) {
    const joint = jointAt(pieces, piece.baseline, Number.NEGATIVE_INFINITY, edge, rowBreak);
    if (joint === 'one' || joint === 'open') parts.at(-1)?.push(piece);
    else parts.push([piece]);
  }
  return parts;
}

/** Whether the line of a column on this level goes on with the one above it in the same row. Absent where it has none. */
function jointAt(
  pieces: readonly Piece[],
  place: number,
  top: number,
  edge: number,
  rowBreak: number,
): Joint | undefined {
  const at = pieces.findIndex((piece) => Math.abs(piece.baseline - place) < piece.size / 4);
  const [piece, above] = [pieces[at], pieces[at - 1]];
  if (piece === undefined) return undefined;
  if (above === undefined || above.baseline < top - 1) return 'begins';
  const isOpen = !ENDS_SENTENCE.test(above.text);
  const isFar = piece.baseline - above.baseline > rowBreak;
  if (OPENS.test(piece.text) || (above.isBold && !piece.isBold && isOpen)) return 'apart';
  if (isOpen && GOES_ON.test(piece.text) && !isFar) return 'one';
  if (isFar) return 'far';
  const word = /^\S+/.exec(piece.text)?.[0] ?? '';
  const width = ((piece.right - piece.left) * word.length) / Math.max(1, piece.text.length);
  if (above.right + width + piece.size * 0.5 < edge) return 'apart';
  return isOpen ? 'open' : 'ended';
}

/** Nothing stands on this level and above it: a new row, unless only a later column has words, as further paragraphs of it. */
function afterGap(columns: readonly (readonly Piece[])[], below: readonly number[], rowBreak: number): 'same' | 'row' {
  const end = below.findIndex((place, index) => index > 0 && place - (below[index - 1] ?? place) > rowBreak);
  const [first = 0, last = first] = [below[0], below[end < 0 ? below.length - 1 : end - 1]];
  const filled = columns.map((pieces) =>
    pieces.some((piece) => piece.baseline >= first - 1 && piece.baseline <= last + 1),
  );
  const isOneLater = filled[0] === false && filled.filter((each) => each).length === 1;
  return isOneLater ? 'same' : 'row';
}

/** Cells that fill their row leave no gap below it: a row begins where every column can begin one. */
function withoutGap(joints: readonly (Joint | undefined)[]): 'same' | 'row' | 'unsure' {
  const [first] = joints;
  const said = joints.filter((joint) => joint !== undefined);
  if (first === undefined || said.length < 2 || said.includes('one')) return 'same';
  const rest = said.slice(1);
  if (first === 'begins') return rest.every((joint) => joint === 'open') ? 'same' : 'unsure';
  const isSure = (joint: Joint) => joint === 'far' || joint === 'apart' || joint === 'begins';
  if (isSure(first) && rest.every(isSure)) return 'row';
  if (first === 'far' && rest.every((joint) => isSure(joint) || joint === 'ended')) return 'row';
  return said.every((joint) => joint === 'open') ? 'same' : 'unsure';
}
