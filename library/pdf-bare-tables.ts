import { bareGrid } from './pdf-bare-grid';
import { headOver, spansOf } from './pdf-bare-head';
import { bareRows, breakOf } from './pdf-bare-rows';
import type { Grid } from './pdf-grid';
import { type Level, levelsOf } from './pdf-levels';
import { gapsBetween } from './pdf-open-tables';
import type { Page, Run } from './pdf-page';
import { isMark } from './table-marks';

/** A page with more pieces of words than this holds no table that a person made; every level is compared with others. */
const MOST_RUNS = 2000;
/** Rows of one table are no further apart than this, as a part of the size of their letters. */
const FURTHEST = 3.5;
const LARGER = 1.1;
const MOST_HEAD_LEVELS = 12;
/** Marks on so many levels are a table, even where nothing can be said of its columns. */
const FEWEST_MARKED = 2;
/** Names stand so close above the marks, as a part of the size of their letters; and so high if they read upwards, in points. */
const NEAR = 2.5;
const HIGHEST_NAME = 130;

/**
 * Tables of ticks that no line is drawn for: labels on the left, and marks that stand below each other. Where the names
 * stand over the marks beyond doubt, a cell is one of rows and columns; where they do not, its row is said to be unsure.
 */
export function bareGrids(runs: readonly Run[], page: Page): Grid[] {
  if (runs.length > MOST_RUNS) return [];
  const levels = levelsOf(runs);
  return stretchesOf(levels).flatMap((stretch) => gridOf(stretch, levels, runs, page) ?? []);
}

/** Levels with marks, as far as they are those of one table. */
function stretchesOf(levels: readonly Level[]): Level[][] {
  const stretches: Level[][] = [];
  let isOpen = false;
  for (const [index, level] of levels.entries()) {
    const above = levels[index - 1];
    const marked = stretches.at(-1);
    if (isOpen && (marked === undefined || above === undefined || endsTable(marked, above, level))) isOpen = false;
    if (level.marks.length === 0) continue;
    if (isOpen) marked?.push(level);
    else stretches.push([level]);
    isOpen = true;
  }
  return stretches;
}

/** A wide gap, letters of a heading, running text across the columns, or the names of the next table. */
function endsTable(marked: readonly Level[], above: Level, level: Level): boolean {
  const edges = edgesOf(marked);
  const isNames = level.isBold && level.marks.length === 0 && level.runs.some((run) => run.left > edges.first);
  return (
    level.baseline - above.baseline > FURTHEST * above.size ||
    level.size > above.size * LARGER ||
    isAcross(level, edges) ||
    isNames
  );
}

interface Edges {
  /** Where the first mark begins, and where the last label ends. */
  readonly first: number;
  readonly label: number;
}

function edgesOf(levels: readonly Level[]): Edges {
  const first = Math.min(...levels.flatMap(({ marks }) => marks.map((mark) => mark.left)));
  const labels = levels.flatMap(({ runs }) => runs.filter((run) => run.right < first));
  return { first, label: Math.max(...labels.map((run) => run.right)) };
}

function isAcross({ runs }: Level, { first, label }: Edges): boolean {
  return runs.some((run) => run.left < label - 1 && run.right > first);
}

function gridOf(marked: readonly Level[], levels: readonly Level[], runs: readonly Run[], page: Page): Grid | null {
  const [firstMarked, lastMarked] = [marked[0], marked.at(-1)];
  if (firstMarked === undefined || lastMarked === undefined) return null;
  const [first, last] = [levels.indexOf(firstMarked), levels.indexOf(lastMarked)];
  const edges = edgesOf(levels.slice(first, last + 1));
  if (!Number.isFinite(edges.label)) return null;
  const turned = turnedOver(firstMarked, edges, runs);
  const above = aboveMarks(levels.slice(0, first), firstMarked, edges, turned);
  const headEnd = 1 + above.findLastIndex((level) => level.runs.some((run) => run.left > edges.label));
  const seen = [...above.slice(headEnd), ...levels.slice(first, last + 1)];
  const rowBreak = breakOf([...above.slice(0, headEnd), ...seen]);
  const body = [...seen, ...goingOn(levels.slice(last), edges, rowBreak)];
  if (body.some(isBulleted)) return null;
  const head = headOver(above.slice(0, headEnd), turned, edges.label, rowBreak);
  const inside = [...body.flatMap((level) => level.runs), ...head.names];
  const all = [...inside, ...above.flatMap((level) => level.runs)];
  const [left, right] = [Math.min(...all.map((run) => run.left)) - 1, Math.max(...all.map((run) => run.right)) + 1];
  const xs = [left, ...gapsBetween(inside), right];
  const spans = spansOf(head, body, xs);
  const isTyped = marked.every(({ marks }) => marks.every((mark) => /\p{L}{2}/u.test(mark.text)));
  if (spans === null && (isTyped || marked.length < FEWEST_MARKED)) return null;
  return bareGrid(
    { head, headLevels: above.slice(0, headEnd), spans, rows: bareRows(body, xs[1] ?? right, rowBreak), xs },
    page,
  );
}

/** The levels over the first mark that are no running text and no heading: names, and the beginning of a label. */
function aboveMarks(levels: readonly Level[], marked: Level, edges: Edges, turned: readonly Run[]): Level[] {
  const highest = Math.min(marked.baseline, ...turned.map((run) => run.baseline - HIGHEST_NAME / 2));
  const taken: Level[] = [];
  for (const level of [...levels].reverse().slice(0, MOST_HEAD_LEVELS)) {
    const below = taken[0]?.baseline ?? marked.baseline;
    const isNear = below - level.baseline < NEAR * level.size || level.baseline > highest;
    if (!isNear || isAcross(level, edges) || level.size > marked.size * LARGER) break;
    taken.unshift(level);
  }
  const top = taken.findIndex((level) => level.runs.some((run) => run.left > edges.label));
  return top < 0 ? taken.filter((level) => marked.baseline - level.baseline < NEAR) : taken.slice(top);
}

/** Names that read upwards, over the marks. */
function turnedOver(marked: Level, { label }: Edges, runs: readonly Run[]): Run[] {
  return runs.filter(
    (run) =>
      run.turned !== undefined &&
      run.text.trim() !== '' &&
      run.left > label &&
      run.baseline < marked.baseline &&
      run.baseline > marked.baseline - HIGHEST_NAME,
  );
}

/** The lines of the last label that stand below its marks. */
function goingOn(levels: readonly Level[], edges: Edges, rowBreak: number): Level[] {
  const end = levels.findIndex((level, index) => {
    const above = levels[index - 1];
    if (above === undefined) return false;
    const isLabel = level.runs.every((run) => run.right < edges.first) && level.baseline - above.baseline <= rowBreak;
    return !isLabel;
  });
  return levels.slice(1, end < 0 ? undefined : end);
}

/** Words that a tick opens are an item of a list. */
function isBulleted({ runs, marks }: Level): boolean {
  return isMark(runs[0]?.text.trim() ?? '') && runs.length > marks.length;
}
