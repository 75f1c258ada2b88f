import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { boxOf, type Drawing, figuresOf, isInside, isNumbers, type Point, pointAt, times } from './pdf-drawing';
import type { Box } from './pdf-page';
import { ground } from './pdf-paint';
import { afterStep, AT_FIRST, type State } from './pdf-text-state';
import type { PdfOps } from './pdf-open';

/** One letter as the page draws it. */
export interface Glyph {
  readonly text: string;
  readonly font: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly isLevel: boolean;
  /** Nobody who looks at the page sees it. */
  readonly isHidden: boolean;
}

/** Letters that are smaller nobody reads. In points. */
export const SMALLEST = 2;
/** How a PDF numbers the ways to draw a letter: in no ink; and filled alone, where 4 more only cuts out what follows. */
const NO_INK = 3;
const isFilledAlone = (mode: number) => mode % 4 === 0;
/** Words on a line that rises by less, as a part of its length, are level: four degrees. */
const LEAN = 0.07;
/** Between the line that letters stand on and the middle of them, as a part of their size. */
const DROP = 0.3;
const FAINTEST = 0.02;
/** So many of the letters of a scanned page are in no ink. */
const MOSTLY = 0.5;
/** A line so thick is a ground that words stand on. In points. */
const THICK = 4;
const SQUARE: readonly Point[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];
const EVERYWHERE: Box = {
  left: Number.NEGATIVE_INFINITY,
  right: Number.POSITIVE_INFINITY,
  top: Number.NEGATIVE_INFINITY,
  bottom: Number.POSITIVE_INFINITY,
};

/** The letters of a page, each with its place and whether it can be seen: what pdf.js hands over as words tells neither. */
export function shownOn(page: PDFPageProxy, drawing: Drawing, ops: PdfOps): Glyph[] {
  const viewport = page.getViewport({ scale: 1 });
  const paper = { left: 0, top: 0, right: viewport.width, bottom: viewport.height };
  const behind = ground();
  const pictures: Box[] = [];
  const glyphs: Glyph[] = [];
  /** Letters in no ink. */
  const inkless = new Set<Glyph>();
  const kept: State[] = [];
  const scales = new Map<string, number>();
  let state: State = { ...AT_FIRST, matrix: viewport.transform };
  let isBare = false;
  const names = new Map<unknown, string>(Object.entries(ops).map(([name, number]) => [number, name]));

  function step(name: string, args: readonly unknown[]): void {
    const [first] = args;
    if (name === 'save' || name === 'paintFormXObjectBegin') {
      kept.push(state);
      isBare = name === 'save';
      if (name !== 'save' && isNumbers(first)) state = { ...state, matrix: times(state.matrix, first) };
    } else if (name === 'restore' || name === 'paintFormXObjectEnd') {
      // Pictures are not decoded, so pdf.js leaves them out: what remains is a place where nothing was drawn.
      if (isBare && name === 'restore') paintPicture();
      state = kept.pop() ?? state;
      isBare = false;
    } else if (name === 'transform' && isNumbers(args)) {
      state = { ...state, matrix: times(state.matrix, args) };
      isBare = true;
    } else if (name === 'showText' && Array.isArray(first)) {
      isBare = false;
      state = show(first);
    } else if (name === 'constructPath') {
      if (paintPath(args)) isBare = false;
    } else if (name.startsWith('paint') || name === 'shadingFill') {
      isBare = false;
      if (/^paint(?:Inline)?Image(?:Mask)?XObject$/.test(name)) paintPicture();
      else behind.paint(EVERYWHERE, null);
    } else state = afterStep(state, name, args);
  }

  function paintPicture(): void {
    const box = boxOf(SQUARE.map(([x, y]) => pointAt(state.matrix, x, y)));
    pictures.push(box);
    behind.paint(box, null);
  }

  /** Whether it paints anything: paths that only cut out what follows do not. */
  function paintPath([kind, path]: readonly unknown[]): boolean {
    const name = names.get(kind) ?? '';
    if (!Array.isArray(path) || !isNumbers(path[0])) return false;
    const isFilled = /fill/i.test(name);
    const thick = (state.thickness * Math.hypot(state.matrix[0] ?? 1, state.matrix[1] ?? 0)) / 2;
    if (!isFilled && !(/stroke/i.test(name) && thick * 2 > THICK)) return /stroke/i.test(name);
    for (const points of figuresOf(path[0], state.matrix)) {
      const box = boxOf(points);
      const isPlain = isFilled && isRectangle(points, box) && state.alpha > 1 - FAINTEST;
      const around = isFilled ? 0 : thick;
      behind.paint(
        { left: box.left - around, right: box.right + around, top: box.top - around, bottom: box.bottom + around },
        isPlain ? state.colour : null,
      );
    }
    return true;
  }

  function show(letters: readonly unknown[]): State {
    const scale = scales.get(state.font) ?? scaleOf(page, state.font);
    scales.set(state.font, scale);
    let { x } = state;
    const whole = times(state.matrix, state.text);
    const [a = 1, b = 0, c = 0, d = 1] = whole;
    const size = Math.abs(state.size) * Math.hypot(c, d);
    const isLevel = a * state.size > 0 && Math.abs(b) < Math.abs(a) * LEAN;
    for (const letter of letters) {
      if (typeof letter === 'number') {
        x -= (letter * state.size * state.stretch) / 1000;
        continue;
      }
      const { text, width, isSpace } = glyphOf(letter);
      const advance = width * scale * state.size;
      const from = pointAt(whole, x, state.line[1] + state.rise);
      const to = pointAt(whole, x + advance * state.stretch, state.line[1] + state.rise);
      x += (advance + state.letterSpace + (isSpace ? state.wordSpace : 0)) * state.stretch;
      const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2 - (isLevel ? size * DROP : 0)];
      const isBlank = text.trim() === '';
      const isHidden =
        !isBlank &&
        (size < SMALLEST ||
          state.alpha < FAINTEST ||
          !isInside(paper, middle) ||
          (isFilledAlone(state.mode) && behind.hides(state.colour, middle)));
      const place = { left: from[0], right: to[0], baseline: from[1] };
      const glyph = { text, font: state.font, ...place, size, isLevel, isHidden };
      glyphs.push(glyph);
      if (state.mode === NO_INK && !isBlank && !isHidden) inkless.add(glyph);
    }
    return { ...state, x };
  }

  for (const [index, number] of drawing.fnArray.entries()) {
    // What is pinned on a page (a form, a remark) is drawn after it, and pdf.js does not count it as its words.
    if (number === ops.beginAnnotation) break;
    const args: unknown = drawing.argsArray[index];
    step(names.get(number) ?? '', Array.isArray(args) ? args : []);
  }
  return withoutInk(glyphs, inkless, pictures);
}

