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

/** `DATE OF NEXT REVIEW: July 2027` on a cover: a label with its value, however large. */
const LABELLED = /^[^\d:]{2,40}: \S|^(?:approved|adopted|reviewed|amended|updated|version|ratified)\b.*\d/i;

/** Whether a paragraph heads what follows: by its looks, and by what it says. */
export function isStyledHeading(paragraph: Paragraph, { body }: Measure): boolean {
  const text = fold(paragraph.text);
  const isLarge = paragraph.size >= body * LARGE;
  if (!isLarge && !paragraph.isBold && !paragraph.isUnderlined) return false;
  if (paragraph.lines.length > MOST_LINES || text.split(' ').length > MOST_WORDS) return false;
  if (!/\p{L}/u.test(text) || /[.;,]$/.test(text) || (paragraph.isItem && !/^\(?[\da-z]{1,3}[.)]/i.test(text)))
    return false;
  if (LABELLED.test(text)) return false;
  if (readsAsHeading(text.replace(/\s*[:–—-]$/, ''))) return true;
  return isLarge || (paragraph.isBold && /[:?–—-]$/.test(text));
}

/** Where looks tell nothing, a heading is a short line that stands alone and reads like one. */
export function isPlainHeading(paragraph: Paragraph, styled: number, lines: number, isInList: boolean): boolean {
  const text = fold(paragraph.text);
  if (paragraph.lines.length > 1) return false;
  if (paragraph.isItem && (isInList || !/^\d{1,2}[.)]?\s+\p{Lu}/u.test(text))) return false;
  if (isAppendix(text)) return readsAsHeading(text);
  return styled < lines * FEWEST_STYLED && readsAsHeading(text);
}

interface Style {
  readonly size: number;
  readonly weight: number;
}

/** So often a style must come before a line under it, or capitals, make it another than its neighbour's. */
const OFTEN = 3;

/**
 * How deep headings stand: the larger the letters the higher, bold above plain, and within one style by the number.
 * Headings of one style without a number stand below those with one. What a cover says in letters of its own stands no
 * higher than the first section, so that it does not head the whole policy.
 */
export function headingLevels(headings: readonly Paragraph[]): (heading: Paragraph) => number {
  const all = headings.map(styleOf);
  const uses = (style: Style) => all.filter((other) => isSame(style, other)).length;
  const styles = all
    .filter((style, index) => all.findIndex((other) => isSame(style, other)) === index)
    .filter(
      (style) => !all.some((other) => isSibling(style, other) && uses(style) < OFTEN && isBetter(other, style, uses)),
    )
    .sort((one, other) => other.size - one.size || other.weight - one.weight);
  const rankOf = (style: Style) => {
    const same = styles.findIndex((other) => isSame(style, other));
    return same >= 0
      ? same
      : Math.max(
          0,
          styles.findIndex((other) => isSibling(style, other)),
        );
  };
  const cover = new Set(
    headings.slice(
      0,
      Math.max(
        0,
        all.findIndex((style) => uses(style) > 1),
      ),
    ),
  );
  const highest = Math.min(...all.filter((style) => uses(style) > 1).map(rankOf));
  const numbered = new Set<number>();

  return function level(heading) {
    const own = 1 + rankOf(styleOf(heading));
    const rank = cover.has(heading) && Number.isFinite(highest) ? Math.max(own, 1 + highest) : own;
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

/** Of one size and both bold or both not: they differ by a line under them or by capitals. */
function isSibling(one: Style, other: Style): boolean {
  return Math.abs(one.size - other.size) <= 0.5 && one.weight !== other.weight && one.weight >= 4 === other.weight >= 4;
}

function isBetter(one: Style, other: Style, uses: (style: Style) => number): boolean {
  return uses(one) > uses(other) || (uses(one) === uses(other) && one.weight > other.weight);
}
