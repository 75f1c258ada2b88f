import type { Block, GridRow } from './block';
import { fold } from './fold';
import { isFormField } from './form-field';
import type { FilledCell, Table } from './pdf-cells';
import { isMark } from './table-marks';

/** A table of words with fewer columns is a label and what belongs to it. */
const FEWEST_COLUMNS = 3;
const MOST_HEAD_ROWS = 4;
/** Words in the name of a column; fewer where only some of the names are bold. */
const LONGEST_NAME = 12;
const SHORT_NAME = 4;

/** A row as it is drawn: only the cells that begin in it, each once. */
type DrawnRow = readonly FilledCell[];

/** The rows of a table that only arranges a page: a label and what belongs to it, or boxes below each other. Else null. */
export function pairsOf(table: Table): (readonly FilledCell[])[] | null {
  const rows = rowsOf(table).map((row) => row.filter((cell) => cell.text !== ''));
  if (table.grid.headRows !== undefined || countHead(table, rowsOf(table)) > 0) return null;
  return rows.every((row) => row.length < FEWEST_COLUMNS) ? rows.filter((row) => row.length > 0) : null;
}

/** What a table with columns says. */
export function tableBlocks(table: Table): Block[] {
  const rows = rowsOf(table).filter((row) => row.some((cell) => cell.text !== ''));
  const width = table.grid.xs.length - 1;
  const head = countHead(table, rows);
  const titles = rows.slice(0, head).filter((row) => isAcross(row, width));
  const names = rows.slice(0, head).filter((row) => !isAcross(row, width));
  const body = rows.slice(head).flatMap(alone);
  const grid = [...(names.length > 0 ? [headRow(names, width)] : []), ...body.map((row) => bodyRow(row, table, width))];
  const above = titles.map((row): Block => ({ kind: 'paragraph', text: spanOf(row) }));
  return [...above, { kind: 'table', grid: withGroups(grid, body, width), hasHeader: names.length > 0 }];
}

/** Tables that a page break cut: the same columns, and nothing between them. The head that is printed again is dropped. */
export function isContinued(one: Table, other: Table): boolean {
  const [xs, others] = [edgesOf(one), edgesOf(other)];
  return (
    other.grid.page === one.grid.page + 1 &&
    xs.length === others.length &&
    xs.every((x, at) => Math.abs(x - (others[at] ?? 0)) < 6)
  );
}

function edgesOf({ grid: { xs, isRagged } }: Table): readonly number[] {
  return isRagged ? xs.slice(0, -1) : xs;
}

export function continued(one: Table, other: Table): Table {
  const rows = rowsOf(one);
  const head = rows.slice(0, Math.max(1, countHead(one, rows))).map(wordsOf);
  const drop = rowsOf(other).findIndex((row, index) => wordsOf(row) !== head[index]);
  const skipped = Math.max(0, drop);
  const last = rows.length - 1;
  const next = rowsOf(other)[skipped] ?? [];
  const isCut = goesOn(rows[last] ?? [], next);
  const shift = rows.length - skipped - (isCut ? 1 : 0);
  const moved = other.cells
    .filter((cell) => cell.row >= skipped)
    .map((cell) => ({ ...cell, row: cell.row + shift, lastRow: cell.lastRow + shift }));
  if (!isCut) return { grid: one.grid, cells: [...one.cells, ...moved] };
  const added = new Map(moved.filter((cell) => cell.row === last).map((cell) => [cell.column, cell]));
  const cells = one.cells.map((cell) => {
    const more = cell.lastRow === last ? added.get(cell.column) : undefined;
    return more === undefined
      ? cell
      : { ...cell, text: fold(`${cell.text} ${more.text}`), lastRow: Math.max(cell.lastRow, more.lastRow) };
  });
  return {
    grid: { ...one.grid, page: other.grid.page },
    cells: [...cells, ...moved.filter((cell) => cell.row > last)],
  };
}

/** A row goes on over the page if its label has been said and no mark follows, or if its sentences go on. */
function goesOn(above: DrawnRow, below: DrawnRow): boolean {
  if (above.length !== below.length || above.some((cell, at) => cell.column !== below[at]?.column)) return false;
  const filled = below.filter((cell) => cell.text !== '');
  if (filled.length === 0 || filled.some((cell) => isMark(cell.text))) return false;
  if (below[0]?.text === '' && above[0]?.text !== '') return true;
  return filled.every((cell) => /^\p{Ll}/u.test(cell.text));
}

function rowsOf({ cells }: Table): DrawnRow[] {
  const rows: FilledCell[][] = [];
  for (const cell of cells) {
    while (rows.length <= cell.row) rows.push([]);
    rows[cell.row]?.push(cell);
  }
  return rows.map((row) => row.sort((one, other) => one.column - other.column));
}

function wordsOf(row: DrawnRow): string {
  return fold(row.map((cell) => cell.text).join(' '));
}

