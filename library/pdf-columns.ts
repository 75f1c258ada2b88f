import { type Line, linesOf } from './pdf-lines';
import type { Box, Page, Run } from './pdf-page';

/** A part of a page that is read from top to bottom, with the edges within which its lines were broken. */
export interface Region extends Box {
  readonly lines: readonly Line[];
}

/** The gap between two columns is at least so wide, in points, and lies around the middle of the page. */
const NARROWEST_GUTTER = 10;
const FEWEST_LINES = 6;
/** Lines of running text fill their column; labels and table cells do not. */
const FULL = 0.6;
/** A part of the width of the page. */
const NARROWEST = 0.28;

/** The parts of a page in reading order: what stands above two columns, the left one, the right one, what is below. */
export function regionsOf(runs: readonly Run[], page: Page): Region[] {
  const words = runs.filter((run) => run.turned === undefined && run.text.trim() !== '');
  const gutter = gutterOf(words, page);
  if (gutter === null) return regions([runs], page);
  const { middle, top, bottom } = gutter;
  const part = (holds: (run: Run) => boolean) => runs.filter(holds);
  const isBeside = (run: Run) => run.baseline >= top && run.baseline <= bottom;
  return regions(
    [
      part((run) => run.baseline < top),
      part((run) => isBeside(run) && run.left < middle),
      part((run) => isBeside(run) && run.left >= middle),
      part((run) => run.baseline > bottom),
    ],
    page,
  );
}

function regions(parts: readonly (readonly Run[])[], page: Page): Region[] {
  return parts
    .map((part) => linesOf(part, page))
    .filter((lines) => lines.length > 0)
    .map((lines) => ({
      lines,
      left: Math.min(...lines.map((line) => line.left)),
      right: Math.max(...lines.map((line) => line.right)),
      top: Math.min(...lines.map((line) => line.top)),
      bottom: Math.max(...lines.map((line) => line.bottom)),
    }));
}

interface Gutter {
  readonly middle: number;
  readonly top: number;
  readonly bottom: number;
}

/** The longest stretch of the page that one upright gap cuts in two columns of running text, or none. */
function gutterOf(words: readonly Run[], page: Page): Gutter | null {
  let best: Gutter | null = null;
  for (let middle = page.width * 0.35; middle <= page.width * 0.65; middle += NARROWEST_GUTTER / 2) {
    const gutter = stretchAt(middle, words, page);
    if (gutter !== null && (best === null || gutter.bottom - gutter.top > best.bottom - best.top)) best = gutter;
  }
  return best;
}

function stretchAt(middle: number, words: readonly Run[], page: Page): Gutter | null {
  const half = NARROWEST_GUTTER / 2;
  const crossing = words.filter((run) => run.left < middle + half && run.right > middle - half);
  const stops = [0, ...crossing.map((run) => run.baseline).sort((one, other) => one - other), Number.MAX_VALUE];
  let best: Gutter | null = null;
  for (const [index, from] of stops.entries()) {
    const to = stops[index + 1] ?? from;
    const inside = words.filter((run) => run.baseline > from && run.baseline < to);
    const left = inside.filter((run) => run.right <= middle);
    const right = inside.filter((run) => run.left >= middle);
    if (!isColumn(left, page) || !isColumn(right, page)) continue;
    const places = inside.map((run) => run.baseline);
    const gutter = { middle, top: Math.min(...places), bottom: Math.max(...places) };
    if (best === null || gutter.bottom - gutter.top > best.bottom - best.top) best = gutter;
  }
  return best;
}

function isColumn(runs: readonly Run[], page: Page): boolean {
  if (runs.length < FEWEST_LINES) return false;
  const rows = new Map<number, Box>();
  for (const run of runs) {
    const key = Math.round(run.baseline / 3);
    const row = rows.get(key);
    rows.set(key, {
      left: Math.min(row?.left ?? run.left, run.left),
      right: Math.max(row?.right ?? run.right, run.right),
      top: 0,
      bottom: 0,
    });
  }
  if (rows.size < FEWEST_LINES) return false;
  const widths = [...rows.values()].map((row) => row.right - row.left).sort((one, other) => one - other);
  const widest = widths.at(-1) ?? 0;
  return (widths[Math.floor(widths.length / 2)] ?? 0) > FULL * widest && widest > NARROWEST * page.width;
}
