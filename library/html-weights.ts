import type { Element, Root } from 'hast';
import { attribute, isElement } from './html-elements';
import type { Rule } from './html-sheets';

/** `.c1`, `p.PolicyHeading`: what is longer than that is not worked out. */
const OF_A_CLASS = /^[\w-]*(\.[\w-]+)$/;
const WEIGHT = /(?:^|[;\s])(font-weight\s*:\s*\w+)/i;

/**
 * Writes at each element what the page's own style sheets say of the weight of its print by its class. Some programs
 * print bold in no other way.
 */
export function spreadWeights(root: Root, rules: readonly Rule[]): void {
  const weights = new Map<string, string>();
  for (const { selectors, style } of rules) {
    const weight = WEIGHT.exec(style)?.[1];
    if (weight === undefined) continue;
    for (const selector of selectors) {
      const name = OF_A_CLASS.exec(selector)?.[1];
      if (name !== undefined) weights.set(name, weight);
    }
  }
  if (weights.size > 0) spread(root, weights);
}

function spread(node: Element | Root, weights: ReadonlyMap<string, string>): void {
  for (const child of node.children) {
    if (!isElement(child)) continue;
    const classes = (attribute(child, 'className') ?? '').split(' ');
    const weight = classes.map((name) => weights.get(`.${name}`)).findLast((found) => found !== undefined);
    const own = attribute(child, 'style') ?? '';
    if (weight !== undefined && !WEIGHT.test(own)) child.properties.style = `${weight};${own}`;
    spread(child, weights);
  }
}
