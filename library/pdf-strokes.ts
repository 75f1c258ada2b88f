import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { boxOf, type Drawing, figuresOf, isNumbers, type Point, times } from './pdf-drawing';
import type { Box, Stroke } from './pdf-page';
import type { PdfOps } from './pdf-open';

/** A filled shape no thicker than this is a line: Word draws the borders of tables as such. */
const THICKEST = 3;
/** Shorter than this it is part of a picture or a dot. */
const SHORTEST = 4;
/** Pictures made of lines have tens of thousands; a page of tables has a few hundred. */
const MOST_STROKES = 20_000;

/** Bullets that are drawn, in points across. */
const SMALLEST_DOT = 1.5;
const LARGEST_DOT = 8;

/** What is drawn on a page beside its letters. */
export interface Drawn {
  readonly strokes: Stroke[];
  /** Small shapes: browsers and design programs draw the bullets of their lists. */
  readonly dots: Box[];
}

/** The level and upright lines of a page: borders of tables, rules, underlines. Clipping paths are not drawn and left out. */
export function drawnOn(page: PDFPageProxy, drawing: Drawing, ops: PdfOps): Drawn {
  const isStroked = new Set<unknown>([
    ops.stroke,
    ops.closeStroke,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ]);
  const isFilled = new Set<unknown>([ops.fill, ops.eoFill]);
  const strokes: Stroke[] = [];
  const dots: Box[] = [];
  let matrix: number[] = [...page.getViewport({ scale: 1 }).transform];
  const kept: number[][] = [];
  for (const [index, step] of drawing.fnArray.entries()) {
    const args: unknown = drawing.argsArray[index];
    if (step === ops.save) kept.push(matrix);
    else if (step === ops.restore || step === ops.paintFormXObjectEnd) matrix = kept.pop() ?? matrix;
    else if (step === ops.transform && isNumbers(args)) matrix = times(matrix, args);
    else if (step === ops.paintFormXObjectBegin && Array.isArray(args)) {
      kept.push(matrix);
      if (isNumbers(args[0])) matrix = times(matrix, args[0]);
    } else if (step === ops.constructPath && Array.isArray(args) && Array.isArray(args[1]) && isNumbers(args[1][0])) {
      for (const points of figuresOf(args[1][0], matrix)) {
        if (isStroked.has(args[0])) strokes.push(...sidesOf(points));
        else if (isFilled.has(args[0])) strokes.push(...thinShape(points));
        if (isDot(points)) dots.push(boxOf(points));
      }
    }
    if (strokes.length + dots.length > MOST_STROKES) return { strokes: [], dots: [] };
  }
  return { strokes, dots };
}

/** As high as wide, and no larger than a bullet. */
function isDot(points: readonly Point[]): boolean {
  if (points.length < 3) return false;
  const { left, right, top, bottom } = boxOf(points);
  const [width, height] = [right - left, bottom - top];
  return width >= SMALLEST_DOT && width <= LARGEST_DOT && Math.abs(width - height) < width / 4;
}

function sidesOf(points: readonly Point[]): Stroke[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index] ?? to;
    return straight(boxOf([from, to]), THICKEST / 3);
  });
}

function thinShape(points: readonly Point[]): Stroke[] {
  return points.length < 3 ? [] : straight(boxOf(points), THICKEST);
}

function straight(box: Box, thickest: number): Stroke[] {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  if (height <= thickest && width >= SHORTEST) {
    const middle = (box.top + box.bottom) / 2;
    return [{ ...box, top: middle, bottom: middle }];
  }
  if (width <= thickest && height >= SHORTEST) {
    const middle = (box.left + box.right) / 2;
    return [{ ...box, left: middle, right: middle }];
  }
  return [];
}
