import type { GridRow } from './block';
import { fold } from './fold';
import type { Row } from './html-cells';
import { isMark } from './table-marks';

/** Wider than any table on paper: a file that claims more is cut here. */
const MOST_COLUMNS = 60;
const MOST_HEAD_LINES = 3;

/** A cell, and from which edge of the table to which it reaches. */
interface Placed {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** It began in a row above. */
  readonly isFromAbove: boolean;
}

/**
 * Lays a table out as a square. A merged cell names each of its columns. In the rows below it only a mark goes on: a
 * tick that two rows share holds for both, while words are the words of the first. A mark whose cell begins or ends in
 * the middle of a heading, as after a border was dragged, belongs to no column for certain.
 */
export function squareOf(rows: readonly Row[], headLines: number): GridRow[] {
  const lines = placed(rows);
  const lastOfHead = headLines > 0 ? headLines - 1 : Math.max(lines.findIndex(hasMark) - 1, 0);
  const head = lastOfHead < MOST_HEAD_LINES ? (lines[lastOfHead] ?? []) : [];
  const isOff = lines.map((line) => hasMark(line) && line.some((cell) => head.some((name) => straddles(cell, name))));
  const edges = [...new Set(lines.flatMap((line, index) => (isOff[index] ? [] : line.map(({ to }) => to))))];
  edges.sort((one, other) => one - other);
  return lines.map((line, index) => {
    const span = (rows[index]?.cells ?? []).map(({ text }) => text).join(' ');
    if (isOff[index]) return { cells: line.map(textOf), span, isUncertain: true };
    return {
      cells: line.flatMap((cell) => edges.filter((to) => cell.from < to && to <= cell.to).map(() => textOf(cell))),
      span,
    };
  });
}

function placed(rows: readonly Row[]): Placed[][] {
  let hanging: { readonly cell: Placed; left: number }[] = [];
  return rows.map((row) => {
    const line: Placed[] = [];
    const begun: typeof hanging = [];
    let at = 0;
    const goOn = () => {
      for (let held = heldAt(at); held !== undefined; held = heldAt(at)) {
        line.push({ ...held.cell, from: at, isFromAbove: true });
        at = held.cell.to;
      }
    };
    const heldAt = (edge: number) => hanging.find(({ cell }) => cell.from <= edge && edge < cell.to);
    for (const { text, columns, rows: down } of row.cells) {
      goOn();
      const cell = { text, from: at, to: Math.min(at + columns, MOST_COLUMNS), isFromAbove: false };
      if (cell.from >= cell.to) continue;
      line.push(cell);
      at = cell.to;
      if (down > 1) begun.push({ cell, left: down });
    }
    goOn();
    hanging = [...begun, ...hanging].map(({ cell, left }) => ({ cell, left: left - 1 })).filter(({ left }) => left > 0);
    return line;
  });
}

/** They share some columns, and each has some that the other has not. */
function straddles(cell: Placed, name: Placed): boolean {
  const apart = cell.to <= name.from || name.to <= cell.from;
  const within = (one: Placed, other: Placed) => other.from <= one.from && one.to <= other.to;
  return !apart && !within(cell, name) && !within(name, cell);
}

function hasMark(line: readonly Placed[]): boolean {
  return line.some(({ text }) => isMark(fold(text)));
}

function textOf({ text, isFromAbove }: Placed): string {
  return isFromAbove && !isMark(fold(text)) ? '' : text;
}
