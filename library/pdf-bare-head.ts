import { bandsOf, hasRoom, wordsOf } from './pdf-bare-rows';
import { type Level, levelsOf } from './pdf-levels';
import type { Run } from './pdf-page';

/** Two places are one where they differ by less, in points: centred names are centred to a hair. */
const SAME_PLACE = 4;
/** Of more columns nobody knows by their middles alone which names span them, and the ways to share them out are too many. */
const MOST_COLUMNS = 12;

/** What stands over a table that no line is drawn for. */
export interface BareHead {
  /** The levels of names in rows, from the top: groups of columns, then columns. */
  readonly bands: readonly (readonly Level[])[];
  /** The words that name single columns. */
  readonly names: readonly Run[];
}

/** The rows that head a table: words that read upwards are one row, below any level ones. */
export function headOver(levels: readonly Level[], turned: readonly Run[], label: number, rowBreak: number): BareHead {
  const named = levelsOf(levels.flatMap(({ runs }) => runs.filter((run) => run.left > label)));
  const bands = bandsOf(named, rowBreak);
  if (turned.length > 0) return { bands, names: turned };
  return { bands, names: bands.at(-1)?.flatMap(({ runs }) => runs) ?? [] };
}

/**
 * How many columns each name of the upper row spans, or 1 for each where there is no such row. Null where that, or which
 * name stands over a mark, can be doubted.
 * @param xs where the columns begin and the last one ends, that of the labels first
 */
export function spansOf({ bands, names }: BareHead, body: readonly Level[], xs: readonly number[]): number[] | null {
  const isTurned = names.some((run) => run.turned !== undefined);
  const upper = isTurned ? bands : bands.slice(0, -1);
  const columns = xs.slice(1, -1).map((from, index) => names.filter((run) => isIn(run, from, xs[index + 2] ?? from)));
  if (upper.length > 1 || columns.length === 0 || !columns.every((column) => isName(column))) return null;
  const marks = body.flatMap((level) => level.marks);
  const isUnder = marks.every((mark) => columns.some((column) => isUnderName(mark, column)));
  if (!isUnder) return null;
  const [groups] = upper;
  return groups === undefined ? columns.map(() => 1) : spansOfGroups(groups, columns.map(extentOf));
}

export function isIn(run: Run, from: number, to: number): boolean {
  const middle = (run.left + run.right) / 2;
  return middle >= from && middle < to;
}

/** Words that a narrow column broke, and nothing else: a line that had room for the next word is a name of its own. */
function isName(column: readonly Run[]): boolean {
  if (column.length === 0) return false;
  const { right } = extentOf(column);
  const lines = levelsOf(column).flatMap((level) => wordsOf(level.runs) ?? []);
  return lines.every((line, index) => {
    const next = lines[index + 1];
    return (
      next === undefined || !hasRoom({ ...line, right: line.right - line.left }, next, right - extentOf(column).left)
    );
  });
}

interface Extent {
  readonly left: number;
  readonly right: number;
}

function extentOf(runs: readonly Run[]): Extent {
  return { left: Math.min(...runs.map((run) => run.left)), right: Math.max(...runs.map((run) => run.right)) };
}

/** Centred below it, or begun where it begins. */
function isUnderName(mark: Run, column: readonly Run[]): boolean {
  const name = extentOf(column);
  return isSame(middleOf(mark), middleOf(name)) || isSame(mark.left, name.left);
}

/** The one way to share out the columns among groups so that each stands over the middle of its own; null for none or two. */
function spansOfGroups(levels: readonly Level[], columns: readonly Extent[]): number[] | null {
  const [level] = levels;
  if (level === undefined || levels.length > 1 || columns.length > MOST_COLUMNS) return null;
  const groups = piecesOf(level);
  const found = shares(columns.length, groups.length).filter((spans) => {
    const starts = spans.map((_, index) => spans.slice(0, index).reduce((sum, span) => sum + span, 0));
    const isEven = new Set(spans).size === 1;
    return groups.every((group, index) => {
      const from = starts[index] ?? 0;
      const [first, last] = [columns[from], columns[from + (spans[index] ?? 1) - 1]];
      if (first === undefined || last === undefined) return false;
      const isCentred =
        isSame(middleOf(group), (first.left + last.right) / 2) ||
        isSame(middleOf(group), (middleOf(first) + middleOf(last)) / 2);
      return isCentred || (isEven && isSame(group.left, first.left));
    });
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Words that are set apart by more than a blank. */
function piecesOf({ runs, size }: Level): Extent[] {
  const pieces: Extent[] = [];
  for (const { left, right } of runs) {
    const last = pieces.at(-1);
    if (last !== undefined && left - last.right < size / 2) pieces[pieces.length - 1] = { left: last.left, right };
    else pieces.push({ left, right });
  }
  return pieces;
}

/** All ways to share out so many columns among so many groups, each getting some. */
function shares(columns: number, groups: number): number[][] {
  if (groups === 0 || columns < groups) return [];
  if (groups === 1) return [[columns]];
  return Array.from({ length: columns - groups + 1 }, (_, step) => step + 1).flatMap((first) =>
    shares(columns - first, groups - 1).map((rest) => [first, ...rest]),
  );
}

function middleOf({ left, right }: Extent): number {
  return (left + right) / 2;
}

function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) < SAME_PLACE;
}
