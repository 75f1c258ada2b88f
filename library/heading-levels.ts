import type { Block } from './block';
import { fold } from './fold';
import { isAppendix, levelOfNumber, readsAsHeading } from './heading';
import { headingGroup } from './heading-group';
import { namesPeople } from './heading-people';
import type { Line } from './text-lines';

/** `7. Zero tolerance: what we do …`: the number of the next section, its name, and its first sentence on one line. */
const SECTION_WITH_TEXT = /^\s*\*{0,2}(\d{1,2})[.)]\s+([^:.]{3,60}):\s+(\S.*)$/s;
const SECTION = /^\s*\*{0,2}(\d{1,2})[.)]\s+(\S.*)$/s;
/** Headings that speak of the whole document, wherever they stand among its numbers. */
const OF_THE_WHOLE =
  /^(?:updates?|amendments?|document control|version (?:control|history)|(?:policy )?review(?: history)?|monitoring and review|references|glossary|(?:related|linked|other) (?:\w+ )?policies)\b/i;
/** As many headings in capitals make it a habit of the document. */
const HABIT = 3;

/** Follows the headings of one plain-text document, which have a number or nothing to show how deep they stand. */
export function headingLevels(lines: readonly Line[] = []) {
  const hasCapitals = lines.filter(({ raw }) => isInCapitals(raw) && readsAsHeading(raw)).length >= HABIT;
  const group = headingGroup();
  let base = 0;
  let previous = 0;
  let lastSection = 0;

  function plain(text: string, blocks: readonly Block[]): number {
    const isGrouped = group.holds(text, blocks);
    if ((hasCapitals && isInCapitals(text)) || OF_THE_WHOLE.test(fold(text))) return base + 1;
    const floor = base + (lastSection > 0 || hasCapitals ? 2 : 1);
    if (isGrouped) return floor + 1;
    // Headings of the cover (the school, its motto, the title) stand above nothing.
    const isBelowHeading = blocks.at(-1)?.kind === 'heading' && blocks.some(({ kind }) => kind !== 'heading');
    return isBelowHeading ? Math.min(Math.floor(previous) + 1, floor + 2) : floor;
  }

  return {
    /** The level of a heading that comes after these blocks; one directly below another heading belongs to it. */
    of(text: string, blocks: readonly Block[]): number {
      if (isAppendix(text)) {
        base = 1;
        previous = 1;
        return previous;
      }
      const numbered = levelOfNumber(text);
      if (numbered !== null) {
        previous = base + numbered;
        if (numbered === 1) lastSection = Number.parseInt(fold(text), 10);
        return previous;
      }
      // One that only names people ("Governors", "For pupils") stands under the last that does not.
      const level = plain(text, blocks) + (namesPeople(text) ? 0.5 : 0);
      previous = Math.floor(level);
      return level;
    },
    /** Whether a numbered line opens the next section of the document rather than being an item of a list. */
    opensSection(line: Line): { heading: string; rest: string } | null {
      if (line.shape.is !== 'item' || line.shape.number === undefined || line.shape.indent > 3) return null;
      const withText = SECTION_WITH_TEXT.exec(line.raw);
      if (
        withText?.[3] !== undefined &&
        Number(withText[1]) === lastSection + 1 &&
        lastSection > 0 &&
        !/\*/.test(withText[2] ?? '')
      ) {
        return { heading: `${withText[1]}. ${withText[2]}`, rest: withText[3] };
      }
      const alone = SECTION.exec(line.raw);
      if (alone === null || Number(alone[1]) !== lastSection + 1) return null;
      return readsAsHeading(alone[2] ?? '') ? { heading: fold(line.raw), rest: '' } : null;
    },
  };
}

function isInCapitals(text: string): boolean {
  return /\p{Lu}{4}/u.test(text) && !/\p{Ll}/u.test(text);
}
