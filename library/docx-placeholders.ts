import { type Edit, edited } from './docx-edits';
import { isOff, tagsOf } from './docx-tags';

/**
 * "Click or tap here to enter text": what Word shows where nobody has written anything yet is a place to write on, and
 * left out where it ends its paragraph, like a row of dots. In the middle of a sentence it stays, so that nobody reads
 * the sentence as if it were whole.
 */
export function withoutPlaceholders(xml: string): string {
  if (!xml.includes('<w:showingPlcHdr')) return xml;
  const edits: Edit[] = [];
  const controls: { isEmpty: boolean }[] = [];
  let open: Edit[] = [];
  let run: { readonly from: number; hasWords: boolean } | undefined;

  for (const tag of tagsOf(xml)) {
    if (tag.name === 'w:sdt' && tag.is === 'start') controls.push({ isEmpty: false });
    else if (tag.name === 'w:sdt') controls.pop();
    else if (tag.name === 'w:showingPlcHdr') Object.assign(controls.at(-1) ?? {}, { isEmpty: !isOff(tag) });
    else if (tag.name === 'w:p' && tag.is === 'end') {
      edits.push(...open);
      open = [];
    } else if (tag.name === 'w:r' && tag.is === 'start') run = { from: tag.from, hasWords: false };
    else if (tag.name === 'w:t' && run !== undefined) run.hasWords = true;
    else if (tag.name === 'w:r' && run !== undefined) {
      const isPlaceholder = controls.some(({ isEmpty }) => isEmpty);
      if (isPlaceholder) open.push({ from: run.from, to: tag.to, put: '' });
      else if (run.hasWords) open = [];
      run = undefined;
    }
  }
  return edited(xml, edits);
}
