import { bareGrids } from './pdf-bare-tables';
import { fill, type Table } from './pdf-cells';
import { type Gutter, guttersOf, type Region, regionsOf } from './pdf-columns';
import { withoutContents } from './pdf-contents';
import { gridsOf, joined } from './pdf-grid';
import { type Line, linesOf } from './pdf-lines';
import { edgeOf } from './pdf-measure';
import { impliedBorders } from './pdf-open-tables';
import type { Box, Page, Run, Stroke } from './pdf-page';
import type { PlacedLine } from './pdf-paragraphs';
import { sideBySide } from './pdf-side-by-side';
import { squared } from './pdf-square';
import { continued, isContinued } from './pdf-tables';

/** What a document shows, page after page, in the order of reading. */
export type Flow =
  | { readonly is: 'line'; readonly placed: PlacedLine }
  | { readonly is: 'table'; readonly table: Table };

/** A box around running text has one cell; a page in boxes has few and full ones. */
const FULL_CELL_LINES = 8;
/** How far below the letters a line still underlines them, as a part of their size; and how far it goes beyond them. */
const UNDERLINE = 0.35;
const UNDERLINE_OVERHANG = 2.5;
/** Lines of one border differ by no more. */
const SAME_LEVEL = 1.5;
const FEW_LINES = 8;
/** As a part of the width of the page. */
const LIKELY_EDGE = 0.7;

export function flowOf(pages: readonly Page[]): Flow[] {
  const gutters = guttersOf(pages);
  let part = 0;
  const nextPart = () => {
    part += 1;
    return part;
  };
  const laidOut: Layout[] = [];
  for (const page of pages) laidOut.push(layoutOf(page, gutters, laidOut.at(-1)?.open ?? [], nextPart));
  const edges = edgesOf(laidOut);
  const flow: Flow[] = [];
  for (const { page, regions, tables } of laidOut) {
    for (const region of regions) {
      const lines = withoutContents(region.lines, pages.length);
      const edge = region.isColumn ? edgeOf(region.lines) : (edges.get(Math.round(page.width)) ?? 0);
      const inside = tables.filter(({ box }) => isIn(box, region));
      for (const piece of merge(lines, edge, inside, nextPart)) add(flow, piece);
    }
  }
  return flow;
}

function add(flow: Flow[], piece: Flow): void {
  const last = flow.at(-1);
  if (piece.is === 'table' && last?.is === 'table' && isContinued(last.table, piece.table)) {
    flow[flow.length - 1] = { is: 'table', table: continued(last.table, piece.table) };
  } else flow.push(piece);
}

/** A page with its tables taken out of its words. */
interface Layout {
  readonly page: Page;
  readonly regions: readonly Region[];
  readonly tables: readonly { readonly box: Box; readonly flow: Flow[] }[];
  /** Where columns begin that may go on on the next page. */
  readonly open: readonly number[];
}

function layoutOf(page: Page, gutters: readonly Gutter[], known: readonly number[], nextPart: () => number): Layout {
  let runs: readonly Run[] = page.runs;
  const tables: { readonly box: Box; readonly flow: Flow[] }[] = [];
  const borders = bordersOf(page);
  const grids = gridsOf([...borders, ...impliedBorders(borders, page)], page).sort(
    (one, other) => areaOf(one) - areaOf(other),
  );
  for (const grid of grids) {
    if (grid.cells.length < 2) continue;
    const { table: drawn, rest } = fill(grid, runs, page);
    const table = squared(drawn);
    if (table.cells.every((cell) => cell.text === '')) continue;
    runs = rest;
    tables.push({ box: grid, flow: arrangesPage(table) ? cellByCell(table, nextPart) : [{ is: 'table', table }] });
  }
  for (const grid of bareGrids(runs, page)) {
    const { table, rest } = fill(grid, runs, page);
    runs = rest;
    tables.push({ box: grid, flow: [{ is: 'table', table }] });
  }
  const beside = sideBySide(runs, page, known);
  for (const { grid, isTable } of beside) {
    const { table, rest } = fill(grid, runs, page);
    runs = rest;
    tables.push({ box: grid, flow: isTable ? [{ is: 'table', table }] : cellByCell(table, nextPart) });
  }
  return { page, regions: regionsOf(runs, page, gutters), tables, open: beside.at(-1)?.open ?? [] };
}

