import { type Edit, edited } from './docx-edits';
import { attributeOf, type Tag, tagsOf } from './docx-tags';

/** What only stands around words: a field of a fixed form, the direction of writing. Mammoth skips what is in them. */
const AROUND_WORDS = /^w:(?:fldSimple|dir|bdo)$/;
const LINE_BREAK = '<w:br/>';
const AROUND = /^w:(?:p|hyperlink|tbl|tr|tc)$/;

/**
 * The same part of a Word file with the few things that mammoth does not know said as things that it does: so no word
 * is lost between two others, and none grows together with its neighbour.
 */
export function inPlainTags(xml: string): string {
  const edits: Edit[] = [];
  const around: string[] = [];

  for (const tag of tagsOf(xml)) {
    if (AROUND.test(tag.name)) {
      if (tag.is === 'start') around.push(tag.name);
      else if (tag.is === 'end') around.pop();
    }
    const put = insteadOf(tag, around.at(-1));
    if (put !== undefined) edits.push({ from: tag.from, to: tag.to, put });
  }
  return edited(xml, edits);
}

function insteadOf(tag: Tag, around: string | undefined): string | undefined {
  if (AROUND_WORDS.test(tag.name)) return '';
  if (tag.name === 'w:cr') return LINE_BREAK;
  if (tag.name === 'w:ptab') return '<w:tab/>';
  if (tag.name === 'w:br' && /^(?:page|column)$/.test(attributeOf(tag, 'w:type') ?? '')) return LINE_BREAK;
  // Between rows and cells mammoth forgets all merged cells for a bookmark, and within a link a bookmark ends the link.
  if (tag.name === 'w:bookmarkStart' && /^w:(?:tbl|tr|hyperlink)$/.test(around ?? '')) return '';
  return undefined;
}
