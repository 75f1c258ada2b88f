import { type Line, linesOf } from './pdf-lines';
import type { Box, Page, Run } from './pdf-page';

/** A part of a page that is read from top to bottom. */
export interface Region extends Box {
  readonly lines: readonly Line[];
  /** It is one of two beside each other. */
  readonly isColumn: boolean;
}

const EVERYWHERE: Box = {
  left: Number.NEGATIVE_INFINITY,
  right: Number.POSITIVE_INFINITY,
  top: Number.NEGATIVE_INFINITY,
  bottom: Number.POSITIVE_INFINITY,
};

/** The gap between two columns is at least so wide, in points, and lies around the middle of the page. */
const NARROWEST_GUTTER = 10;
const FEWEST_LINES = 3;
/** Lines of running text fill their column; labels and table cells do not. */
const FULL = 0.7;
/** A part of the width of the page. */
const NARROWEST = 0.28;
const SAME_LINE = 3;
/** The next line of a paragraph is no further below, as a part of the size of the letters. */
const GOES_ON = 1.6;

/** The parts of a page in reading order: what stands above two columns, the left one, the right one, what is below. */
export function regionsOf(runs: readonly Run[], page: Page, known: readonly Gutter[]): Region[] {
  const words = levelWords(runs);
  const gutter = gutterOf(words, page) ?? knownGutter(words, page, known);
  if (gutter === null) return regions([{ box: EVERYWHERE, runs }], page);
  const { middle, top, bottom } = gutter;
  const beside = runs.filter((run) => run.baseline >= top && run.baseline <= bottom);
  const [left, right] = [beside.filter((run) => run.left < middle), beside.filter((run) => run.left >= middle)];
  return regions(
    [
      { box: { ...EVERYWHERE, bottom: top }, runs: runs.filter((run) => run.baseline < top) },
      { box: { ...EVERYWHERE, right: middle, top, bottom }, runs: left },
      { box: { ...EVERYWHERE, left: middle, top, bottom }, runs: right },
      { box: { ...EVERYWHERE, top: bottom }, runs: runs.filter((run) => run.baseline > bottom) },
    ],
    page,
  );
}

function regions(parts: readonly { readonly box: Box; readonly runs: readonly Run[] }[], page: Page): Region[] {
  return parts.map(({ box, runs }) => ({
    ...box,
    isColumn: Number.isFinite(box.left) || Number.isFinite(box.right),
    lines: linesOf(runs, page),
  }));
}

/** The gap between two columns of running text, and where the columns begin. */
export interface Gutter {
  readonly middle: number;
  readonly leftEdge: number;
  readonly rightEdge: number;
  readonly top: number;
  readonly bottom: number;
}

/** The two columns of each page that surely has them; a page with a line or two in each is judged by these. */
export function guttersOf(pages: readonly Page[]): Gutter[] {
  return pages.flatMap((page) => gutterOf(levelWords(page.runs), page) ?? []);
}

function levelWords(runs: readonly Run[]): Run[] {
  return runs.filter((run) => run.turned === undefined && run.text.trim() !== '');
}

function knownGutter(words: readonly Run[], page: Page, known: readonly Gutter[]): Gutter | null {
  for (const { middle, leftEdge, rightEdge } of known) {
    const gutter = stretchAt(middle, words, page, 1);
    if (gutter === null) continue;
    if (Math.abs(gutter.leftEdge - leftEdge) < SAME_LINE && Math.abs(gutter.rightEdge - rightEdge) < SAME_LINE)
      return gutter;
  }
  return null;
}

/** The longest stretch of the page that one upright gap cuts in two columns of running text, or none. */
function gutterOf(words: readonly Run[], page: Page): Gutter | null {
  let best: Gutter | null = null;
  for (let middle = page.width * 0.35; middle <= page.width * 0.65; middle += NARROWEST_GUTTER / 2) {
    const gutter = stretchAt(middle, words, page, FEWEST_LINES);
    if (gutter !== null && (best === null || gutter.bottom - gutter.top > best.bottom - best.top)) best = gutter;
  }
  return best;
}

function stretchAt(middle: number, words: readonly Run[], page: Page, fewest: number): Gutter | null {
  const half = NARROWEST_GUTTER / 2;
  const crossing = words.filter((run) => run.left < middle + half && run.right > middle - half);
  const stops = [0, ...crossing.map((run) => run.baseline).sort((one, other) => one - other), Number.MAX_VALUE];
  let best: Gutter | null = null;
  for (const [index, from] of stops.entries()) {
    const to = stops[index + 1] ?? from;
    const between = words.filter((run) => run.baseline > from && run.baseline < to);
    const right = between.filter((run) => run.left >= middle);
    const left = besides(
      between.filter((run) => run.right <= middle),
      right,
    );
    const inside = [...left, ...right];
    if (!isColumn(left, page, fewest) || !isColumn(right, page, fewest)) continue;
    const places = inside.map((run) => run.baseline);
    const gutter = {
      middle: (Math.max(...left.map((run) => run.right)) + Math.min(...right.map((run) => run.left))) / 2,
      leftEdge: Math.min(...left.map((run) => run.left)),
      rightEdge: Math.min(...right.map((run) => run.left)),
      top: Math.min(...places),
      bottom: Math.max(...places),
    };
    if (best === null || gutter.bottom - gutter.top > best.bottom - best.top) best = gutter;
  }
  return best;
}

/** The words on the left that stand beside those on the right, and below them as far as the lines go on. */
function besides(left: readonly Run[], right: readonly Run[]): Run[] {
  const places = right.map((run) => run.baseline);
  const [top, bottom] = [Math.min(...places) - SAME_LINE, Math.max(...places) + SAME_LINE];
  let last = bottom;
  return [...left]
    .sort((one, other) => one.baseline - other.baseline)
    .filter((run) => {
      if (run.baseline < top || run.baseline > last + run.size * GOES_ON) return false;
      last = Math.max(last, run.baseline);
      return true;
    });
}

function isColumn(runs: readonly Run[], page: Page, fewest: number): boolean {
  if (runs.length < fewest) return false;
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
  if (rows.size < fewest) return false;
  const widths = [...rows.values()].map((row) => row.right - row.left).sort((one, other) => one - other);
  const widest = widths.at(-1) ?? 0;
  return (widths[Math.floor(widths.length / 2)] ?? 0) > FULL * widest && widest > NARROWEST * page.width;
}
