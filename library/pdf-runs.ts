import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Matrix, times } from './pdf-drawing';
import { asShown } from './pdf-glyphs';
import type { Run } from './pdf-page';
import { type Glyph, SMALLEST } from './pdf-shown';
import { visibleRuns } from './pdf-visible';

type TextItem = Extract<Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number], { str: string }>;

const BOLD = /bold|black|heavy|demi/i;
const ITALIC = /italic|oblique/i;
/** Words may lean this far from level or upright and still be read; a mark across the page ("DRAFT") may not. */
const LEAN_DEGREES = 4;
/** Letters that are larger are a picture. In points. */
const LARGEST = 200;
/** Two prints of one word so close together are one word in bold, as cheap printer drivers make it. */
const SAME_PLACE = 1;

/** The words of a page with their places. The fonts must have been loaded before (`getOperatorList` does it). */
export async function runsOf(page: PDFPageProxy, glyphs: readonly Glyph[]): Promise<Run[]> {
  const { transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  const fonts = new Map<string, string>();
  const runs: Run[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue;
    const font = fonts.get(item.fontName) ?? nameOfFont(page, item.fontName);
    fonts.set(item.fontName, font);
    const run = runOf(item, transform, font);
    if (run !== null) runs.push(run);
  }
  return withoutDoubles(visibleRuns(runs, glyphs, (font) => lookOf(nameOfFont(page, font))));
}

function lookOf(font: string): Pick<Run, 'isBold' | 'isItalic'> {
  return { isBold: BOLD.test(font), isItalic: ITALIC.test(font) };
}

function runOf(item: TextItem, page: Matrix, font: string): Run | null {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = times(page, item.transform);
  const size = Math.hypot(c, d) || Math.hypot(a, b);
  if (size < SMALLEST || size > LARGEST) return null;
  const degrees = (Math.atan2(b, a) * 180) / Math.PI;
  const look = {
    text: asShown(item.str, font),
    size,
    ...lookOf(font),
    ...(item.dir === 'rtl' ? { isRightToLeft: true } : {}),
  };
  if (Math.abs(degrees) < LEAN_DEGREES) return { ...look, left: x, right: x + item.width, baseline: y };
  if (Math.abs(degrees + 90) < LEAN_DEGREES)
    return { ...look, turned: 'up', left: x - size, right: x, baseline: y - item.width / 2 };
  if (Math.abs(degrees - 90) < LEAN_DEGREES)
    return { ...look, turned: 'down', left: x, right: x + size, baseline: y + item.width / 2 };
  return null;
}

/** pdf.js keeps a font under the name of its own; what the file calls it says whether it is bold. */
function nameOfFont(page: PDFPageProxy, id: string): string {
  const font: unknown = page.commonObjs.has(id) ? page.commonObjs.get(id) : undefined;
  if (typeof font !== 'object' || font === null || !('name' in font)) return '';
  return typeof font.name === 'string' ? font.name : '';
}

function withoutDoubles(runs: readonly Run[]): Run[] {
  const seen = new Map<string, { readonly run: Run; readonly index: number }>();
  const kept: Run[] = [];
  for (const run of runs) {
    const near = run.text.trim() === '' ? [] : squaresAround(run).flatMap((square) => seen.get(square) ?? []);
    const double = near.find((other) => isSamePlace(other.run, run));
    if (double !== undefined) {
      kept[double.index] = { ...double.run, isBold: true };
      continue;
    }
    seen.set(squareOf(run, 0, 0), { run, index: kept.length });
    kept.push(run);
  }
  return kept;
}

/** Words and the square of the page that they begin in: two runs of it are always in the same place. */
function squareOf({ text, left, baseline }: Run, right: number, down: number): string {
  return `${Math.floor(left / SAME_PLACE) + right} ${Math.floor(baseline / SAME_PLACE) + down} ${text}`;
}

/** What is in the same place as a run begins in its square or in one of the eight around it. */
function squaresAround(run: Run): string[] {
  return [-1, 0, 1].flatMap((right) => [-1, 0, 1].map((down) => squareOf(run, right, down)));
}

function isSamePlace(one: Run, other: Run): boolean {
  return Math.abs(one.left - other.left) < SAME_PLACE && Math.abs(one.baseline - other.baseline) < SAME_PLACE;
}
