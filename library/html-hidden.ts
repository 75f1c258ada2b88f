import type { Element, Root } from 'hast';
import { attribute, isElement, leavesOut } from './html-elements';
import type { Rule } from './html-sheets';

/** `.old` or `#old`; what is longer than that is not worked out. */
const SIMPLE = /^[.#][\w-]+$/;
const NAMES = /[.#][\w-]+/g;
const SHOWS = /(?:display|visibility)\s*:/i;

/**
 * Marks as hidden what a rule of the page's own style sheets keeps from every reader, so that it is left out like what
 * says so itself. A rule is followed where it names one class or one id; where another rule shows the same again, as a
 * page does with what unfolds on a press, nothing is left out.
 */
export function markHidden(root: Root, rules: readonly Rule[]): void {
  const names = hiddenNames(rules);
  if (names.size > 0) mark(root, names);
}

function hiddenNames(rules: readonly Rule[]): ReadonlySet<string> {
  const shown = rules.filter(({ style }) => SHOWS.test(style) && !leavesOut(style));
  const namedThere = new Set(shown.flatMap(({ selectors }) => selectors.flatMap((name) => name.match(NAMES) ?? [])));
  const hiding = rules.filter(({ style }) => leavesOut(style)).flatMap(({ selectors }) => selectors);
  return new Set(hiding.filter((name) => SIMPLE.test(name) && !namedThere.has(name)));
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
