import type { Element, Root } from 'hast';
import { attribute, isElement, withoutComments } from './html-elements';

/** A rule of a style sheet: for what it is, and what it says. */
export interface Rule {
  readonly selectors: readonly string[];
  readonly style: string;
}

/** The rules of the page's own style sheets that hold always: what stands within `@media` and its like is passed over. */
export function rulesOf(root: Root): Rule[] {
  return sheetsIn(root).flatMap(rulesIn);
}

/** Sheets for paper alone say nothing of the screen. */
function sheetsIn(node: Element | Root): string[] {
  return node.children.flatMap((child) => {
    if (!isElement(child)) return [];
    if (child.tagName !== 'style') return sheetsIn(child);
    const isForScreen = /^(?:|all|screen)$/i.test((attribute(child, 'media') ?? '').trim());
    return isForScreen ? child.children.flatMap((text) => (text.type === 'text' ? [text.value] : [])) : [];
  });
}

/** Office programs put their sheets between the signs of a remark, for browsers that knew no sheets. */
function rulesIn(sheet: string): Rule[] {
  const rules: Rule[] = [];
  let depth = 0;
  let before = '';
  for (const piece of withoutComments(sheet.replace(/<!--|-->/g, ' ')).split(/([{}])/)) {
    if (piece === '{') depth += 1;
    else if (piece === '}') depth = Math.max(depth - 1, 0);
    else if (depth === 0) before = piece.split(';').at(-1)?.trim() ?? '';
    else if (depth === 1 && !before.startsWith('@')) {
      rules.push({ selectors: before.split(',').map((selector) => selector.trim()), style: piece });
    }
  }
  return rules;
}
