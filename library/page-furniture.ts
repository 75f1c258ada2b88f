import { fold } from './fold';
import type { Line } from './text-lines';

const PAGE_NUMBER = /^(?:page\s*)?[-–—|\s]*\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?[-–—|\s]*$/i;
const CONTENTS_LINE = /\.{4,}\s*\d{1,3}$|…{2,}\s*\d{1,3}$/;
const OFTEN = 4;

/** Removes what belongs to the paper and not to the policy: page numbers, contents pages, running heads and feet. */
export function withoutFurniture(lines: readonly Line[]): Line[] {
  const seen = new Map<string, number>();
  for (const line of lines) {
    if (mayRun(line)) seen.set(fold(line.raw), (seen.get(fold(line.raw)) ?? 0) + 1);
  }
  return lines.filter((line) => {
    const text = fold(line.raw);
    if (text === '') return true;
    if (PAGE_NUMBER.test(text) || CONTENTS_LINE.test(text) || /^contents(?: page)?:?$/i.test(text)) return false;
    return !(mayRun(line) && (seen.get(text) ?? 0) >= OFTEN);
  });
}

/** A running line is a short line of words; a label to fill in ("Date:") repeats for a better reason. */
function mayRun(line: Line): boolean {
  const text = line.raw.trim();
  return line.shape.is === 'words' && text.length <= 90 && !text.endsWith(':');
}
