import type { Nodes } from 'hast';
import { attribute, isBlock, isElement } from './html-elements';
import { isNestedBeyondSense } from './html-nesting';

const NO_WORDS = new Set(['iframe', 'img', 'object', 'script', 'style', 'svg', 'template']);

/**
 * The words of a short piece of HTML, such as a chat message, with its lines, those that are struck out included.
 * Nothing of it is run, shown or fetched. Empty where it is nested beyond sense.
 */
export async function textOfHtml(html: string): Promise<string> {
  if (isNestedBeyondSense(html)) return '';
  const { fromHtml } = await import('hast-util-from-html');
  return wordsIn(fromHtml(html, { fragment: true }))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function wordsIn(node: Nodes): string {
  if (node.type === 'text') return node.value.replace(/\s+/g, ' ');
  if (!isElement(node)) return 'children' in node ? node.children.map(wordsIn).join('') : '';
  if (node.tagName === 'br') return '\n';
  // A smile is a picture with its name beside it.
  if (node.tagName === 'emoji' || /emoji/i.test(attribute(node, 'itemType') ?? '')) return attribute(node, 'alt') ?? '';
  if (NO_WORDS.has(node.tagName)) return '';
  const words = node.children.map(wordsIn).join('');
  return isBlock(node) ? `\n${words}\n` : words;
}
