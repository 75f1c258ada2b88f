import type { GridRow } from './block';
import { fold } from './fold';
import { headOf, type TableHead } from './table-head';
import { isMark, meaningOfMarks, type Says } from './table-marks';

export interface ReadRow {
  /** The words that are quoted for the row: its label, or the whole row where its cells are words. */
  readonly text: string;
  readonly label: string;
  readonly values?: readonly string[];
  readonly cells?: readonly string[];
  readonly isUncertain: boolean;
  /** The words of a cell that stands before several rows and belongs to each: it introduces them. */
  readonly group?: string;
}

export interface ReadTable {
  readonly columns: readonly string[];
  readonly rows: readonly ReadRow[];
}

/**
 * Makes sense of a grid: which lines head it, what each column is called, and which columns hold for each row.
 * A row with another number of cells than the head is kept and said to be uncertain, and so is one whose cross may say
 * yes or no; its marks are never guessed.
 * @param header whether there is a head, or how many lines of it where that is known
 */
export function readTable(grid: readonly GridRow[], header: boolean | number): ReadTable {
  const head = headOf(grid, header);
  if (head === null) return { columns: [], rows: grid.map(bareRow).filter((row) => row.text !== '') };
  const body = grid.slice(head.lines).filter((row) => !repeatsHead(row, grid.slice(0, head.lines)));
  const rest = body.map((row) => row.cells.slice(head.labels).map(fold));
  const hasMarks = rest.some((cells) => cells.some(isMark));
  const says = meaningOfMarks(rest, head.columns);
  const rows = body.map((row) => (hasMarks ? readMarks(row, head, says) : readWords(row, head)));
  return { columns: head.columns, rows: grouped(rows, body, head).filter((row) => row.text !== '') };
}

/** The head is printed again where a table goes over a page. */
function repeatsHead(row: GridRow, head: readonly GridRow[]): boolean {
  const words = fold(row.cells.join(' '));
  return words !== '' && head.some((line) => fold(line.cells.join(' ')) === words);
}

function readMarks(row: GridRow, head: TableHead, says: (cell: string) => Says): ReadRow {
  const cells = row.cells.map(fold);
  const label = cells.slice(0, head.labels).findLast((cell) => cell !== '') ?? '';
  const rest = cells.slice(head.labels);
  const isUnsure = rest.some((cell) => says(cell) === 'unsure');
  if (row.isUncertain || isUnsure || cells.length !== head.width) return { text: label, label, isUncertain: true };
  if (rest.some((cell) => cell.split(' ').length > 5))
    return { text: fold(row.span), label, values: rest, isUncertain: false };
  const holds = rest.flatMap((cell, index) => {
    const said = says(cell);
    const column = head.columns[index] ?? '';
    return said === 'not' ? [] : [said === 'holds' ? column : `${column}: ${cell}`];
  });
  return { text: label, label, values: rest, cells: holds, isUncertain: false };
}

/** A table of words is quoted row by row; which words belong to which column is known only where no cell is lost. */
function readWords(row: GridRow, head: TableHead): ReadRow {
  const values = row.cells.slice(head.labels).map(fold);
  const isWhole = row.cells.length === head.width;
  return { ...bareRow(row), ...(isWhole ? { values } : {}) };
}

function bareRow(row: GridRow): ReadRow {
  const label = fold(row.cells.find((cell) => cell.trim() !== '') ?? '');
  return { text: fold(row.span), label, isUncertain: row.isUncertain ?? false };
}

/** Where two columns hold the label, the first of them is merged over several rows and speaks for all of these. */
function grouped(rows: readonly ReadRow[], body: readonly GridRow[], { labels, width }: TableHead): ReadRow[] {
  if (labels < 2) return [...rows];
  let group = '';
  return rows.map((row, index) => {
    const cells = (body[index]?.cells ?? []).map(fold);
    const names = cells.length === width ? cells.slice(0, labels).filter((cell) => cell !== '') : [];
    if (names.length > 1) group = names[0] ?? '';
    else if ((cells[0] ?? '') !== '' || cells.length !== width) group = '';
    return group === '' || row.text.startsWith(group) ? row : { ...row, group };
  });
}
