import type { Run } from './pdf-page';
import { isMark } from './table-marks';

/** What stands on one level of a page, word for word, with the marks among it: cells are not told apart yet. */
export interface Level {
  readonly baseline: number;
  readonly size: number;
  /** From left to right. */
  readonly runs: readonly Run[];
  /** Ticks, crosses, and yes or no, each set apart from any words before and behind it. */
  readonly marks: readonly Run[];
  readonly isBold: boolean;
}

/** As parts of the size of the letters: how far one level may differ, and how far a mark is from words. */
const SAME = 0.25;
const APART = 0.5;

export function levelsOf(runs: readonly Run[]): Level[] {
  const rows: Run[][] = [];
  const words = runs.filter((run) => run.turned === undefined && run.text.trim() !== '' && !run.isNoteMark);
  for (const run of words.sort((one, other) => one.baseline - other.baseline)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (first !== undefined && run.baseline - first.baseline <= SAME * run.size) row?.push(run);
    else rows.push([run]);
  }
  return rows.map(levelOf);
}

function levelOf(row: Run[]): Level {
  const runs = row.sort((one, other) => one.left - other.left);
  const isAlone = runs.every((run) => isMark(run.text.trim()));
  const marks = runs.filter((run, index) => {
    const [before, behind] = [runs[index - 1], runs[index + 1]];
    if (!isMark(run.text.trim()) || (before === undefined && !isAlone)) return false;
    const gaps = [before && run.left - before.right, behind && behind.left - run.right];
    return gaps.every((gap) => gap === undefined || gap >= APART * run.size);
  });
  return {
    baseline: runs[0]?.baseline ?? 0,
    size: Math.max(...runs.map((run) => run.size)),
    runs,
    marks,
    isBold: runs.every((run) => run.isBold),
  };
}
