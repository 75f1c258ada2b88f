import type { Level } from './pdf-levels';
import type { Run } from './pdf-page';

/** The levels of one row of a table that no line is drawn for. */
export interface BareRow {
  readonly levels: readonly Level[];
  /** Nobody can say which of its words and marks belong together. */
  readonly isUnsure: boolean;
}

/** Lines of one cell stand no further apart, as a part of the size of the letters; and rows by so much more than these. */
const WIDEST_PITCH = 1.7;
const USUAL_PITCH = 1.3;
const WIDER = 1.15;
const SHORTEST = 0.5;
const BEGINS_SMALL = /^\p{Ll}/u;
/** The width of a word is reckoned from that of its line: so much of the size of its letters is left to doubt. */
const DOUBT = 0.7;

/** The distance of two levels from which they belong to two rows: more than that of two lines in one cell. */
export function breakOf(levels: readonly Level[]): number {
  const pitches = levels.flatMap((level, index) =>
    level.runs.flatMap((run) => {
      const above = levels.slice(0, index).findLast((other) => other.runs.some((each) => overlap(each, run)));
      const pitch = above === undefined ? 0 : level.baseline - above.baseline;
      return pitch > SHORTEST * run.size ? [pitch] : [];
    }),
  );
  const size = Math.max(...levels.map((level) => level.size));
  const closest = Math.min(...pitches);
  return (closest < WIDEST_PITCH * size ? closest : USUAL_PITCH * size) * WIDER;
}

function overlap(one: Run, other: Run): boolean {
  return one.left < other.right && other.left < one.right;
}

/** Levels between which no wide gap lies. */
export function bandsOf(levels: readonly Level[], rowBreak: number): Level[][] {
  const bands: Level[][] = [];
  for (const level of levels) {
    const band = bands.at(-1);
    const last = band?.at(-1);
    if (last !== undefined && level.baseline - last.baseline <= rowBreak) band?.push(level);
    else bands.push([level]);
  }
  return bands;
}

/**
 * Rows by the gaps between them. Where these are no wider than between the lines of a cell, a label goes on in the next
 * line if the next word had no room in its own; a row has its marks on one level.
 * @param edge where the column of the labels ends
 */
export function bareRows(levels: readonly Level[], edge: number, rowBreak: number): BareRow[] {
  const bands = bandsOf(levels, rowBreak);
  const labels = levels.flatMap((level) => labelOf(level, edge) ?? []);
  const full = Math.max(...labels.map((label) => label.right));
  const isTelling = !marksIn(levels).some((level) => BEGINS_SMALL.test(labelOf(level, edge)?.text ?? ''));
  return bands.flatMap((band) => {
    const hasWords = band.some(({ runs, marks }) => runs.some((run) => run.left > edge && !marks.includes(run)));
    if (!hasWords || bands.length === 1) return rowsIn(band, { edge, full, isSetApart: bands.length > 1, isTelling });
    return [{ levels: band, isUnsure: band.length > 1 && marksIn(band).length !== 1 }];
  });
}

interface LabelColumn {
  readonly edge: number;
  /** How far its fullest line goes. */
  readonly full: number;
  readonly isSetApart: boolean;
  /** No label begins with a small letter, so a line that does goes on with one. */
  readonly isTelling: boolean;
}

type Joint = 'one' | 'apart' | 'unsure';

/** Tells the labels of a band apart, and gives every mark to the label that it stands beside. */
function rowsIn(band: readonly Level[], column: LabelColumn): BareRow[] {
  const { edge } = column;
  const rows: { levels: Level[]; isUnsure: boolean }[] = [];
  for (const level of band.filter((each) => labelOf(each, edge) !== null)) {
    const row = rows.at(-1);
    const above = row?.levels.at(-1);
    const joint = above === undefined ? 'apart' : jointOf(above, level, column);
    if (joint === 'one') row?.levels.push(level);
    else rows.push({ levels: [level], isUnsure: joint === 'unsure' });
    if (joint === 'unsure' && row !== undefined) row.isUnsure = true;
  }
  for (const level of band.filter((each) => labelOf(each, edge) === null)) {
    const beside = rows.filter(({ levels }) => isBeside(level, levels));
    const below = rows.findIndex(({ levels }) => (levels[0]?.baseline ?? 0) > level.baseline);
    const near = rows.slice(Math.max(0, (below < 0 ? rows.length : below) - 1)).slice(0, 2);
    if (beside.length !== 1) for (const row of near) row.isUnsure = true;
    (beside[0] ?? near[0])?.levels.push(level);
  }
  return rows.map(({ levels, isUnsure }) => ({
    levels: levels.sort((one, other) => one.baseline - other.baseline),
    isUnsure: isUnsure || marksIn(levels).length !== 1,
  }));
}

/** Whether two lines of labels are one label, two, or either. */
function jointOf(above: Level, below: Level, { edge, full, isSetApart, isTelling }: LabelColumn): Joint {
  const [label, next] = [labelOf(above, edge), labelOf(below, edge)];
  if (label === null || next === null || (above.marks.length > 0 && below.marks.length > 0)) return 'apart';
  if (hasRoom(label, next, full - next.size * DOUBT)) return isSetApart ? 'unsure' : 'apart';
  return isSetApart || (isTelling && BEGINS_SMALL.test(next.text)) ? 'one' : 'unsure';
}

export function hasRoom(above: Words, below: Words, edge: number): boolean {
  const word = /^\S+/.exec(below.text)?.[0] ?? '';
  const width = ((below.right - below.left) * word.length) / Math.max(1, below.text.length);
  return above.right + width + above.size * 0.3 < edge;
}

interface Words {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly size: number;
}

export function wordsOf(runs: readonly Run[]): Words | null {
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { text: runs.map((run) => run.text.trim()).join(' '), left: first.left, right: last.right, size: first.size };
}

function labelOf({ runs }: Level, edge: number): Words | null {
  return wordsOf(runs.filter((run) => run.left < edge));
}

function isBeside({ baseline, size }: Level, levels: readonly Level[]): boolean {
  const places = levels.map((level) => level.baseline);
  return baseline > Math.min(...places) - size * 0.4 && baseline < Math.max(...places) + size * 0.4;
}

function marksIn(levels: readonly Level[]): Level[] {
  return levels.filter(({ marks }) => marks.length > 0);
}
