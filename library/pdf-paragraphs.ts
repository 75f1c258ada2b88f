import { joinedText } from './pdf-join';
import type { Line } from './pdf-lines';
import { readLines } from './text-lines';

/** Lines that belong together, with what they look like. */
export interface Paragraph {
  readonly lines: readonly Line[];
  readonly text: string;
  readonly size: number;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isUnderlined: boolean;
  /** Where its first line begins: the bullet of an item, not its words. */
  readonly left: number;
  /** Where the lines after the first begin, or the words after a bullet. */
  readonly hang: number;
  readonly isItem: boolean;
}

/** A line with the right edge up to which the lines of its part of the page were filled. */
export interface PlacedLine {
  readonly line: Line;
  readonly edge: number;
  /** Lines in different parts (a column, a page, a cell) have no distance that says anything. */
  readonly part: number;
}

/** Beginnings of lines within so many points of each other are one indent. */
const SAME_INDENT = 4;
const SAME_SIZE = 1.07;
export const ENDS_SENTENCE = /[.!?:;]["”’)\]]*$/;
const SHORTEST_WRAPPED = 0.5;

/**
 * Joins the lines that a word processor broke. A line goes on in the next if the next word had no room in it, the two
 * look alike and stand no further apart than the lines of this document do.
 * @param pitch the usual distance of two lines, as a part of the size of the letters.
 */
export function paragraphsOf(placed: readonly PlacedLine[], pitch: number): Paragraph[] {
  const groups: PlacedLine[][] = [];
  for (const next of placed) {
    const group = groups.at(-1);
    if (group !== undefined && goesOn(group, next, pitch)) group.push(next);
    else groups.push([next]);
  }
  return groups.map((group) => paragraphOf(group.map(({ line }) => line)));
}

function paragraphOf(lines: readonly Line[]): Paragraph {
  const first = lines[0];
  return {
    lines,
    text: joinedText(lines),
    size: Math.max(...lines.map((line) => line.size)),
    isBold: lines.every((line) => line.isBold),
    isItalic: lines.every((line) => line.isItalic),
    isUnderlined: lines.every((line) => line.isUnderlined),
    left: first?.left ?? 0,
    hang: first === undefined ? 0 : (hangsOf(first)[0] ?? first.left),
    isItem: first !== undefined && isItem(first),
  };
}

export function isItem(line: Line): boolean {
  return readLines(line.text)[0]?.shape.is === 'item';
}

/** Where the words behind a bullet or a tab begin. */
function hangsOf(line: Line): number[] {
  const shape = readLines(line.text)[0]?.shape;
  const places = line.pieces.slice(1).map((piece) => piece.left);
  if (shape?.is !== 'item' || places[0] !== undefined) return places;
  return [line.left + ((line.right - line.left) * shape.from) / line.text.length];
}

function goesOn(group: readonly PlacedLine[], next: PlacedLine, pitch: number): boolean {
  const [first, last] = [group[0], group.at(-1)];
  if (first === undefined || last === undefined) return false;
  const isFull = !wouldFit(last, next.line);
  const isOpen = !ENDS_SENTENCE.test(last.line.text.trim());
  const goesOnSmall = isOpen && /^[\p{Ll}(]/u.test(next.line.text);
  if (!looksAlike(last.line, next.line, isFull && isOpen)) return false;
  if (opensItem(first.line, last.line, next.line, isFull && isOpen)) return false;
  if (areRows(last.line, next.line)) return false;
  if (last.part !== next.part)
    return isOpen && (goesOnSmall || (isFull && isBelow(first.line, last.line, next.line, true)));
  const gap = (next.line.baseline - last.line.baseline) / Math.max(last.line.size, next.line.size);
  if (gap > pitch * 1.22 && !(goesOnSmall && isFull && gap < pitch * 2.1)) return false;
  if (!isBelow(first.line, last.line, next.line, group.length === 1)) return false;
  const isLong = last.line.right - first.line.left > SHORTEST_WRAPPED * (last.edge - first.line.left);
  return isFull || (goesOnSmall && isLong);
}

/** Whether the first word of the next line would have had room in this one: then its author broke the line. */
function wouldFit({ line, edge }: PlacedLine, next: Line): boolean {
  const word = /^\S+?(?:-(?=\p{L})|(?=\s|$))/u.exec(next.text.trim())?.[0] ?? next.text;
  const width = ((next.right - next.left) * word.length) / Math.max(1, next.text.length);
  return line.right + width + line.size * 0.3 < edge - line.size * 0.2;
}

/** A label and what belongs to it, and below them the next ones at the same places. */
function areRows(one: Line, other: Line): boolean {
  const [left, right] = [one.pieces[1]?.left, other.pieces[1]?.left];
  if (left === undefined || right === undefined || isItem(one)) return false;
  return Math.abs(left - right) < SAME_INDENT && Math.abs(one.left - other.left) < SAME_INDENT;
}

function looksAlike(one: Line, other: Line, mayChange: boolean): boolean {
  const ratio = one.size > other.size ? one.size / other.size : other.size / one.size;
  if (ratio > SAME_SIZE) return false;
  return one.isBold === other.isBold || (mayChange && (!other.isBold || /^\p{Ll}/u.test(other.text)));
}

/** A bullet opens an item, unless a dash or a number merely happens to come first in a wrapped line. */
function opensItem(first: Line, last: Line, next: Line, isCut: boolean): boolean {
  const shape = readLines(next.text)[0]?.shape;
  if (shape?.is !== 'item') return /^\d{1,2}(?:\.\d{1,2})+\.?\s+\p{Lu}/u.test(next.text) && !isCut;
  const isUnlike = readLines(first.text)[0]?.shape.is !== 'item';
  const mayBeWords = shape.number !== undefined || /^[-–*]$/.test(shape.marker);
  return !(
    isCut &&
    mayBeWords &&
    isUnlike &&
    next.pieces.length === 1 &&
    Math.abs(next.left - last.left) < SAME_INDENT
  );
}

/** Whether the next line begins where a line of this paragraph may: below the others, below the words behind a bullet. */
function isBelow(first: Line, last: Line, next: Line, isSecond: boolean): boolean {
  const isNear = (place: number) => Math.abs(next.left - place) < SAME_INDENT;
  const isCentred = Math.abs(next.left + next.right - last.left - last.right) < 2 * SAME_INDENT;
  if (isCentred || hangsOf(first).some(isNear)) return true;
  if (isNear(last.left)) return true;
  return isSecond && (next.left < first.left || isItem(first)) && Math.abs(next.left - first.left) < 50;
}