/** How far to the right lines go on pages of each width. A few short lines do not show it. */
function edgesOf(pages: readonly Layout[]): Map<number, number> {
  const lines = new Map<number, Line[]>();
  for (const { page, regions } of pages) {
    const full = regions.filter((region) => !region.isColumn).flatMap((region) => region.lines);
    const width = Math.round(page.width);
    lines.set(width, [...(lines.get(width) ?? []), ...full]);
  }
  return new Map(
    [...lines].map(([width, all]) => [width, Math.max(edgeOf(all), all.length < FEW_LINES ? width * LIKELY_EDGE : 0)]),
  );
}

/**
 * The lines of a page that underline no words: a link that is underlined in a cell is no row of the table. Browsers draw
 * the border of each cell for itself, close below its words: what goes on beside them is a border all the same.
 */
function bordersOf(page: Page): Stroke[] {
  const pieces = linesOf(page.runs, page).flatMap(({ pieces, baseline, size }) =>
    pieces.map((piece) => ({ ...piece, baseline, size })),
  );
  const whole = joined(page.strokes.filter(isLevel));
  return page.strokes.filter((part) => {
    const stroke = whole.find((each) => isLevel(part) && isPartOf(part, each)) ?? part;
    return !pieces.some(
      (piece) =>
        isLevel(stroke) &&
        stroke.top > piece.baseline - 1 &&
        stroke.top < piece.baseline + piece.size * UNDERLINE &&
        stroke.left > piece.left - UNDERLINE_OVERHANG &&
        stroke.right < piece.right + UNDERLINE_OVERHANG,
    );
  });
}

function isLevel({ top, bottom }: Stroke): boolean {
  return top === bottom;
}

function isPartOf({ left, right, top }: Stroke, whole: Stroke): boolean {
  return Math.abs(whole.top - top) <= SAME_LEVEL && whole.left <= left && whole.right >= right;
}

/** Lines and tables of one part of a page, from the top. */
function merge(
  lines: readonly Line[],
  edge: number,
  tables: readonly { readonly box: Box; readonly flow: Flow[] }[],
  nextPart: () => number,
): Flow[] {
  const flow: Flow[] = [];
  const waiting = [...tables].sort((one, other) => one.box.top - other.box.top);
  let part = nextPart();
  for (const line of lines) {
    while (waiting[0] !== undefined && waiting[0].box.top < line.top) {
      flow.push(...(waiting.shift()?.flow ?? []));
      part = nextPart();
    }
    flow.push({ is: 'line', placed: { line, edge, part } });
  }
  return [...flow, ...waiting.flatMap((each) => each.flow)];
}

function isIn(box: Box, region: Box): boolean {
  const [across, down] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return across >= region.left && across < region.right && down >= region.top && down < region.bottom;
}

/** A few boxes full of text: lines that arrange a page and say nothing about columns. */
function arrangesPage({ cells }: Table): boolean {
  return cells.length <= 4 && cells.some((cell) => cell.lines.length > FULL_CELL_LINES);
}

function cellByCell({ cells }: Table, nextPart: () => number): Flow[] {
  return cells.flatMap((cell) => {
    const part = nextPart();
    const edge = Math.max(cell.right - 8, ...cell.lines.map((line) => line.right));
    return cell.lines.map((line): Flow => ({ is: 'line', placed: { line, edge, part } }));
  });
}

function areaOf(box: Box): number {
  return (box.right - box.left) * (box.bottom - box.top);
}

/** All lines of a document, those inside its tables too: what its usual size and distance are measured by. */
export function allLines(pages: readonly Page[]): Line[] {
  return pages.flatMap((page) => linesOf(page.runs, page));
}
