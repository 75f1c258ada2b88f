import type { Element, Root } from 'hast';
import { assemble } from './assemble';
import { fold } from './fold';
import { isElement } from './html-elements';
import { isNestedBeyondSense } from './html-nesting';
import { findNotes } from './html-notes';
import { outlineOf } from './html-outline';
import { walk } from './html-walk';
import { type Flow, wordsIn } from './html-flow';
import type { ReadFile } from './why-unread';

const OPENING = 20;

/**
 * Reads a policy from a web page, or from what Word becomes on its way. Nothing of the page is run, shown or fetched:
 * only its visible words are taken. The parser is an ES module, loaded when it is first needed.
 */
export async function readHtml(html: string): Promise<ReadFile> {
  if (isNestedBeyondSense(html)) return { ok: false, why: 'takes too long' };
  const { fromHtml } = await import('hast-util-from-html');
  const root = fromHtml(html);
  const notes = findNotes(root);
  const flow = walk(policyIn(root).children, { depth: 0, isStrong: false, isJump: false, notes });
  const title = titleOf(flow);
  const blocks = outlineOf(title === undefined ? flow : flow.filter((found) => found !== title));
  const opening = blocks
    .slice(0, OPENING)
    .flatMap((block) => ('text' in block && block.kind !== 'item' ? [block.text] : []));
  const candidates = title === undefined ? opening : [wordsIn([title]), ...opening];
  return { ok: true, ...assemble(blocks), titleCandidates: candidates.map(fold) };
}

/** The heading that is the title: the one above all others, or the only one of the first level if it comes first. */
function titleOf(flow: readonly Flow[]): Flow | undefined {
  const headings = flow.flatMap((found) => (found.is === 'heading' ? [found] : []));
  const [first] = headings;
  const highest = headings.filter(({ level }) => level <= 1);
  return first !== undefined && (first.level === 0 || (first.level === 1 && highest.length === 1)) ? first : undefined;
}

/** The part of a web page that is its matter, where it says so; else the whole page. */
function policyIn(root: Root): Element | Root {
  return find(root, (element) => element.tagName === 'main') ?? root;
}

function find(node: Element | Root, is: (element: Element) => boolean): Element | undefined {
  for (const child of node.children) {
    if (!isElement(child)) continue;
    const found = is(child) ? child : find(child, is);
    if (found !== undefined) return found;
  }
  return undefined;
}
