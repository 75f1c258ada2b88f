import type { CellRow } from './pdf-cell-rows';
import type { Cell, Grid } from './pdf-grid';
import type { Page } from './pdf-page';
import type { Piece } from './pdf-pieces';
import type { Stretch } from './pdf-stretches';

/** The lines of each column that may be one cell. */
type Parts = readonly (readonly (readonly Piece[])[])[];

/** Between the line that letters stand on and the middle of them, as a part of their size. */
const DROP = 0.3;

/**
 * Rows and columns as a reader sees them, as a grid. Where nobody can say where a row begins, each part of a column has
 * a row of its own.
 */
export function cellGrid({ columns, borders }: Stretch, rows: readonly CellRow[], parts: Parts, page: Page): Grid {
  const all = columns.flat();
  const drop = Math.max(...all.map((piece) => piece.size)) * DROP;
  const box = {
    left: Math.min(...all.map((piece) => piece.left)) - 1,
    right: Math.max(...all.map((piece) => piece.right)) + 1,
    top: Math.min(...all.map((piece) => piece.baseline - piece.size)),
    bottom: Math.max(...all.map((piece) => piece.baseline + piece.size / 4)),
  };
  const xs = [box.left, ...borders, box.right];
  const between = rows.slice(1).map((row, index) => (row.top + (rows[index]?.bottom ?? 0)) / 2 - drop);
  const ys = [box.top, ...between, box.bottom];
  const cells: Cell[] = [];

  function add(row: number, column: number, top: number, bottom: number, isUnsure: boolean): void {
    const [left = 0, right = 0] = xs.slice(column);
    cells.push({ row, lastRow: row, column, lastColumn: column, left, right, top, bottom, isUnsure });
  }

  let next = 0;
  for (const [index, row] of rows.entries()) {
    const [top = 0, bottom = 0] = ys.slice(index);
    if (!row.isUnsure) {
      for (const column of columns.keys()) add(next, column, top, bottom, false);
      next += 1;
      continue;
    }
    for (const [column, all] of parts.entries()) {
      const own = all.map((part) => within(part, row)).filter((part) => part.length > 0);
      const ends = own.slice(1).map((part, at) => middleOf(own[at]?.at(-1), part[0]) - drop);
      for (const at of own.keys()) {
        add(next, column, ends[at - 1] ?? top, ends[at] ?? bottom, true);
        next += 1;
      }
    }
  }
  return { ...box, page: page.number, xs, ys, cells, isRagged: true };
}

/** The lines of a column that stand in a row. */
export function within(pieces: readonly Piece[], { top, bottom }: CellRow): Piece[] {
  return pieces.filter(({ baseline }) => baseline > top - 1 && baseline < bottom + 1);
}

function middleOf(above: Piece | undefined, below: Piece | undefined): number {
  return ((above?.baseline ?? 0) + (below?.baseline ?? 0)) / 2;
}
