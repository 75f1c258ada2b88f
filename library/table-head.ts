import type { GridRow } from './block';
import { fold } from './fold';
import { isMark } from './table-marks';

const MOST_HEAD_LINES = 3;

export interface TableHead {
  /** How many lines of the grid it takes. */
  readonly lines: number;
  /** How many columns on the left hold the label of a row. */
  readonly labels: number;
  /** Cells in a whole row. */
  readonly width: number;
  /** Names of the columns after the labels, as `Column` or `Group: Column`. */
  readonly columns: readonly string[];
}

/** The head of a grid; null for one that has none: rows without a head are rows and no more. */
export function headOf(grid: readonly GridRow[], header: boolean | number): TableHead | null {
  const lines = typeof header === 'number' ? header : countLines(grid, header);
  if (lines === 0) return null;
  const head = grid.slice(0, lines).map((row) => row.cells.map(fold));
  const width = head.reduce((most, cells) => Math.max(most, cells.length), 0);
  const labels = countLabels(head, grid.slice(lines), width);
  return { lines, labels, width, columns: nameColumns(head, labels, width) };
}

/** What stands over columns of words, where nothing says that the first line is a head. */
const NAMES_A_COLUMN =
  /\b(?:version|date|author|name|role|post|position|reason|change|changes|review|contact|who|what|when|where|how often|action|actions|category|offence|behaviour|consequence|sanction|area|responsib\w+|incident|stage|time|frequency|audience|year group|topic|telephone|phone|email|description|summary|approved|document|policy|issue|response|example|examples|procedure)s?\b/i;
const LONGEST_NAME = 5;

/**
 * Lines above the first mark head a table that has marks, if the last of them names its columns. A table that is known
 * to have a head may still have a second line of it.
 */
function countLines(grid: readonly GridRow[], hasHeader: boolean): number {
  const firstMarked = grid.findIndex((row) => row.cells.slice(1).some((cell) => isMark(fold(cell))));
  if (hasHeader) return firstMarked === 2 && isSecondLine(grid[1]) ? 2 : 1;
  if (firstMarked < 0) return looksLikeHead(grid) ? 1 : 0;
  if (firstMarked < 1 || firstMarked > MOST_HEAD_LINES) return 0;
  return grid.slice(0, firstMarked).every((row) => row.cells.length > 2) ? firstMarked : 0;
}

/** Short names in every cell of the first line, half of them such as columns have, and as many cells in the next line. */
function looksLikeHead(grid: readonly GridRow[]): boolean {
  const [first, second] = grid.map((row) => row.cells.map(fold));
  if (first === undefined || first.length < 2 || first.length !== second?.length) return false;
  if (!first.every((cell) => cell !== '' && cell.split(' ').length <= LONGEST_NAME && !/[\d@.;]/.test(cell)))
    return false;
  return first.filter((cell) => NAMES_A_COLUMN.test(cell)).length * 2 >= first.length;
}

/** Nothing at the left, and several names to the right: no row of a table looks so. */
function isSecondLine(row: GridRow | undefined): boolean {
  const [first = '', ...others] = (row?.cells ?? []).map(fold);
  return first === '' && others.filter((cell) => cell !== '').length > 1;
}

/** Columns before the first named one (a merged first heading leaves empty cells) hold the label. */
function countLabels(head: readonly string[][], body: readonly GridRow[], width: number): number {
  for (let column = 1; column < width; column += 1) {
    const isNamed = head.some((cells) => (cells[column] ?? '') !== '');
    const cells = body.map((row) => fold(row.cells[column] ?? ''));
    const holdsMarks = cells.some(isMark);
    const holdsWords = cells.some((cell) => cell.split(' ').length > 4);
    if (!holdsMarks && isSecondLabel(body, column)) continue;
    if (holdsMarks || ((isNamed || head.length > 1) && !holdsWords)) return column;
  }
  return 1;
}

/** Ticks to the right, and words in every row; to the left a cell that is merged over several of these rows. */
function isSecondLabel(body: readonly GridRow[], column: number): boolean {
  const rows = body.map((row) => row.cells.map(fold)).filter((cells) => cells.some((cell) => cell !== ''));
  const isMerged = rows.some((cells) => cells.slice(0, column).every((cell) => cell === ''));
  const isNamed = rows.every((cells) => (cells[column] ?? '') !== '');
  return isMerged && isNamed && rows.some((cells) => cells.slice(column + 1).some(isMark));
}

/** `Group: Column` where an upper line spans several columns; an empty cell belongs to the group on its left. */
function nameColumns(head: readonly string[][], labels: number, width: number): string[] {
  const last = head.at(-1) ?? [];
  const upper = head.slice(0, -1);
  const groups = upper.map(() => '');
  const columns: string[] = [];
  for (let column = labels; column < width; column += 1) {
    for (const [line, cells] of upper.entries()) groups[line] = cells[column] || groups[line] || '';
    const own = last[column] ?? '';
    const above = groups.filter((name) => name !== '' && name !== own);
    columns.push([...new Set([...above, own])].filter((name) => name !== '').join(': '));
  }
  return columns;
}
