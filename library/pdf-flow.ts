import { fill, type Table } from './pdf-cells';
import { type Gutter, guttersOf, regionsOf } from './pdf-columns';
import { withoutContents } from './pdf-contents';
import { gridsOf } from './pdf-grid';
import { type Line, linesOf } from './pdf-lines';
import { edgeOf } from './pdf-measure';
import type { Box, Page, Run, Stroke } from './pdf-page';
import type { PlacedLine } from './pdf-paragraphs';
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

export function flowOf(pages: readonly Page[]): Flow[] {
  const flow: Flow[] = [];
  const gutters = guttersOf(pages);
  let part = 0;
  const nextPart = () => {
    part += 1;
    return part;
  };
  for (const piece of pages.flatMap((page) => flowOfPage(page, pages.length, gutters, nextPart))) {
    const last = flow.at(-1);
    if (piece.is === 'table' && last?.is === 'table' && isContinued(last.table, piece.table)) {
      flow[flow.length - 1] = { is: 'table', table: continued(last.table, piece.table) };
    } else flow.push(piece);
  }
  return flow;
}

function flowOfPage(page: Page, pages: number, gutters: readonly Gutter[], nextPart: () => number): Flow[] {
  let runs: readonly Run[] = page.runs;
  const placed: { readonly box: Box; readonly flow: Flow[] }[] = [];
  const grids = gridsOf(bordersOf(page), page).sort((one, other) => areaOf(one) - areaOf(other));
  for (const grid of grids) {
    if (grid.cells.length < 2) continue;
    const { table: drawn, rest } = fill(grid, runs, page);
    const table = squared(drawn);
    if (table.cells.every((cell) => cell.text === '')) continue;
    runs = rest;
    placed.push({ box: grid, flow: arrangesPage(table) ? cellByCell(table, nextPart) : [{ is: 'table', table }] });
  }
  const regions = regionsOf(runs, page, gutters);
  const homeless = placed.filter(({ box }) => !regions.some((region) => isIn(box, region)));
  const parts = regions.map((found) => {
    const region = { ...found, lines: withoutContents(found.lines, pages) };
    const inside = placed.filter(
      (each) => !homeless.includes(each) && regions.find((one) => isIn(each.box, one)) === found,
    );
    return { top: region.top, flow: merge(region.lines, edgeOf(region.lines), inside, nextPart) };
  });
  return [...parts, ...homeless.map(({ box, flow }) => ({ top: box.top, flow }))]
    .sort((one, other) => (regions.length > 1 ? 0 : one.top - other.top))
    .flatMap(({ flow }) => flow);
}

/** The lines of a page that underline no words: a link that is underlined in a cell is no row of the table. */
function bordersOf(page: Page): Stroke[] {
  const pieces = linesOf(page.runs, page).flatMap(({ pieces, baseline, size }) =>
    pieces.map((piece) => ({ ...piece, baseline, size })),
  );
  return page.strokes.filter(
    (stroke) =>
      !pieces.some(
        (piece) =>
          stroke.top === stroke.bottom &&
          stroke.top > piece.baseline - 1 &&
          stroke.top < piece.baseline + piece.size * UNDERLINE &&
          stroke.left > piece.left - UNDERLINE_OVERHANG &&
          stroke.right < piece.right + UNDERLINE_OVERHANG,
      ),
  );
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
  return across > region.left - 20 && across < region.right + 20 && down > region.top - 20 && down < region.bottom + 20;
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
