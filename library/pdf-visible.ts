import type { Run } from './pdf-page';
import type { Glyph } from './pdf-shown';

/** Letters of one level differ by no more, in points. */
const SAME_LEVEL = 0.6;
/** Gaps as parts of the size of the letters: a blank, and one that no line of words has. */
const BLANK = 0.15;
const WIDE = 0.6;
/** Where so large a part of the words is placed one by one, without blanks between them, that says nothing about columns. */
const MOSTLY = 0.25;

export type Look = (font: string) => Pick<Run, 'isBold' | 'isItalic'>;

/**
 * The runs of a page without the letters that nobody can see, cut where words stand apart although the file has no blank
 * between them: there a column ends, however narrow the gap. pdf.js joins letters by their places alone.
 */
export function visibleRuns(runs: readonly Run[], glyphs: readonly Glyph[], lookOf: Look): Run[] {
  const onLevel = levelsIn(glyphs);
  const seen = glyphs.some((glyph) => glyph.isHidden) ? withoutHidden(runs, glyphs, onLevel, lookOf) : [...runs];
  const cut = seen.flatMap((run) => cutApart(run, onLevel(run.baseline)));
  const words = cut.reduce((sum, run) => sum + run.text.trim().split(/\s+/).length, 0);
  return cut.filter((run) => run.isApart).length > words * MOSTLY ? seen : cut;
}

type OnLevel = (baseline: number) => readonly Glyph[];

/** The level letters of a page by where they stand, from left to right. */
function levelsIn(glyphs: readonly Glyph[]): OnLevel {
  const levels = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    if (!glyph.isLevel || glyph.text === '') continue;
    const level = levels.get(placeOf(glyph.baseline));
    if (level === undefined) levels.set(placeOf(glyph.baseline), [glyph]);
    else level.push(glyph);
  }
  const known = new Map<number, readonly Glyph[]>();
  return (baseline) => {
    const place = placeOf(baseline);
    const found = known.get(place);
    if (found !== undefined) return found;
    const near = [-1, 0, 1].flatMap((step) => levels.get(place + step) ?? []);
    const level = near.sort((one, other) => one.left - other.left);
    known.set(place, level);
    return level;
  };
}

function placeOf(baseline: number): number {
  return Math.round(baseline / SAME_LEVEL);
}

function withoutHidden(runs: readonly Run[], glyphs: readonly Glyph[], onLevel: OnLevel, lookOf: Look): Run[] {
  const taken = new Set<Glyph>();
  const slanted = glyphs.filter((glyph) => !glyph.isLevel);
  return runs.flatMap((run) => {
    if (run.turned !== undefined) {
      const own = slanted.filter((glyph) => isInside(run, glyph));
      return own.length > 0 && own.every((glyph) => glyph.isHidden || isBlank(glyph)) ? [] : [run];
    }
    const own = onLevel(run.baseline).filter((glyph) => isPartOf(run, glyph));
    if (!own.some((glyph) => glyph.isHidden)) return [run];
    const visible = own.filter((glyph) => !glyph.isHidden && !taken.has(glyph));
    for (const glyph of visible) taken.add(glyph);
    return piecesOf(visible).map((piece) => ({ ...run, ...wordsOf(piece), ...lookOf(piece[0]?.font ?? '') }));
  });
}

/** Words that read upwards stand around the middle of their box. */
function isInside(run: Run, { left, right, baseline }: Glyph): boolean {
  const across = (left + right) / 2;
  const reach = run.text.length * run.size;
  return across > run.left - run.size && across < run.right + run.size && Math.abs(baseline - run.baseline) < reach;
}

function isPartOf(run: Run, { left, right, baseline }: Glyph): boolean {
  const middle = (left + right) / 2;
  return Math.abs(baseline - run.baseline) < SAME_LEVEL && middle > run.left - 0.5 && middle < run.right + 0.5;
}

function isBlank({ text }: Glyph): boolean {
  return text.trim() === '';
}

/** Letters in one font that follow each other. */
function piecesOf(glyphs: readonly Glyph[]): Glyph[][] {
  const pieces: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = pieces.at(-1)?.at(-1);
    const isNext = last !== undefined && glyph.left - last.right < WIDE * glyph.size;
    if (isNext && last.font === glyph.font && last.size === glyph.size) pieces.at(-1)?.push(glyph);
    else pieces.push([glyph]);
  }
  return pieces.filter((piece) => !piece.every(isBlank));
}

function wordsOf(glyphs: readonly Glyph[]): Pick<Run, 'text' | 'left' | 'right' | 'size'> {
  const words = glyphs.map((glyph, index) => {
    const before = glyphs[index - 1];
    const isAfterGap = before !== undefined && !isBlank(before) && glyph.left - before.right > BLANK * glyph.size;
    return isAfterGap ? ` ${glyph.text}` : glyph.text;
  });
  const [first, last] = [glyphs[0], glyphs.at(-1)];
  return { text: words.join(''), left: first?.left ?? 0, right: last?.right ?? 0, size: first?.size ?? 0 };
}

/** A run in two or more, where a gap lies between its letters that no blank of the file explains. */
function cutApart(run: Run, level: readonly Glyph[]): Run[] {
  if (run.turned !== undefined || run.isRightToLeft || run.text.trim() === '') return [run];
  const before = level.findLast((glyph) => glyph.right <= run.left + 0.5 && glyph.left < run.left - 0.5);
  const own = level.filter((glyph) => !glyph.isHidden && isPartOf(run, glyph));
  const isApart = before !== undefined && !isBlank(before) && run.left - before.right > BLANK * run.size;
  const whole: Run = isApart ? { ...run, isApart } : run;
  const letters = own.filter((glyph) => !isBlank(glyph)).map((glyph) => glyph.text.normalize('NFKC').trim());
  if (letters.join('').length !== run.text.replace(/\s/g, '').length) return [whole];
  const at = own.findIndex((glyph, index) => {
    const last = own[index - 1];
    return last !== undefined && !isBlank(last) && !isBlank(glyph) && glyph.left - last.right > BLANK * run.size;
  });
  const [last, next] = [own[at - 1], own[at]];
  if (last === undefined || next === undefined) return [whole];
  const passed = own.slice(0, at).filter((glyph) => !isBlank(glyph));
  const cut = placeIn(
    run.text,
    passed.reduce((sum, glyph) => sum + glyph.text.normalize('NFKC').trim().length, 0),
  );
  const rest: Run = { ...run, text: run.text.slice(cut).trimStart(), left: next.left, isApart: true };
  return [{ ...whole, text: run.text.slice(0, cut).trimEnd(), right: last.right }, ...cutApart(rest, level)];
}

/** Where so many letters, blanks not counted, have passed. */
function placeIn(text: string, letters: number): number {
  let left = letters;
  for (let at = 0; at < text.length; at += 1) {
    if (left === 0) return at;
    if (text[at]?.trim() !== '') left -= 1;
  }
  return text.length;
}
