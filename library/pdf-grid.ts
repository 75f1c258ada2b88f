import type { Box, Stroke } from './pdf-page';

/** A table as its lines draw it: cells that may span several rows and columns. */
export interface Grid extends Box {
  readonly page: number;
  /** Where the columns begin, and where the last one ends. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly Cell[];
  /** How many rows name the columns, where that is known before the cells are read. */
  readonly headRows?: number;
  /** No line is drawn at its right end: its words reach as far as they happen to. */
  readonly isRagged?: boolean;
}

/** From the first row and column to the last, both included. */
export interface Cell extends Box {
  readonly row: number;
  readonly lastRow: number;
  readonly column: number;
  readonly lastColumn: number;
  /** No line is drawn around it, and nobody can say which row or column its words belong to. */
  readonly isUnsure?: boolean;
}

/** Lines end a little before those they meet, and double borders are one. In points. */
const REACH = 3.5;
/** More lines than any page of tables has: a drawing. */
const MOST_LINES = 1500;

/** Finds the tables of a page among its lines. Lines that form none (underlines, a rule below a heading) are left. */
export function gridsOf(strokes: readonly Stroke[], page: { readonly number: number }): Grid[] {
  const levels = joined(strokes.filter((stroke) => stroke.top === stroke.bottom));
  const uprights = joined(strokes.filter((stroke) => stroke.top !== stroke.bottom).map(turn)).map(turn);
  if (levels.length + uprights.length > MOST_LINES) return [];
  return together(levels, uprights).flatMap((group) => gridOf(group.levels, group.uprights, page.number) ?? []);
}

function turn({ left, right, top, bottom }: Stroke): Stroke {
  return { left: top, right: bottom, top: left, bottom: right };
}

/** Joins level pieces that lie on one line and touch: Word draws a border cell by cell. */
export function joined(levels: readonly Stroke[]): Stroke[] {
  const done: Stroke[] = [];
  const sorted = [...levels].sort((one, other) => one.top - other.top || one.left - other.left);
  for (const stroke of sorted) {
    const at = done.findLastIndex(
      (other) =>
        Math.abs(other.top - stroke.top) <= 1.5 &&
        stroke.left <= other.right + REACH &&
        stroke.right >= other.left - REACH,
    );
    const other = done[at];
    if (other === undefined) done.push(stroke);
    else done[at] = { ...other, left: Math.min(other.left, stroke.left), right: Math.max(other.right, stroke.right) };
  }
  return done;
}

interface Group {
  readonly levels: Stroke[];
  readonly uprights: Stroke[];
}

function together(levels: readonly Stroke[], uprights: readonly Stroke[]): Group[] {
  let groups: Group[] = levels.map((level) => ({ levels: [level], uprights: [] }));
  for (const upright of uprights) {
    const met = groups.filter((group) => group.levels.some((level) => meet(level, upright)));
    if (met.length === 0) continue;
    const rest = groups.filter((group) => !met.includes(group));
    groups = [
      ...rest,
      { levels: met.flatMap((group) => group.levels), uprights: [...met.flatMap((group) => group.uprights), upright] },
    ];
  }
  return groups.filter((group) => group.uprights.length > 0);
}

export function meet(level: Stroke, upright: Stroke): boolean {
  return (
    upright.left >= level.left - REACH &&
    upright.left <= level.right + REACH &&
    level.top >= upright.top - REACH &&
    level.top <= upright.bottom + REACH
  );
}

function gridOf(levels: readonly Stroke[], uprights: readonly Stroke[], page: number): Grid | null {
  const box = {
    left: Math.min(...levels.map((line) => line.left), ...uprights.map((line) => line.left)),
    right: Math.max(...levels.map((line) => line.right), ...uprights.map((line) => line.right)),
    top: Math.min(...levels.map((line) => line.top), ...uprights.map((line) => line.top)),
    bottom: Math.max(...levels.map((line) => line.top), ...uprights.map((line) => line.bottom)),
  };
  const xs = apart([box.left, ...uprights.map((line) => line.left), box.right]);
  const ys = apart([box.top, ...levels.map((line) => line.top), box.bottom]);
  if (xs.length < 2 || ys.length < 2 || (xs.length - 1) * (ys.length - 1) > MOST_LINES * 4) return null;
  const cells = cellsOf(xs, ys, levels, uprights);
  return cells === null ? null : { ...box, page, xs, ys, cells };
}

/** Places in order, those that lie within reach of each other taken for one. */
function apart(places: readonly number[]): number[] {
  const kept: number[] = [];
  for (const place of [...places].sort((one, other) => one - other)) {
    if (place - (kept.at(-1) ?? Number.NEGATIVE_INFINITY) > REACH) kept.push(place);
  }
  return kept;
}

/** Cells between which no line is drawn are one. Null where that leaves a shape with corners: no table then. */
function cellsOf(
  xs: readonly number[],
  ys: readonly number[],
  levels: readonly Stroke[],
  uprights: readonly Stroke[],
): Cell[] | null {
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  const middle = (places: readonly number[], at: number) => ((places[at] ?? 0) + (places[at + 1] ?? 0)) / 2;
  const isLineAbove = (row: number, column: number) =>
    levels.some((line) => near(line.top, ys[row]) && within(middle(xs, column), line.left, line.right));
  const isLineBefore = (row: number, column: number) =>
    uprights.some((line) => near(line.left, xs[column]) && within(middle(ys, row), line.top, line.bottom));

  /** A row that lost its last cell has no border there, while other rows have one: that cell is not drawn. */
  const isDrawn = (row: number, column: number) =>
    (column < columns - 1 || !hasEdge('right') || edges('right', row)) &&
    (column > 0 || !hasEdge('left') || edges('left', row));
  const edges = (side: 'left' | 'right', row: number) =>
    uprights.some(
      (line) =>
        near(line.left, side === 'left' ? xs[0] : xs[columns]) && within(middle(ys, row), line.top, line.bottom),
    );
  const hasEdge = (side: 'left' | 'right') =>
    Array.from({ length: rows }, (_, row) => row).some((row) => edges(side, row));

  const taken = new Set<number>();
  const cells: Cell[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (taken.has(row * columns + column) || !isDrawn(row, column)) continue;
      let lastColumn = column;
      while (lastColumn + 1 < columns && !isLineBefore(row, lastColumn + 1)) lastColumn += 1;
      let lastRow = row;
      while (lastRow + 1 < rows && !isLineAbove(lastRow + 1, column)) lastRow += 1;
      for (let y = row; y <= lastRow; y += 1) {
        for (let x = column; x <= lastColumn; x += 1) {
          if (taken.has(y * columns + x)) return null;
          taken.add(y * columns + x);
        }
      }
      const box = {
        left: xs[column] ?? 0,
        right: xs[lastColumn + 1] ?? 0,
        top: ys[row] ?? 0,
        bottom: ys[lastRow + 1] ?? 0,
      };
      cells.push({ ...box, row, lastRow, column, lastColumn });
    }
  }
  return cells;
}

function near(one: number, other: number | undefined): boolean {
  return other !== undefined && Math.abs(one - other) <= REACH;
}

function within(place: number, from: number, to: number): boolean {
  return place >= from - REACH && place <= to + REACH;
}
