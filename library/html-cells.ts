import type { GridRow } from './block';
import { fold } from './fold';
import type { Flow } from './flow';
import { isMark } from './table-marks';

export interface Cell {
  readonly flow: readonly Flow[];
  readonly text: string;
  /** Columns and rows that it takes up. */
  readonly columns: number;
  readonly rows: number;
  /** It is a heading of the table, by its tag or by its print. */
  readonly isHead: boolean;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** It stands in the part of the table that is its head. */
  readonly isHead: boolean;
}

/** Wider than any table on paper: a file that claims more is cut here. */
const MOST_COLUMNS = 60;

/**
 * Lays a table out as a square. A merged cell names each of its columns. In the rows below it only a mark goes on: a
 * tick that two rows share holds for both, while words are the words of the first.
 */
export function squareOf(rows: readonly Row[]): GridRow[] {
  const above: ({ text: string; left: number } | undefined)[] = [];
  return rows.map((row) => {
    const cells: string[] = [];
    const goOn = () => {
      for (let held = above[cells.length]; held !== undefined && held.left > 0; held = above[cells.length]) {
        held.left -= 1;
        cells.push(isMark(fold(held.text)) ? held.text : '');
      }
    };
    for (const cell of row.cells) {
      goOn();
      for (let column = 0; column < cell.columns && cells.length < MOST_COLUMNS; column += 1) {
        above[cells.length] = { text: cell.text, left: cell.rows - 1 };
        cells.push(cell.text);
      }
    }
    goOn();
    return { cells, span: row.cells.map(({ text }) => text).join(' ') };
  });
}

/** How many lines head the table: those that say so, or whose every cell is in bold while the rows below are not. */
export function countHeadLines(rows: readonly Row[]): number {
  const named = rows.findIndex(({ isHead }) => !isHead);
  if (named > 0) return named;
  const bold = rows.findIndex(({ cells }) => !cells.every(({ isHead, text }) => isHead || fold(text) === ''));
  return bold > 0 && rows.slice(0, bold).every(({ cells }) => cells.some(({ text }) => fold(text) !== '')) ? bold : 0;
}
