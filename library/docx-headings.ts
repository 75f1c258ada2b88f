import type { Edit } from './docx-edits';
import type { Tag } from './docx-tags';

/** Styles that Word has a name of its own for; mammoth and the reader know what they are. */
const KNOWN = /^(?:heading|title$|subtitle$|toc |toc heading$|contents )/i;
const LOWEST = 9;
const DEEPEST_OF_A_PAGE = 6;

/** A paragraph that stands among the headings by a style of the school's own, or by its own word, as one of Word's. */
export function asHeading(
  properties: Tag,
  styleTag: Tag | undefined,
  outline: number | undefined,
  name = '',
): Edit | undefined {
  if (outline === undefined || outline >= LOWEST || KNOWN.test(name)) return undefined;
  const { from, to } = styleTag ?? { from: properties.to, to: properties.to };
  return { from, to, put: `<w:pStyle w:val="Heading${Math.min(outline + 1, DEEPEST_OF_A_PAGE)}"/>` };
}
