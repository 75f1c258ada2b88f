import { fold } from './fold';
import type { Line } from './text-lines';

const LONGEST_BREAK = 5;
const ENDS_SENTENCE = /[.:;!?]["”’)]?\s*$/;

/** Lines broken by hand at 60 to 100 characters, as e-mail and old converters leave them. */
export function looksWrapped(lines: readonly Line[]): boolean {
  const long = lines.filter((line) => line.shape.is === 'words' && line.raw.length > 50);
  if (long.length < 8) return false;
  return long.filter((line) => line.raw.length > 110).length / long.length < 0.05;
}

/**
 * The index of the last line of what starts at `index`: in a wrapped text it goes on in the lines below, and in any a
 * sentence that a page break has cut goes on after the gap, in a small letter.
 */
export function endOfSpan(lines: readonly Line[], index: number, isWrapped: boolean): number {
  let last = index;
  if (isWrapped) while (lines[last + 1]?.shape.is === 'words' && !/:\s*$/.test(lines[last]?.raw ?? '')) last += 1;
  const end = lines[last]?.raw ?? '';
  if (ENDS_SENTENCE.test(end) || fold(end).split(' ').length < 5) return last;
  let after = last + 1;
  while (lines[after]?.shape.is === 'empty' && after <= last + LONGEST_BREAK) after += 1;
  const goesOn = after > last + 1 && lines[after]?.shape.is === 'words' && /^\s*[a-z]/.test(lines[after]?.raw ?? '');
  return goesOn ? after : last;
}
