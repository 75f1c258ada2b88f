import type { Box, Page, Run, Stroke } from './pdf-page';

/** One printed line: what stands on one level, from left to right. */
export interface Line extends Box {
  readonly page: number;
  readonly text: string;
  readonly baseline: number;
  readonly size: number;
  /** Every letter of it. */
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isUnderlined: boolean;
  /** What is set apart by wide gaps, as a tab leaves: `Head` and `The school's lead`, or a bullet and its words. */
  readonly pieces: readonly Piece[];
  /** Signs that lead from words of this line to notes at the foot. */
  readonly marks: readonly string[];
}

export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** A gap between words, as a part of the size of the letters. Kerning stays below, a blank of justified text above. */
const BLANK = 0.15;
/** With a blank that the file itself names, less is enough. */
const NAMED_BLANK = 0.08;
const WIDE = 1.2;
/** What begins so far back is another line, beside one large letter: nobody wrote both as one word. */
const BACK = -0.5;
const SMALL = 0.87;
const BUCKET = 8;

/** Puts runs that stand on one level into lines, from the top. Turned words are no part of a line. */
export function linesOf(runs: readonly Run[], page: Page): Line[] {
  const level = runs.filter((run) => run.turned === undefined && run.text.trim() !== '');
  const blanks = runs.filter((run) => run.turned === undefined && run.text.trim() === '');
  const rows = rowsOf(level);
  for (const blank of blanks) nearest(rows.buckets, blank)?.runs.push(blank);
  return rows.all
    .map((row) => lineOf(row, page))
    .sort((one, other) => one.baseline - other.baseline || one.left - other.left);
}

interface Row {
  readonly baseline: number;
  readonly size: number;
  readonly runs: Run[];
}

/** Large letters first, so that a raised sign finds the line that it belongs to. */
function rowsOf(runs: readonly Run[]): { readonly all: Row[]; readonly buckets: Map<number, Row[]> } {
  const all: Row[] = [];
  const buckets = new Map<number, Row[]>();
  for (const run of [...runs].sort((one, other) => other.size - one.size)) {
    const row = nearest(buckets, run);
    if (row !== undefined) {
      row.runs.push(run);
      continue;
    }
    const made: Row = { baseline: run.baseline, size: run.size, runs: [run] };
    all.push(made);
    const bucket = Math.floor(run.baseline / BUCKET);
    buckets.set(bucket, [...(buckets.get(bucket) ?? []), made]);
  }
  return { all, buckets };
}

function nearest(buckets: ReadonlyMap<number, readonly Row[]>, run: Run): Row | undefined {
  const bucket = Math.floor(run.baseline / BUCKET);
  const reach = Math.ceil(run.size / BUCKET) + 1;
  const near = Array.from({ length: 2 * reach + 1 }, (_, step) => buckets.get(bucket - reach + step) ?? []).flat();
  return near
    .filter((row) => isOnLevel(row, run))
    .sort((one, other) => Math.abs(one.baseline - run.baseline) - Math.abs(other.baseline - run.baseline))[0];
}

function isOnLevel(row: Row, run: Run): boolean {
  const below = run.baseline - row.baseline;
  if (Math.abs(below) <= 0.25 * Math.min(row.size, run.size)) return true;
  return run.size < SMALL * row.size && below > -0.8 * row.size && below < 0.3 * row.size;
}

function lineOf(row: Row, page: Page): Line {
  const isRightToLeft = row.runs.filter((run) => run.isRightToLeft).length > row.runs.length / 2;
  const sorted = row.runs.sort((one, other) => (isRightToLeft ? other.right - one.right : one.left - other.left));
  const pieces: Piece[] = [];
  let previous: Run | undefined;
  let isAfterBlank = false;
  for (const run of sorted) {
    if (run.isNoteMark) continue;
    if (run.text.trim() === '') {
      isAfterBlank = true;
      continue;
    }
    const gap = previous === undefined ? 0 : isRightToLeft ? previous.left - run.right : run.left - previous.right;
    const last = pieces.at(-1);
    const words = run.text;
    if (last === undefined || gap > WIDE * row.size) {
      pieces.push({ text: words, left: run.left, right: run.right });
    } else {
      const isApart = gap > (isAfterBlank ? NAMED_BLANK : BLANK) * row.size || gap < BACK * row.size;
      pieces[pieces.length - 1] = {
        text: last.text + (isApart ? ' ' : '') + words,
        left: Math.min(last.left, run.left),
        right: Math.max(last.right, run.right),
      };
    }
    previous = run;
    isAfterBlank = false;
  }
  const words = sorted.filter((run) => run.text.trim() !== '' && !run.isNoteMark);
  const letters = words.filter((run) => /[\p{L}\p{N}]/u.test(run.text));
  const box = {
    left: Math.min(...words.map((run) => run.left)),
    right: Math.max(...words.map((run) => run.right)),
    top: row.baseline - row.size,
    bottom: row.baseline + row.size * 0.25,
  };
  return {
    ...box,
    page: page.number,
    text: pieces.map((piece) => piece.text).join(' '),
    baseline: row.baseline,
    size: row.size,
    isBold: letters.length > 0 && letters.every((run) => run.isBold),
    isItalic: letters.length > 0 && letters.every((run) => run.isItalic),
    isUnderlined: isUnderlined(box, row, page.strokes),
    pieces,
    marks: sorted.filter((run) => run.isNoteMark).map((run) => run.text.replace(/[[\]\s]/g, '')),
  };
}

function isUnderlined(box: Box, row: Row, strokes: readonly Stroke[]): boolean {
  const under = strokes.filter(
    (stroke) =>
      stroke.top === stroke.bottom &&
      stroke.top > row.baseline &&
      stroke.top < row.baseline + row.size * 0.35 &&
      stroke.left > box.left - row.size &&
      stroke.right < box.right + row.size,
  );
  return under.reduce((length, stroke) => length + stroke.right - stroke.left, 0) > 0.8 * (box.right - box.left);
}