/** Rows at the top that name the columns: in bold, turned, or spanning several columns; never one with a mark. */
function countHead({ grid }: Table, rows: readonly DrawnRow[]): number {
  const { headRows } = grid;
  if (headRows !== undefined) return rows.filter((row) => row.every((cell) => cell.row < headRows)).length;
  const width = grid.xs.length - 1;
  if (width < 2) return 0;
  const firstMarked = rows.findIndex((row) => row.slice(1).some((cell) => isMark(cell.text)));
  if (firstMarked > 0 && firstMarked <= MOST_HEAD_ROWS && width >= FEWEST_COLUMNS) {
    const sections = rows.slice(0, firstMarked).findIndex((row, index) => index > 0 && isAcross(row, width));
    return sections > 0 ? sections : firstMarked;
  }
  let count = 0;
  for (const row of rows.slice(0, MOST_HEAD_ROWS)) {
    const filled = row.filter((cell) => cell.text !== '');
    const isBold = filled.every((cell) => cell.isBold || cell.isTurned);
    const isHalfBold = count === 0 && filled.length === width && filled.some((cell) => cell.isBold);
    const longest = isBold ? LONGEST_NAME : SHORT_NAME;
    const isNames = (isBold || isHalfBold) && filled.every((cell) => cell.text.split(' ').length <= longest);
    if (!isNames || (filled.length < 2 && !isAcross(row, width))) break;
    count += 1;
  }
  return count < rows.length ? count : 0;
}

function isAcross(row: DrawnRow, width: number): boolean {
  return row.length === 1 && row[0]?.column === 0 && row[0].lastColumn === width - 1;
}

/** Where nobody can say what belongs together, the words of each cell stay for themselves, and no mark is said of any. */
function alone(row: DrawnRow): DrawnRow[] {
  if (!row[0]?.isUnsure) return [row];
  return row.filter((cell) => cell.text.split(' ').some((word) => word !== '' && !isMark(word))).map((cell) => [cell]);
}

/** All lines of the head in one: `Group: Column` where an upper cell spans several columns, by the lines that are drawn. */
function headRow(head: readonly DrawnRow[], width: number): GridRow {
  const cells = Array.from({ length: width }, (_, column) => {
    const over = head.flat().filter((cell) => cell.column <= column && column <= cell.lastColumn);
    const own = over.filter((cell) => cell.column === column || cell.row < Math.max(...over.map((each) => each.row)));
    return [...new Set(own.map((cell) => cell.text).filter((text) => text !== ''))].join(': ');
  });
  return { cells, span: head.map(spanOf).join(' ') };
}

/**
 * One cell a column, as far as cells are drawn: a row that lost one has fewer than the head, and is uncertain. A cell
 * that is merged over columns says the same in each. Merged over rows, a mark goes on, and words are those of the first.
 */
function bodyRow(row: DrawnRow, table: Table, width: number): GridRow {
  const index = row[0]?.row ?? 0;
  if (row[0]?.isUnsure) return { cells: row.map((cell) => cell.text), span: spanOf(row), isUncertain: true };
  const over = table.cells.filter((cell) => cell.row < index && cell.lastRow >= index);
  const isLost = row.some((cell) => cell.isOdd);
  const hasOwnLabel = row.some(
    (cell) => cell.column > 0 && cell.text !== '' && !isMark(cell.text) && cell.column < width - 1,
  );
  const cells = [...row, ...over]
    .sort((one, other) => one.column - other.column)
    .flatMap((cell) => {
      if (isLost) return [cell.text];
      const isSaid = cell.row < index && !isMark(cell.text) && (cell.column > 0 || hasOwnLabel);
      return Array.from({ length: cell.lastColumn - cell.column + 1 }, () => (isSaid ? '' : cell.text));
    });
  return { cells, span: spanOf(row) };
}

/** A line across the whole table names the rows below it; it becomes a first column, merged over these rows. */
function withGroups(grid: readonly GridRow[], body: readonly DrawnRow[], width: number): GridRow[] {
  const headRows = grid.length - body.length;
  if (headRows === 0 || !body.some((row) => isAcross(row, width))) return [...grid];
  const rows: GridRow[] = grid
    .slice(0, headRows)
    .map((row) => ({ ...row, cells: [row.cells[0] ?? '', '', ...row.cells.slice(1)] }));
  let group = '';
  for (const [index, row] of body.entries()) {
    const made = grid[index + headRows];
    if (made === undefined) continue;
    if (isAcross(row, width)) {
      group = spanOf(row);
      continue;
    }
    rows.push({ cells: [group, ...made.cells], span: made.span });
    group = '';
  }
  return rows;
}

/** A label and what stands beside it; with nothing beside it, a place to write. */
export function pairBlock(row: DrawnRow): Block {
  const text = spanOf(row);
  const isToFillIn = isFormField(text) || /:[\s._…]*$/.test(text);
  return isToFillIn ? { kind: 'blank', label: text } : { kind: 'paragraph', text };
}

function spanOf(row: DrawnRow): string {
  return row
    .map((cell) => cell.text)
    .filter((text) => text !== '')
    .join(' ');
}
