import type { Block } from './block';
import { fold } from './fold';
import { isMark } from './table-marks';
import { cellsOf, isPipeRow, type Line } from './text-lines';

const FEWEST_COLUMNS = 3;
/** Empty lines that a page break may leave inside a table. */
const LONGEST_BREAK = 4;

/** Takes the lines of one table, over a page break too, as long as the cells go on. */
export function takeTable(lines: readonly Line[], index: number, source: string): { blocks: Block[]; next: number } {
  const taken: Line[] = [];
  let next = index;
  for (let line = lines[next]; line?.shape.is === 'cells'; line = lines[next]) {
    taken.push(line);
    next = nextRow(lines, next + 1, cellsOf(line.raw).length);
  }
  const hasHeader = taken[1] !== undefined && isRuler(taken[1]);
  const rows = taken.filter((line) => !isRuler(line));
  if (!hasHeader && rows.every(isPair) && !rows.some(hasMark))
    return { blocks: rows.map((line) => pairOf(line, source)), next };
  const grid = rows.map((line) => ({ cells: cellsOf(line.raw), span: source.slice(line.start, line.end) }));
  return { blocks: [{ kind: 'table', grid, hasHeader }], next };
}

/** `Next review date:` on one line and `September 2023` on the next, both set in from the edge: two cells of one row. */
export function labelAndValue(line: Line, next: Line | undefined, source: string): string | null {
  if (!/^\t\S.*:\s*$/.test(line.raw) || next === undefined || !/^\t\S/.test(next.raw)) return null;
  if (/:\s*$/.test(next.raw) || line.raw.length > 80 || next.raw.length > 80) return null;
  return source.slice(line.start, next.end);
}

/** Where the table goes on after an empty stretch, if a line of about as many cells follows. */
function nextRow(lines: readonly Line[], from: number, width: number): number {
  let after = from;
  while (lines[after]?.shape.is === 'empty' && after < from + LONGEST_BREAK) after += 1;
  const line = lines[after];
  if (after === from || line?.shape.is !== 'cells') return from;
  const isAlike = width >= FEWEST_COLUMNS && Math.abs(cellsOf(line.raw).length - width) <= 1;
  return isAlike ? after : from;
}

function isRuler(line: Line): boolean {
  return isPipeRow(line.raw) && /^[\s|:-]+$/.test(line.raw);
}

/** A label and a value, as on a cover page ("Review due: July 2021"). */
function isPair(line: Line): boolean {
  const cells = cellsOf(line.raw);
  return cells.length <= FEWEST_COLUMNS && cells.filter((cell) => cell.trim() !== '').length < FEWEST_COLUMNS;
}

function hasMark(line: Line): boolean {
  const cells = cellsOf(line.raw).map(fold);
  return cells.length >= FEWEST_COLUMNS && cells.slice(1).some(isMark);
}

function pairOf(line: Line, source: string): Block {
  const text = source.slice(line.start, line.end);
  const isToFillIn = /:[\s._…]*$/.test(text) || /^(?:signed|date|name|designation)\b/i.test(text.trim());
  return isToFillIn ? { kind: 'blank', label: text } : { kind: 'paragraph', text };
}
