import type { GridRow } from './block';
import { fold } from './fold';

/** Ticks and crosses as schools type them. */
const MARK = /^(?:\(?[xX]\)?|[✓✔☑√×✗])$/u;
/** What a cell says when the answer is no. */
const NO = /^(?:[-–—]|no|none|not allowed|n\/a|✗|×)$/iu;

export interface ReadRow {
  /** The words that are quoted for the row: its label, or the whole row where the other cells are sentences. */
  readonly text: string;
  readonly label: string;
  readonly values?: readonly string[];
  readonly cells?: readonly string[];
  readonly isUncertain: boolean;
}

export interface ReadTable {
  readonly columns: readonly string[];
  readonly rows: readonly ReadRow[];
}

/**
 * Makes sense of a grid: which lines head it, what each column is called, and which columns hold for each row.
 * A row with another number of cells than the head is kept and said to be uncertain; its marks are never guessed.
 */
export function readTable(grid: readonly GridRow[], hasHeader: boolean): ReadTable {
  const headLines = hasHeader ? 1 : countHeadLines(grid);
  if (headLines === 0) return { columns: [], rows: grid.map((row) => wholeRow(row)).filter((row) => row.text !== '') };
  const head = grid.slice(0, headLines).map((row) => row.cells.map(fold));
  const width = Math.max(...head.map((cells) => cells.length));
  const labels = countLabelColumns(head, grid.slice(headLines), width);
  const columns = nameColumns(head, labels, width);
  const rows = grid.slice(headLines).map((row) => readRow(row, columns, labels, width));
  return { columns, rows: rows.filter((row) => row.text !== '') };
}

/** A grid has a head only if it has marks: lines above the first mark, of which the last names every column. */
function countHeadLines(grid: readonly GridRow[]): number {
  const firstMarked = grid.findIndex((row) => row.cells.slice(1).some((cell) => MARK.test(fold(cell))));
  if (firstMarked < 1) return 0;
  const head = grid.slice(0, firstMarked);
  return head.every((row) => row.cells.length > 2) && firstMarked <= 3 ? firstMarked : 0;
}

/** Columns before the first named one (a merged first heading leaves empty cells) hold the label. */
function countLabelColumns(head: readonly string[][], body: readonly GridRow[], width: number): number {
  for (let column = 1; column < width; column += 1) {
    const isNamed = head.some((cells) => (cells[column] ?? '') !== '');
    const holdsWords = body.some((row) => fold(row.cells[column] ?? '').split(' ').length > 4);
    if (isNamed && !holdsWords) return column;
    if (head.length > 1 && !holdsWords) return column;
  }
  return 1;
}

/** `Group: Column` where an upper line spans several columns; an empty cell belongs to the group on its left. */
function nameColumns(head: readonly string[][], labels: number, width: number): string[] {
  const last = head.at(-1) ?? [];
  const upper = head.slice(0, -1);
  const groups = upper.map(() => '');
  const columns: string[] = [];
  for (let column = labels; column < width; column += 1) {
    for (const [line, cells] of upper.entries()) groups[line] = cells[column] || groups[line] || '';
    columns.push([...groups, last[column] ?? ''].filter((name) => name !== '').join(': '));
  }
  return columns;
}

function readRow(row: GridRow, columns: readonly string[], labels: number, width: number): ReadRow {
  const cells = row.cells.map(fold);
  const label = cells.slice(0, labels).findLast((cell) => cell !== '') ?? '';
  const rest = cells.slice(labels);
  if (rest.some((cell) => cell.split(' ').length > 5)) return wholeRow(row);
  if (cells.length !== width) return { text: label, label, isUncertain: true };
  const holds = rest.flatMap((cell, index) => {
    const column = columns[index] ?? '';
    if (cell === '' || NO.test(cell)) return [];
    return [MARK.test(cell) || /^yes$/i.test(cell) ? column : `${column}: ${cell}`];
  });
  return { text: label, label, values: rest, cells: holds, isUncertain: false };
}

function wholeRow(row: GridRow): ReadRow {
  return { text: fold(row.span), label: fold(row.cells.find((cell) => cell.trim() !== '') ?? ''), isUncertain: false };
}
