import type { Element, Root } from 'hast';
import { attribute, isElement, leavesOut, withoutComments } from './html-elements';

interface Rule {
  readonly selectors: readonly string[];
  readonly style: string;
}

/** `.old` or `#old`; what is longer than that is not worked out. */
const SIMPLE = /^[.#][\w-]+$/;
const NAMES = /[.#][\w-]+/g;
const SHOWS = /(?:display|visibility)\s*:/i;

/**
 * Marks as hidden what a rule of the page's own style sheets keeps from every reader, so that it is left out like what
 * says so itself. A rule is followed where it names one class or one id; where another rule shows the same again, as a
 * page does with what unfolds on a press, nothing is left out.
 */
export function markHidden(root: Root): void {
  const names = hiddenNames(styleSheets(root).flatMap(rulesOf));
  if (names.size > 0) mark(root, names);
}

function hiddenNames(rules: readonly Rule[]): ReadonlySet<string> {
  const shown = rules.filter(({ style }) => SHOWS.test(style) && !leavesOut(style));
  const namedThere = new Set(shown.flatMap(({ selectors }) => selectors.flatMap((name) => name.match(NAMES) ?? [])));
  const hiding = rules.filter(({ style }) => leavesOut(style)).flatMap(({ selectors }) => selectors);
  return new Set(hiding.filter((name) => SIMPLE.test(name) && !namedThere.has(name)));
}

/** Sheets for paper alone say nothing of the screen. */
function styleSheets(node: Element | Root): string[] {
  return node.children.flatMap((child) => {
    if (!isElement(child)) return [];
    if (child.tagName !== 'style') return styleSheets(child);
    const isForScreen = /^(?:|all|screen)$/i.test((attribute(child, 'media') ?? '').trim());
    return isForScreen ? child.children.flatMap((text) => (text.type === 'text' ? [text.value] : [])) : [];
  });
}

/** The rules that hold always: what stands within `@media` and its like is passed over. */
function rulesOf(sheet: string): Rule[] {
  const rules: Rule[] = [];
  let depth = 0;
  let before = '';
  for (const piece of withoutComments(sheet).split(/([{}])/)) {
    if (piece === '{') depth += 1;
    else if (piece === '}') depth = Math.max(depth - 1, 0);
    else if (depth === 0) before = piece.split(';').at(-1)?.trim() ?? '';
    else if (depth === 1 && !before.startsWith('@')) {
      rules.push({ selectors: before.split(',').map((selector) => selector.trim()), style: piece });
    }
  }
  return rules;
}

function mark(node: Element | Root, names: ReadonlySet<string>): void {
  for (const child of node.children) {
    if (!isElement(child)) continue;
    const classes = (attribute(child, 'className') ?? '').split(' ').map((name) => `.${name}`);
    if ([...classes, `#${attribute(child, 'id') ?? ''}`].some((name) => names.has(name)))
      child.properties.hidden = true;
    mark(child, names);
  }
}
