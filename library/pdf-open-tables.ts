import { joined, meet } from './pdf-grid';
import type { Page, Run, Stroke } from './pdf-page';

/** Lines below each other that are equally long; fewer are rules above and below a heading. */
const FEWEST_LINES = 3;
const SAME_END = 6;
/** Rows are no higher than this, in points. */
const HIGHEST_ROW = 160;
/** Columns are so far apart that no words lie between them, in any row. In points. */
const NARROWEST_GAP = 6;
/** The names of the columns stand so close above the first line, as a part of the size of their letters. */
const HEAD = 2;
/** A share of the rows has words in more than one column. */
const FILLED = 0.5;

/**
 * The borders that a table with level lines alone leaves to the eye: between its columns, at its sides, and above its
 * head. None where words cross every gap, for then nobody can say where a column begins.
 */
export function impliedBorders(strokes: readonly Stroke[], page: Page): Stroke[] {
  const uprights = strokes.filter((stroke) => stroke.top !== stroke.bottom);
  const levels = joined(strokes.filter((stroke) => stroke.top === stroke.bottom)).filter(
    (level) => !uprights.some((upright) => meet(level, upright)),
  );
  return stacksOf(levels, page).flatMap((stack) => bordersOf(stack, page));
}

function stacksOf(levels: readonly Stroke[], page: Page): Stroke[][] {
  const stacks: Stroke[][] = [];
  for (const level of [...levels].sort((one, other) => one.top - other.top)) {
    const stack = stacks.find((lines) => {
      const last = lines.at(-1);
      if (last === undefined || level.top - last.top > HIGHEST_ROW) return false;
      const isAsLong = Math.abs(last.left - level.left) < SAME_END && Math.abs(last.right - level.right) < SAME_END;
      return isAsLong && isOneRow(last, level, page);
    });
    if (stack === undefined) stacks.push([level]);
    else stack.push(level);
  }
  return stacks.filter((stack) => stack.length >= FEWEST_LINES);
}

/** Between two lines of a table the words stand close; a wider gap is the end of one table and the head of the next. */
function isOneRow(above: Stroke, below: Stroke, page: Page): boolean {
  const inside = page.runs
    .filter((run) => run.text.trim() !== '' && run.baseline > above.top && run.baseline < below.top)
    .filter((run) => run.left > above.left - SAME_END && run.right < above.right + SAME_END)
    .sort((one, other) => one.baseline - other.baseline);
  return inside.every((run, index) => run.baseline - (inside[index - 1]?.baseline ?? above.top) < run.size * HEAD);
}

function bordersOf(stack: readonly Stroke[], page: Page): Stroke[] {
  const [first, last] = [stack[0], stack.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { left, right } = first;
  const words = page.runs.filter(
    (run) => run.text.trim() !== '' && run.left > left - SAME_END && run.right < right + SAME_END,
  );
  const head = words.filter((run) => run.baseline < first.top && run.baseline > first.top - run.size * HEAD);
  const top = Math.min(first.top, ...head.map((run) => run.baseline - run.size - 1));
  const inside = words.filter((run) => run.baseline > top && run.baseline < last.top);
  const gaps = gapsBetween(inside);
  const rows = [top, ...stack.map((line) => line.top)];
  const filled = rows.slice(1).filter((bottom, row) => {
    const own = inside.filter((run) => run.baseline > (rows[row] ?? 0) && run.baseline < bottom);
    return new Set(own.map((run) => gaps.filter((gap) => gap < run.left).length)).size > 1;
  });
  if (gaps.length === 0 || filled.length < stack.length * FILLED) return [];
  const upright = (place: number): Stroke => ({ left: place, right: place, top, bottom: last.top });
  return [{ left, right, top, bottom: top }, ...[left, ...gaps, right].map(upright)];
}

/** The middles of the upright gaps that no words cross. */
export function gapsBetween(words: readonly Run[]): number[] {
  const gaps: number[] = [];
  let covered = Number.POSITIVE_INFINITY;
  for (const run of [...words].sort((one, other) => one.left - other.left)) {
    if (run.left - covered > NARROWEST_GAP) gaps.push((run.left + covered) / 2);
    covered = Number.isFinite(covered) ? Math.max(covered, run.right) : run.right;
  }
  return gaps;
}