/** Programs that read scanned pages write what they read in no ink over the picture: there, and there alone, it is seen. */
function withoutInk(glyphs: readonly Glyph[], inkless: ReadonlySet<Glyph>, pictures: readonly Box[]): Glyph[] {
  const letters = glyphs.filter(({ text }) => text.trim() !== '').length;
  const isScanned = inkless.size > letters * MOSTLY;
  return glyphs.map((glyph) => {
    const middle: Point = [(glyph.left + glyph.right) / 2, glyph.baseline - glyph.size * DROP];
    const isRead = isScanned && pictures.some((picture) => isInside(picture, middle));
    return inkless.has(glyph) && !isRead ? { ...glyph, isHidden: true } : glyph;
  });
}

function isRectangle(points: readonly Point[], { left, right, top, bottom }: Box): boolean {
  const isCorner = ([x, y]: Point) => Math.min(x - left, right - x) < 0.5 && Math.min(y - top, bottom - y) < 0.5;
  return points.length >= 4 && points.length <= 6 && points.every(isCorner);
}

/** Letters are measured in thousandths of their size, unless their font says otherwise. */
function scaleOf(page: PDFPageProxy, id: string): number {
  const font: unknown = page.commonObjs.has(id) ? page.commonObjs.get(id) : undefined;
  if (typeof font !== 'object' || font === null || !('fontMatrix' in font) || !isNumbers(font.fontMatrix)) return 0.001;
  return font.fontMatrix[0] ?? 0.001;
}

function glyphOf(letter: unknown): { readonly text: string; readonly width: number; readonly isSpace: boolean } {
  if (typeof letter !== 'object' || letter === null) return { text: '', width: 0, isSpace: false };
  const text = 'unicode' in letter && typeof letter.unicode === 'string' ? letter.unicode : '';
  const width = 'width' in letter && typeof letter.width === 'number' ? letter.width : 0;
  return { text, width, isSpace: 'isSpace' in letter && letter.isSpace === true };
}
