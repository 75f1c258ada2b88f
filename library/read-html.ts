import type { Element, Root } from 'hast';
import { attribute, isElement, isLeftOut } from './html-elements';
import { markHidden } from './html-hidden';
import { isNestedBeyondSense } from './html-nesting';
import { findNotes } from './html-notes';
import { hideRemarks } from './html-remarks';
import { rulesOf } from './html-sheets';
import { spreadWeights } from './html-weights';
import { gatherWordLists } from './html-word-lists';
import { walk } from './html-walk';
import { readFlow } from './read-flow';
import type { ReadFile } from './why-unread';

/**
 * Reads a policy from a web page, or from what Word becomes on its way. Nothing of the page is run, shown or fetched:
 * only its visible words are taken. The parser is an ES module, loaded when it is first needed.
 */
export async function readHtml(html: string): Promise<ReadFile> {
  if (isNestedBeyondSense(html)) return { ok: false, why: 'takes too long' };
  const { fromHtml } = await import('hast-util-from-html');
  const root = fromHtml(html);
  const rules = rulesOf(root);
  markHidden(root, rules);
  spreadWeights(root, rules);
  hideRemarks(root);
  gatherWordLists(root);
  const notes = findNotes(root);
  const place = { depth: 0, isBold: false, isUnderlined: false, isLinked: false, isJump: false, notes };
  return readFlow(walk(policyIn(root).children, place));
}

/** The part of a web page that is its matter, where it says so; else the whole page. */
function policyIn(root: Root): Element | Root {
  return find(root, isMain) ?? root;
}

function isMain(element: Element): boolean {
  return (element.tagName === 'main' || attribute(element, 'role') === 'main') && !isLeftOut(element);
}

function find(node: Element | Root, is: (element: Element) => boolean): Element | undefined {
  for (const child of node.children) {
    if (!isElement(child)) continue;
    const found = is(child) ? child : find(child, is);
    if (found !== undefined) return found;
  }
  return undefined;
}
