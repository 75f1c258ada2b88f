import type { Block } from './block';
import { fold } from './fold';
import { explainsName } from './introductions';
import type { Line } from './text-lines';

const LONGEST_BARE_ITEM = 90;

/** "Verbal – calling names" below "It takes many forms:", or below the name before it. */
export function isOneOfNames(words: string, above: Block | undefined): boolean {
  if (above?.kind !== 'paragraph' || !explainsName(fold(words))) return false;
  return /[:–—-]\s*$/.test(above.text) || explainsName(fold(above.text));
}

export function endsInColon(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && /:\s*$/.test(block.text);
}

/** Short lines without a bullet or a full stop, one directly below the other, up to an empty one. */
export function isBareList(lines: readonly Line[], index: number): boolean {
  let next = index;
  for (let line = lines[next]; line !== undefined && line.shape.is !== 'empty'; line = lines[next]) {
    if (line.shape.is !== 'words' || line.raw.length > LONGEST_BARE_ITEM || /[.:!?]\s*$/.test(line.raw)) return false;
    next += 1;
  }
  return next - index > 1;
}

/** A line that is broken in the middle of a sentence goes on in a small letter; no heading does. */
export function goesOn(lines: readonly Line[], index: number): boolean {
  const next = lines[index + 1];
  return next?.shape.is === 'words' && /^\s*\p{Ll}/u.test(next.raw);
}

export function hasMore(lines: readonly Line[], index: number): boolean {
  return lines.slice(index + 1, index + 12).some((line) => line.shape.is !== 'empty');
}
