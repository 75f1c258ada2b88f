import { fold } from './fold';
import type { Line } from './text-lines';

const LONGEST_BREAK = 5;
const ENDS_SENTENCE = /[.:;!?]["”’)]?\s*$/;

/** A line that ends this far from the edge, before a capital, ends there by will. */
const SHORT_OF_EDGE = 0.7;
/** A label with its value, or the number of a clause: what starts so goes on with nothing above it. */
const STARTS_ANEW = /^\s*(?:\p{Lu}[^:.]{2,40}:(?:\s|$)|\d+(?:\.\d+)+[.)]?\s)/u;
const LABELLED = /^\s*\p{Lu}[^:.]{2,40}:\s+\S/u;

/** The width at which lines were broken by hand, as e-mail and old converters leave them; 0 where they were not. */
export function wrapWidth(lines: readonly Line[]): number {
  const long = lines.filter((line) => line.shape.is === 'words' && line.raw.length > 50);
  if (long.length < 8) return 0;
  if (long.filter((line) => line.raw.length > 110).length / long.length >= 0.05) return 0;
  const widths = long.map((line) => line.raw.trimEnd().length).toSorted((first, second) => first - second);
  return widths[Math.floor(widths.length * 0.9)] ?? 0;
}

/**
 * The index of the last line of what starts at `index`: in a wrapped text it goes on in the lines below, and in any a
 * sentence that a page break has cut goes on after the gap, in a small letter.
 * @param width as `wrapWidth` gives it
 */
export function endOfSpan(lines: readonly Line[], index: number, width: number): number {
  let last = index;
  while (width > 0 && isJoined(lines[last], lines[last + 1], width)) last += 1;
  const end = lines[last]?.raw ?? '';
  if (ENDS_SENTENCE.test(end) || fold(end).split(' ').length < 5) return last;
  let after = last + 1;
  while (lines[after]?.shape.is === 'empty' && after <= last + LONGEST_BREAK) after += 1;
  const goesOn = after > last + 1 && lines[after]?.shape.is === 'words' && /^\s*[a-z]/.test(lines[after]?.raw ?? '');
  return goesOn ? after : last;
}

function isJoined(line: Line | undefined, next: Line | undefined, width: number): boolean {
  if (line === undefined || next?.shape.is !== 'words' || /:\s*$/.test(line.raw)) return false;
  if (STARTS_ANEW.test(next.raw) && (LABELLED.test(line.raw) || !/^\s*\p{Lu}/u.test(next.raw))) return false;
  const isShort = line.raw.trimEnd().length < width * SHORT_OF_EDGE;
  return !(isShort && /[.!?]["”’)]*\s*$/.test(line.raw) && /^\s*["“‘(]?[\p{Lu}\d]/u.test(next.raw));
}
