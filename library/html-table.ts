import type { Element } from 'hast';
import { fold } from './fold';
import { isFormField } from './form-field';
import { readsAsHeading } from './heading';
import { type Cell, countHeadLines, type Row } from './html-cells';
import { unlistNumber } from './html-counted-cells';
import { holds, isElement, isLeftOut, wholeNumber } from './html-elements';
import type { Place, Walk } from './html-place';
import { squareOf } from './html-square';
import { type Flow, wordsIn } from './flow';
import { isMark } from './table-marks';

const MOST_MERGED = 1000;
/** What follows a label; only the whole of it is tried, since each of its parts would take the square of its length. */
const COLONS = /(?<![\s:])[\s:]+$/;
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** A table of cells; or, where a table only arranges the page, what stands in it, cell after cell. */
export function tableFlow(table: Element, place: Place, walk: Walk): Flow[] {
  const inside = { ...place, depth: 0 };
  for (const cell of linesOf(table).flatMap(({ row }) => partsOf(row))) unlistNumber(cell);
  const caption = table.children.filter((child) => isElement(child) && child.tagName === 'caption');
  return [...walk(caption, inside), ...bodyFlow(table, rowsOf(table, inside, walk))];
}

function bodyFlow(table: Element, rows: readonly Row[]): Flow[] {
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  if (widest <= 1 || holds(table, ['table', ...HEADINGS])) return rows.flatMap(flowOf);
  const headLines = countHeadLines(rows);
  if (holds(table, ['li']))
    return rows.flatMap((row, index) => (index < headLines ? gridOf([row], 0) : sectionOf(row)));
  const arePairs = headLines === 0 || rows.every(opensWithLabel);
  if (arePairs && widest === 2 && rows.every(isPair)) return rows.flatMap(pairOf);
  return [...gridOf(rows, headLines), ...rows.flatMap(flowOf).filter(({ is }) => is === 'note')];
}

/** Rows of this table alone, whether or not they stand in `thead`, `tbody` and `tfoot`. */
function linesOf(table: Element): { readonly row: Element; readonly isHead: boolean }[] {
  return partsOf(table).flatMap((part) => {
    const rows = part.tagName === 'tr' ? [part] : partsOf(part).filter(({ tagName }) => tagName === 'tr');
    return rows.map((row) => ({ row, isHead: part.tagName === 'thead' }));
  });
}

function rowsOf(table: Element, place: Place, walk: Walk): Row[] {
  return linesOf(table).map(({ row, isHead }) => ({
    cells: partsOf(row).map((cell) => cellOf(cell, walk(cell.children, place))),
    isHead,
  }));
}

function partsOf(element: Element): Element[] {
  return element.children.filter(isElement).filter((child) => !isLeftOut(child) && child.tagName !== 'caption');
}

function cellOf(cell: Element, flow: readonly Flow[]): Cell {
  const words = flow.flatMap((found) => (found.is === 'words' ? [found.words] : []));
  return {
    flow,
    text: wordsIn(flow.filter(({ is }) => is !== 'note')),
    columns: wholeNumber(cell, 'colSpan', 1, MOST_MERGED, 1),
    rows: wholeNumber(cell, 'rowSpan', 1, MOST_MERGED, 1),
    isHead: cell.tagName === 'th' || (words.length > 0 && words.every(({ isStrong }) => isStrong)),
  };
}

function gridOf(rows: readonly Row[], headLines: number): Flow[] {
  return [{ is: 'table', grid: squareOf(rows, headLines), headLines }];
}

function flowOf({ cells }: Row): Flow[] {
  return cells.flatMap(({ flow }) => flow);
}

/** A row with lists in it ("Headteacher", and all that a headteacher does) is a section rather than a row. */
function sectionOf(row: Row): Flow[] {
  const [name, ...others] = row.cells;
  const [first] = name?.flow ?? [];
  if (name?.flow.length !== 1 || first?.is !== 'words' || !readsAsHeading(first.words.text)) return flowOf(row);
  return [{ ...first, words: { ...first.words, isStrong: true } }, ...others.flatMap(({ flow }) => flow)];
}

/** A label and a value, as on a cover page ("Review due", "July 2027") or in a form ("Signed:"). */
function isPair({ cells }: Row): boolean {
  return cells.length <= 2 && cells.every(({ flow, text }) => flow.length <= 1 && !isMark(fold(text)));
}

/** "Approved by:" in bold, beside a name in bold, is no head of a table. */
function opensWithLabel({ cells: [label] }: Row): boolean {
  return /:$/.test(fold(label?.text ?? ''));
}

function pairOf({ cells }: Row): Flow[] {
  const [label, value] = cells;
  const [first] = label?.flow ?? [];
  if (first?.is !== 'words') return value === undefined ? [] : [...value.flow];
  const toFillIn = `${first.words.text.replace(COLONS, '')}:`;
  const isToFillIn = fold(value?.text ?? '') === '' && isFormField(toFillIn);
  const text = isToFillIn ? toFillIn : cells.map((cell) => cell.text).join(' ');
  return [{ ...first, words: { ...first.words, text, isStrong: false } }];
}
