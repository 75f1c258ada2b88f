import type { Element, ElementContent, Root, RootContent } from 'hast';
import { isOwnClause } from './count-as';
import { fold } from './fold';
import { attribute, headingLevel, isElement } from './html-elements';
import { fontIn } from './html-fonts';
import { COUNTED_CLASS } from './html-place';

const LEVEL = /mso-list\s*:\s*\S{1,40}\s+level([1-9])\b/i;
const LABEL = /mso-list\s*:\s*ignore\b/i;
const BULLET = /^(?:o|[^\p{L}\p{N}]+)$/u;

/**
 * Word saves an item of a list in a web page as an ordinary paragraph that says how deep it stands, with its bullet or
 * number as words. Such paragraphs become the lists that they are.
 */
export function gatherWordLists(node: Element | Root): void {
  const gathered: RootContent[] = [];
  let open: Element[] = [];
  for (const child of node.children) {
    if (isElement(child)) gatherWordLists(child);
    const level = isElement(child) ? levelOf(child) : undefined;
    if (isElement(child) && level !== undefined && isItem(child)) {
      open = listAt(level, open, gathered);
      open.at(-1)?.children.push({ ...child, tagName: 'li', properties: {} });
    } else {
      if (child.type !== 'text' || fold(child.value) !== '') open = [];
      gathered.push(child);
    }
  }
  node.children = gathered.filter((child): child is ElementContent => child.type !== 'doctype');
}

function levelOf(element: Element): number | undefined {
  const level = LEVEL.exec(attribute(element, 'style') ?? '')?.[1];
  return level === undefined ? undefined : Number(level);
}

/** Takes the bullet off, or marks the number as counted; a heading or a clause with such a number is no item. */
function isItem(paragraph: Element): boolean {
  const label = takenLabel(paragraph, undefined);
  if (label === undefined) return false;
  const isBullet = label.isSign || BULLET.test(label.text);
  if (!isBullet) {
    const words = { type: 'text', value: label.text } as const;
    paragraph.children.unshift({
      type: 'element',
      tagName: 'span',
      properties: { className: [COUNTED_CLASS] },
      children: [words],
    });
  }
  return headingLevel(paragraph) === null && (isBullet || !isOwnClause(label.text));
}

function takenLabel(around: Element, font: string | undefined): { text: string; isSign: boolean } | undefined {
  for (const child of around.children.filter(isElement)) {
    const own = fontIn(child, font);
    const isLabel = LABEL.test(attribute(child, 'style') ?? '');
    if (isLabel) around.children = around.children.filter((other) => other !== child);
    const found = isLabel ? { text: fold(wordsIn(child)), isSign: own !== undefined } : takenLabel(child, own);
    if (found !== undefined) return found;
  }
  return undefined;
}

function wordsIn({ children }: Element): string {
  return children
    .map((child) => (child.type === 'text' ? child.value : isElement(child) ? wordsIn(child) : ''))
    .join('');
}

/** The lists that are open at a level, with new ones within the last item where it is deeper. */
function listAt(level: number, open: readonly Element[], gathered: RootContent[]): Element[] {
  const lists = open.slice(0, level);
  while (lists.length < level) {
    const list: Element = { type: 'element', tagName: 'ul', properties: {}, children: [] };
    const above = lists.at(-1);
    if (above === undefined) gathered.push(list);
    else lastItemOf(above).children.push(list);
    lists.push(list);
  }
  return lists;
}

function lastItemOf(list: Element): Element {
  const last = list.children.at(-1);
  if (last !== undefined && isElement(last)) return last;
  const item: Element = { type: 'element', tagName: 'li', properties: {}, children: [] };
  list.children.push(item);
  return item;
}
