import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** One element of a page as a browser reads it. */
export interface Seen {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Everything in it that is text. */
  readonly text: string;
}

/** Every element of a page, in order, read as a browser would: what broke out of its place shows here. */
export function elementsOf(markup: string): Seen[] {
  const seen: Seen[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'element') seen.push({ tag: node.tagName, attributes: node.properties, text: textOf(node) });
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(fromHtml(markup));
  return seen;
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
