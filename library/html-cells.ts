import { fold } from './fold';
import type { Flow } from './flow';

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

/** How many lines head the table: those that say so, or whose every cell is in bold while the rows below are not. */
export function countHeadLines(rows: readonly Row[]): number {
  const named = rows.findIndex(({ isHead }) => !isHead);
  if (named > 0) return named;
  const bold = rows.findIndex(({ cells }) => !cells.every(({ isHead, text }) => isHead || fold(text) === ''));
  return bold > 0 && rows.slice(0, bold).every(({ cells }) => cells.some(({ text }) => fold(text) !== '')) ? bold : 0;
}
