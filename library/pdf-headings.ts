import { fold } from './fold';
import { isAppendix, levelOfNumber, readsAsHeading } from './heading';
import type { Measure } from './pdf-measure';
import type { Paragraph } from './pdf-paragraphs';

/** Letters so much larger than the body's are a heading's, whatever else they look like. */
const LARGE = 1.1;
const MOST_WORDS = 16;
const MOST_LINES = 3;
/** In a document with fewer headings a line than this, headings are not set apart by their looks. */
const FEWEST_STYLED = 1 / 60;

/** Whether a paragraph heads what follows: by its looks, and by what it says. */
export function isStyledHeading(paragraph: Paragraph, { body }: Measure): boolean {
  const text = fold(paragraph.text);
  const isLarge = paragraph.size >= body * LARGE;
  if (!isLarge && !paragraph.isBold && !paragraph.isUnderlined) return false;
  if (paragraph.lines.length > MOST_LINES || text.split(' ').length > MOST_WORDS) return false;
  if (!/\p{L}/u.test(text) || /[.;,]$/.test(text) || (paragraph.isItem && !/^\(?[\da-z]{1,3}[.)]/i.test(text)))
    return false;
  if (readsAsHeading(text.replace(/\s*[:–—-]$/, ''))) return true;
  return isLarge || (paragraph.isBold && /[:?–—-]$/.test(text));
}

/** Where looks tell nothing, a heading is a short line that stands alone and reads like one. */
export function isPlainHeading(paragraph: Paragraph, styled: number, lines: number): boolean {
  const text = fold(paragraph.text);
  if (paragraph.lines.length > 1 || (paragraph.isItem && levelOfNumber(text) === null)) return false;
  if (isAppendix(text)) return readsAsHeading(text);
  return styled < lines * FEWEST_STYLED && readsAsHeading(text);
}

interface Style {
  readonly size: number;
  readonly weight: number;
}

/**
 * How deep headings stand: the larger the letters the higher, bold above plain, and within one style by the number.
 * Headings of one style without a number stand below those with one.
 */
export function headingLevels(headings: readonly Paragraph[]): (heading: Paragraph) => number {
  const styles = headings
    .map(styleOf)
    .sort((one, other) => other.size - one.size || other.weight - one.weight)
    .filter((style, index, all) => index === 0 || !isSame(style, all[index - 1] ?? style));
  const numbered = new Set<number>();

  return function level(heading) {
    const rank =
      1 +
      Math.max(
        0,
        styles.findIndex((style) => isSame(style, styleOf(heading))),
      );
    if (isAppendix(heading.text)) return rank;
    const number = levelOfNumber(heading.text);
    if (number !== null) {
      numbered.add(rank);
      return rank + Math.min(number - 1, 4) * 0.1;
    }
    return numbered.has(rank) ? rank + 0.4 : rank;
  };
}

function styleOf(heading: Paragraph): Style {
  const isCapitals = heading.text === heading.text.toUpperCase();
  const weight = (heading.isBold ? 4 : 0) + (isCapitals ? 2 : 0) + (heading.isUnderlined ? 1 : 0);
  return { size: Math.round(heading.size * 2) / 2, weight };
}

function isSame(one: Style, other: Style): boolean {
  return Math.abs(one.size - other.size) <= 0.5 && one.weight === other.weight;
}
