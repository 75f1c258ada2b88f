import type { Cell, Grid } from './pdf-grid';
import { type Line, linesOf } from './pdf-lines';
import type { Page, Run } from './pdf-page';
import { joinedText } from './pdf-join';

/** A table with its words. */
export interface Table {
  readonly grid: Grid;
  readonly cells: readonly FilledCell[];
}

export interface FilledCell extends Cell {
  readonly lines: readonly Line[];
  readonly text: string;
  readonly isBold: boolean;
  readonly isTurned: boolean;
  /** Its borders are those of no column. */
  readonly isOdd?: boolean;
}

/** Takes the words of a page that stand in a grid, cell by cell, and returns those that do not. */
export function fill(grid: Grid, runs: readonly Run[], page: Page): { readonly table: Table; readonly rest: Run[] } {
  const words = new Map<Cell, Run[]>(grid.cells.map((cell) => [cell, []]));
  const rest: Run[] = [];
  for (const run of runs.flatMap((each) => cut(each, grid))) {
    const cell = grid.cells.find((each) => holds(each, run));
    if (cell === undefined) rest.push(run);
    else words.get(cell)?.push(run);
  }
  return { table: { grid, cells: grid.cells.map((cell) => filled(cell, words.get(cell) ?? [], page)) }, rest };
}

function filled(cell: Cell, runs: readonly Run[], page: Page): FilledCell {
  const turned = runs.filter((run) => run.turned !== undefined && run.text.trim() !== '');
  const lines = linesOf(runs, page);
  const text = [turnedText(turned), joinedText(lines)].filter((words) => words !== '').join(' ');
  const isBold =
    text !== '' && (lines.length > 0 ? lines.every((line) => line.isBold) : turned.every((run) => run.isBold));
  return { ...cell, lines, text, isBold, isTurned: turned.length > 0 };
}

/** Words that read upwards have their lines from left to right, those that read downwards from right to left. */
function turnedText(runs: readonly Run[]): string {
  const rows: Run[][] = [];
  const isUp = runs[0]?.turned === 'up';
  for (const run of [...runs].sort((one, other) => (isUp ? one.right - other.right : other.left - one.left))) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && Math.abs(first.right - run.right) < run.size / 2) row.push(run);
    else rows.push([run]);
  }
  return rows
    .map((row) => row.sort((one, other) => (isUp ? other.baseline - one.baseline : one.baseline - other.baseline)))
    .map((row) => row.map((run) => run.text.trim()).join(' '))
    .join(' ');
}

function holds(cell: Cell, run: Run): boolean {
  const across = (run.left + run.right) / 2;
  const down = run.turned === undefined ? run.baseline - run.size * 0.3 : run.baseline;
  return across >= cell.left && across <= cell.right && down >= cell.top && down <= cell.bottom;
}

/** pdf.js may join the words of two narrow cells into one run: it is cut at the blank nearest to the border. */
function cut(run: Run, grid: Grid): Run[] {
  if (run.turned !== undefined || !/\S\s+\S/.test(run.text)) return [run];
  const middle = run.baseline - run.size * 0.3;
  const border = grid.cells.find(
    (cell) =>
      middle > cell.top &&
      middle < cell.bottom &&
      cell.right > run.left + run.size &&
      cell.right < run.right - run.size,
  )?.right;
  if (border === undefined || border >= grid.right - 1) return [run];
  const width = (run.right - run.left) / run.text.length;
  const blanks = [...run.text.matchAll(/\s+/g)].map((match) => match.index);
  const at = blanks.sort(
    (one, other) => Math.abs(run.left + one * width - border) - Math.abs(run.left + other * width - border),
  )[0];
  if (at === undefined || at === 0) return [run];
  const rest = { ...run, text: run.text.slice(at).trimStart(), left: border + 0.1 };
  return [{ ...run, text: run.text.slice(0, at), right: border - 0.1 }, ...cut(rest, grid)];
}
