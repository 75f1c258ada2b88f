import { type Edit, edited } from './docx-edits';
import { attributeOf, tagsOf } from './docx-tags';

const OPENS_CONTENTS = /<w:instrText\b[^<>]*>\s*TOC\b/;

/** A contents list that Word keeps as a field is left out, in whatever styles its lines are printed. */
export function withoutContentsField(xml: string): string {
  if (!OPENS_CONTENTS.test(xml)) return xml;
  const edits: Edit[] = [];
  let within: Edit[] = [];
  let depth = 0;
  /** How many fields are open around the words of the contents list. */
  let contents: number | undefined;
  let run: { readonly from: number; bounds: boolean } | undefined;

  for (const tag of tagsOf(xml)) {
    if (tag.name === 'w:r' && tag.is === 'start') run = { from: tag.from, bounds: false };
    else if (tag.name === 'w:r' && tag.is === 'end') {
      if (contents !== undefined && run?.bounds === false) within.push({ from: run.from, to: tag.to, put: '' });
      run = undefined;
    } else if (tag.name === 'w:fldChar') {
      const type = attributeOf(tag, 'w:fldCharType');
      if (type === 'begin') depth += 1;
      if (run !== undefined && depth === contents) run.bounds = true;
      if (type !== 'end') continue;
      if (depth === contents) {
        edits.push(...within);
        within = [];
        contents = undefined;
      }
      depth = Math.max(depth - 1, 0);
    } else if (tag.name === 'w:instrText' && contents === undefined && /^\s*TOC\b/.test(xml.slice(tag.to, tag.to + 20)))
      contents = depth;
  }
  return edited(xml, edits);
}
