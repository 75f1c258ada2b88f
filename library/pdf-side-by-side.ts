import { cellRows } from './pdf-cell-rows';
import { cellGrid, within } from './pdf-cell-grid';
import type { Grid } from './pdf-grid';
import { type Stretch, stretchesOf } from './pdf-stretches';
import { levelsOf } from './pdf-levels';
import type { Page, Run } from './pdf-page';
import type { Piece } from './pdf-pieces';
import { isMark } from './table-marks';

/** Words in columns, and how they are read: as rows of a table, or each cell for itself. */
export interface SideBySide {
  readonly grid: Grid;
  readonly isTable: boolean;
  /** Where its columns begin, if it ends the page. */
  readonly open: readonly number[];
}

const MOST_RUNS = 2000;
const LEADERS = /[._…]{4,}|(?:\. ){4,}/;
/** A label has no more words, and is no sentence. */
const LONGEST_LABEL = 12;
const LONGEST_NAME = 8;
const IS_ITEM = /^[^\p{L}\p{N}\s"“‘'(]\s/u;
/** Columns of running text have about as many lines, and so large a part of these goes on with a sentence. */
const DENSE = 0.7;
const GOING_ON = 0.35;

/**
 * Words that stand in columns no line is drawn between, cell by cell: tables of sentences, and text in columns. Where
 * nobody can say where a row begins, the parts of each column are for themselves and said to be unsure.
 */
export function sideBySide(runs: readonly Run[], page: Page, known: readonly number[]): SideBySide[] {
  if (runs.length > MOST_RUNS) return [];
  return stretchesOf(levelsOf(runs), known).flatMap(
    (stretch, index) => readingOf(stretch, page, index === 0 && known.length > 0) ?? [],
  );
}

function readingOf(stretch: Stretch, page: Page, isKnown: boolean): SideBySide | null {
  const { columns, open } = stretch;
  const all = columns.flat();
  const isToFillIn = all.some(({ text }) => LEADERS.test(text));
  const isContents = columns.at(-1)?.every(({ text }) => /^\d{1,3}$/.test(text)) ?? false;
  if (isToFillIn || isContents || all.some(({ text }) => isMark(text))) return null;
  const { rows, parts, isWrapped } = cellRows(stretch);
  if (!isWrapped && !isKnown) return null;
  const [first] = rows;
  const isOneRow = rows.length === 1 || rows.filter((row) => row.isUnsure).length > rows.length / 2;
  if (first !== undefined && isOneRow && isRunning(stretch))
    return {
      grid: cellGrid(stretch, [{ ...first, bottom: rows.at(-1)?.bottom ?? 0, isUnsure: false }], parts, page),
      isTable: false,
      open,
    };
  const cells = rows.map((row) => columns.map((pieces) => within(pieces, row)));
  const isUnsure = rows.some((row) => row.isUnsure);
  const isTable = isUnsure || isHead(cells[0] ?? []) || cells.every(isLabelled);
  const grid = cellGrid(stretch, rows, parts, page);
  const headRows = isHead(cells[0] ?? []) && first?.isUnsure === false ? 1 : 0;
  return { grid: isUnsure ? { ...grid, headRows } : grid, isTable, open };
}

/** Not labels: in every column are about as many lines, and sentences go on in them. */
function isRunning({ columns }: Stretch): boolean {
  const lines = columns.map((pieces) => pieces.length);
  const goingOn = columns.map((pieces) => pieces.filter(({ text }) => /^\p{Ll}/u.test(text)).length / pieces.length);
  return Math.min(...lines) > DENSE * Math.max(...lines) && Math.min(...goingOn) > GOING_ON;
}

function isHead(cells: readonly (readonly Piece[])[]): boolean {
  return cells.every(
    (pieces) => pieces.length > 0 && pieces.every(({ isBold }) => isBold) && wordsIn(pieces).length <= LONGEST_NAME,
  );
}

/** A short name, and what belongs to it. */
function isLabelled([label = [], ...rest]: readonly (readonly Piece[])[]): boolean {
  const words = wordsIn(label);
  const hasItems = rest.some((pieces) => pieces.filter(({ text }) => IS_ITEM.test(text)).length > 1);
  return words.length <= LONGEST_LABEL && !/[.!?]$/.test(words.at(-1) ?? '') && !hasItems;
}

function wordsIn(pieces: readonly Piece[]): string[] {
  return pieces.flatMap(({ text }) => text.split(/\s+/));
}
