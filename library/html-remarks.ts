import type { Element, Root } from 'hast';
import { attribute, isBlock, isElement } from './html-elements';

/** Google Docs hangs remarks on the words as it hangs notes, and prints both at the end. */
const REMARK = /^cmnt\d+$/;
const ITS_MARK = /^#cmnt\d+$/;

/** Marks as hidden what colleagues remarked in the margin, and the letters that lead there. */
export function hideRemarks(node: Element | Root): void {
  for (const child of node.children) {
    if (!isElement(child)) continue;
    if (ITS_MARK.test(attribute(child, 'href') ?? '') || (isBlock(child) && opensWithRemark(child)))
      child.properties.hidden = true;
    else hideRemarks(child);
  }
}

/** A block whose first words are the way back from a remark; it may have several paragraphs. */
function opensWithRemark(block: Element): boolean {
  let first: Element | undefined = block;
  while (first !== undefined) {
    if (REMARK.test(attribute(first, 'id') ?? '')) return true;
    first = first.children.find(isElement);
  }
  return false;
}
