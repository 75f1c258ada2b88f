import type { FilledCell, Table } from './pdf-cells';

/** A border that fewer rows have belongs to a row that was drawn otherwise, and makes no column. */
const FEWEST_ROWS = 1 / 3;

/**
 * Counts the columns of a table by the borders that its rows share. A row with borders of its own (one that lost a cell,
 * so that the others are wider) keeps its cells, and each says that it stands in no column for certain.
 */
export function squared(table: Table): Table {
  const { grid, cells } = table;
  const rows = new Set(cells.map((cell) => cell.row)).size;
  const shared = grid.xs
    .map((_, column) => column)
    .filter(
      (column) => column === 0 || column === grid.xs.length - 1 || rowsBeginningAt(cells, column) > rows * FEWEST_ROWS,
    );
  if (shared.length === grid.xs.length) return table;
  const xs = shared.map((column) => grid.xs[column] ?? 0);
  return { grid: { ...grid, xs }, cells: cells.map((cell) => placed(cell, shared)) };
}

function rowsBeginningAt(cells: readonly FilledCell[], column: number): number {
  return cells.filter((cell) => cell.column === column).reduce((sum, cell) => sum + cell.lastRow - cell.row + 1, 0);
}

function placed(cell: FilledCell, shared: readonly number[]): FilledCell {
  const isOdd = !shared.includes(cell.column) || !shared.includes(cell.lastColumn + 1);
  const column = shared.findLastIndex((border) => border <= cell.column);
  const end = shared.findIndex((border) => border >= cell.lastColumn + 1);
  return { ...cell, column, lastColumn: end - 1, ...(isOdd ? { isOdd } : {}) };
}
