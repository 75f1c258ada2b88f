import type { Block } from './block';
import { fold } from './fold';

const COUNTS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const MOST = 12;
const LONGEST_NAME = 4;

/**
 * Short headings that the first sentence of a section announces ("… on the following four principles:") stand below
 * it. Text without styles does not say where they end: after as many as were announced, or with the first longer one.
 */
export function headingGroup() {
  let left = 0;
  let longest = 0;

  return {
    /** Whether a heading belongs to the section above it, which ends with `blocks`. */
    holds(heading: string, blocks: readonly Block[]): boolean {
      const words = fold(heading).split(' ').length;
      const announced = announcedBy(blocks);
      if (announced !== undefined && words <= LONGEST_NAME) {
        const counted = COUNTS.findIndex((count) => new RegExp(`\\b${count}\\b`, 'i').test(announced));
        left = counted < 0 ? MOST : counted + 2;
        longest = Math.min(words + 1, LONGEST_NAME);
      }
      const isHeld = left > 0 && words <= longest && !/^\d|\?$/.test(fold(heading));
      left = isHeld ? left - 1 : 0;
      return isHeld;
    },
  };
}

function announcedBy(blocks: readonly Block[]): string | undefined {
  const [above, sentence] = blocks.slice(-2);
  if (above?.kind !== 'heading' || sentence?.kind !== 'paragraph') return undefined;
  return /:\s*$/.test(sentence.text) ? sentence.text : undefined;
}
