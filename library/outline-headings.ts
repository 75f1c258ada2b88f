import type { Block } from './block';
import { isAppendix, levelOfNumber } from './heading';
import { headingLevels } from './heading-levels';
import type { Flow } from './flow';

/** Follows the headings of a page: those that are marked as such have a level, and those in bold stand below them. */
export function pageHeadings(flow: readonly Flow[]) {
  const marked = flow.flatMap((found) => (found.is === 'heading' && found.level > 0 ? [found.level] : []));
  const top = marked.reduce((least, level) => Math.min(least, level), marked[0] ?? 1);
  /** By how many numbers a marked heading has: where it stands, and the last of them. */
  const numbered = new Map<number, { readonly level: number; last: number }>();
  let inBold = headingLevels();
  let above = 0;

  /** `2. Roles` in bold goes on where `1. Aims` is marked. */
  function goesOnAt(text: string): number | undefined {
    const before = numbered.get(levelOfNumber(text) ?? 0);
    if (before === undefined || lastNumber(text) <= before.last) return undefined;
    before.last = lastNumber(text);
    return before.level;
  }

  return {
    /** A page without a marked heading or a bold line has headings all the same: short lines, as in plain text. */
    isBare: marked.length === 0 && !flow.some((found) => found.is === 'words' && found.words.isStrong),

    marked(text: string, level: number): Block {
      const numbers = levelOfNumber(text);
      if (numbers !== null) numbered.set(numbers, { level, last: lastNumber(text) });
      inBold = headingLevels();
      above = level;
      return { kind: 'heading', text, level };
    },

    /** @param section what has been read since the last marked heading. */
    bold(text: string, section: readonly Block[]): Block {
      if (isAppendix(text)) above = top - 1;
      const level = above + inBold.of(text, section);
      return { kind: 'heading', text, level: goesOnAt(text) ?? level };
    },
  };
}

function lastNumber(text: string): number {
  return Number(/^\s*(?:\d+\.)*(\d+)/.exec(text)?.[1] ?? 0);
}
