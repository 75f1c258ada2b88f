import type { Element, Root } from 'hast';
import { attribute, headingLevel, isBlock, isElement } from './html-elements';
import { fold } from './fold';

/** The notes of a page: which elements hold them, and which are their marks. */
export interface Notes {
  /** By the id that a mark leads to. */
  readonly byId: ReadonlyMap<string, { readonly element: Element; readonly mark: string }>;
  readonly elements: ReadonlySet<Element>;
}

interface Link {
  readonly to: string;
  readonly text: string;
  readonly isRaised: boolean;
  readonly within: readonly Element[];
}

const MARK = /^(?:\[?\d{1,3}\]?|[*†‡§]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹]{1,2})$/;
const WAY_BACK = /^(?:\[?\d{1,3}\]?|[↑↩^⤴]\ufe0e?|back)$/i;
const NAMED_NOTE = /note|ftn|edn|fn/i;

/** Finds what Word, web editors and mammoth make of a footnote: a raised link, and what it leads to. */
export function findNotes(root: Root): Notes {
  const targets = new Map<string, Element>();
  const links: Link[] = [];
  visit(root, [], targets, links);
  const byId = new Map<string, { element: Element; mark: string }>();
  const elements = new Set<Element>();
  for (const { to, text, isRaised, within } of links) {
    const element = targets.get(to);
    const leadsToNote = (isRaised || NAMED_NOTE.test(to)) && MARK.test(text);
    if (element === undefined || !leadsToNote || within.includes(element)) continue;
    if (within.some((around) => elements.has(around))) continue;
    byId.set(to, { element, mark: text.replace(/[[\]]/g, '') });
    elements.add(element);
  }
  return { byId, elements };
}

/** The id of the note whose mark an element is; '' for the arrow back, which is neither words nor a mark. */
export function markOf(element: Element, notes: Notes): string | undefined {
  if (element.tagName !== 'a' && element.tagName !== 'sup') return undefined;
  const link = element.tagName === 'a' ? element : onlyChild(element);
  const href = link === undefined ? '' : (attribute(link, 'href') ?? '');
  if (!href.startsWith('#')) return undefined;
  const to = decode(href.slice(1));
  if (notes.byId.has(to) && MARK.test(wordsIn(element))) return to;
  return notes.byId.size > 0 && WAY_BACK.test(wordsIn(element)) ? '' : undefined;
}

function visit(node: Element | Root, within: readonly Element[], targets: Map<string, Element>, links: Link[]): void {
  for (const child of node.children) {
    if (!isElement(child)) continue;
    const around = [...within, child];
    const block = around.findLast(isBlock);
    for (const id of [attribute(child, 'id'), attribute(child, 'name')]) {
      if (id !== undefined && block !== undefined && headingLevel(block) === null) targets.set(id, block);
    }
    const href = attribute(child, 'href') ?? '';
    if (child.tagName === 'a' && href.startsWith('#')) {
      const isRaised =
        within.at(-1)?.tagName === 'sup' || child.children.some((inner) => isElement(inner) && inner.tagName === 'sup');
      links.push({ to: decode(href.slice(1)), text: wordsIn(child), isRaised, within });
    }
    visit(child, around, targets, links);
  }
}

function onlyChild(element: Element): Element | undefined {
  const inside = element.children.filter(isElement);
  return inside.length === 1 ? inside[0] : undefined;
}

function wordsIn(element: Element): string {
  return fold(
    element.children
      .map((child) => (child.type === 'text' ? child.value : isElement(child) ? wordsIn(child) : ''))
      .join(''),
  );
}

function decode(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
