import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from './pdf-page';

/** The steps that draw a page, in order. */
export type Drawing = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>;
export type Matrix = readonly number[] | Float32Array;
export type Point = readonly [x: number, y: number];

/** How pdf.js numbers the steps of a path. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const LENGTH_OF_STEP: Readonly<Record<number, number>> = { [MOVE]: 3, [LINE]: 3, [CURVE]: 7, [QUADRATIC]: 5 };

/** The corners of each figure of a path, on the page. A curve counts with its end alone. */
export function figuresOf(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const figures: Point[][] = [];
  for (let at = 0; at < path.length; ) {
    const step = path[at] ?? 0;
    const length = LENGTH_OF_STEP[step];
    const open = figures.at(-1);
    if (length === undefined) {
      if (open?.[0] !== undefined) open.push(open[0]);
      at += 1;
      continue;
    }
    const point = pointAt(matrix, path[at + length - 2] ?? 0, path[at + length - 1] ?? 0);
    if (step === MOVE || open === undefined) figures.push([point]);
    else open.push(point);
    at += length;
  }
  return figures;
}

export function pointAt([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix, x: number, y: number): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** First `inner`, then `outer`: both in the form [a b c d e f] of PDF. */
export function times(outer: Matrix, inner: Matrix): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function boxOf(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

export function isInside({ left, right, top, bottom }: Box, [across, down]: Point): boolean {
  return across > left && across < right && down > top && down < bottom;
}

export function isNumbers(value: unknown): value is number[] | Float32Array {
  return ArrayBuffer.isView(value) || (Array.isArray(value) && value.every((each) => typeof each === 'number'));
}
