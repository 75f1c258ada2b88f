import type { BareHead } from './pdf-bare-head';
import type { BareRow } from './pdf-bare-rows';
import type { Cell, Grid } from './pdf-grid';
import type { Level } from './pdf-levels';
import type { Page, Run } from './pdf-page';

interface Bare {
  readonly head: BareHead;
  /** All words over the rows, those over the labels too. */
  readonly headLevels: readonly Level[];
  /** How many columns each name of the upper row of the head spans; null where the names are in doubt. */
  readonly spans: readonly number[] | null;
  readonly rows: readonly BareRow[];
  readonly xs: readonly number[];
}

type Place = Pick<Cell, 'row' | 'lastRow' | 'column' | 'lastColumn'> & { readonly isUnsure?: boolean };

/** What a table without lines looks like to a reader, as a grid. Where its names are in doubt, so is every row of it. */
export function bareGrid({ head, headLevels, spans, rows, xs }: Bare, page: Page): Grid {
  const turned = head.names.filter((run) => run.turned !== undefined).map((run) => run.baseline);
  const heads = [...head.bands.map(heightsOf), ...(turned.length > 0 ? [turned] : [])];
  const heights = [...heads, ...rows.map(({ levels }) => heightsOf(levels))];
  const levels = [...headLevels, ...rows.flatMap((row) => row.levels)];
  const box = {
    left: xs[0] ?? 0,
    right: xs.at(-1) ?? 0,
    top: Math.min(...levels.map((level) => level.baseline - level.size), ...turned),
    bottom: Math.max(...levels.map((level) => level.baseline + level.size * 0.25)),
  };
  const between = heights.slice(1).map((next, at) => (Math.max(...(heights[at] ?? [])) + Math.min(...next)) / 2);
  const ys = [box.top, ...between, box.bottom];
  const last = xs.length - 2;

  function cell(place: Place, [left, right] = [xs[place.column] ?? 0, xs[place.lastColumn + 1] ?? 0]): Cell {
    return { ...place, left, right, top: ys[place.row] ?? 0, bottom: ys[place.lastRow + 1] ?? 0 };
  }

  function headCells(): Cell[] {
    if (heads.length === 0) return [];
    const isUnsure = spans === null;
    const label = cell({ row: 0, lastRow: heads.length - 1, column: 0, lastColumn: 0, isUnsure });
    return [label, ...heads.flatMap((_, row) => namesIn(row))];
  }

  function namesIn(row: number): Cell[] {
    if (spans === null)
      return besides(head.bands[row]?.flatMap((band) => band.runs) ?? head.names).map(({ left, right }, at) =>
        cell({ row, lastRow: row, column: at + 1, lastColumn: at + 1, isUnsure: true }, [left, right]),
      );
    const widths = row === heads.length - 1 ? xs.slice(2).map(() => 1) : spans;
    return widths.map((width, at) => {
      const column = 1 + widths.slice(0, at).reduce((sum, each) => sum + each, 0);
      return cell({ row, lastRow: row, column, lastColumn: column + width - 1 });
    });
  }

  const areAllBold = rows.every((row) => isBold(row, xs[1]));
  const body = rows.flatMap((each, index) => {
    const row = heads.length + index;
    const isTitle = !areAllBold && spans !== null && isBold(each, xs[1]) && each.levels.every(isLabelAlone);
    if (isTitle) return [cell({ row, lastRow: row, column: 0, lastColumn: last })];
    const isUnsure = spans === null || each.isUnsure;
    return xs.slice(1).map((_, column) => cell({ row, lastRow: row, column, lastColumn: column, isUnsure }));
  });

  function isLabelAlone(level: Level): boolean {
    return level.runs.every((run) => run.left < (xs[1] ?? 0));
  }

  return {
    ...box,
    page: page.number,
    xs,
    ys,
    cells: [...headCells(), ...body],
    headRows: spans === null ? 0 : heads.length,
  };
}

/** By these heights the words of each level are told to be in a cell. */
function heightsOf(levels: readonly Level[]): number[] {
  return levels.map(({ baseline, size }) => baseline - size * 0.3);
}

function isBold({ levels }: BareRow, edge = 0): boolean {
  return levels.every(({ runs }) => runs.every((run) => run.left > edge || run.isBold));
}

/** Words that stand beside each other may name two columns, however narrow the gap: only those below each other are one name. */
function besides(runs: readonly Run[]): { readonly left: number; readonly right: number }[] {
  const names: { left: number; right: number }[] = [];
  for (const { left, right } of [...runs].sort((one, other) => one.left - other.left)) {
    const last = names.at(-1);
    if (last !== undefined && left < last.right) last.right = Math.max(last.right, right);
    else names.push({ left, right });
  }
  return names;
}
