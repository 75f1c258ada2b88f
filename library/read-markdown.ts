import type { Link, Nodes, Paragraph, Root } from 'mdast';
import type { GridRow } from './block';
import type { Flow, Words } from './flow';
import { fold } from './fold';
import { readFlow } from './read-flow';
import { cellsOf } from './text-lines';
import type { ReadFile } from './why-unread';

const RULER = /^\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?\s*)?$/;

/**
 * Reads a policy written in Markdown. The parser is loaded here, when it is first needed: it is an ES module, which a
 * CommonJS program on the oldest Node that we support can only import, not require.
 */
export async function readMarkdown(source: string): Promise<ReadFile> {
  const { fromMarkdown } = await import('mdast-util-from-markdown');
  return readFlow(flowOf(fromMarkdown(source), source));
}

/** Walks the tree without recursion, since a hostile file may nest deeper than the stack. */
function flowOf(root: Root, source: string): Flow[] {
  const flow: Flow[] = [];
  const waiting: { node: Nodes; depth: number; label?: string }[] = [{ node: root, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth, label } = next;
    if (node.type === 'heading') {
      flow.push({
        is: 'heading',
        words: { text: inner(node, source), isStrong: false, isJump: false },
        level: node.depth,
      });
    } else if (node.type === 'paragraph' || node.type === 'code') {
      const words = wordsOf(node, source);
      flow.push(tableIn(words.text) ?? { is: 'words', words, depth, ...(label === undefined ? {} : { label }) });
    } else if (node.type === 'list') {
      const first = node.start ?? 1;
      for (const [index, item] of [...node.children.entries()].reverse()) {
        waiting.push({ node: item, depth: depth + 1, ...(node.ordered ? { label: `${first + index}.` } : {}) });
      }
    } else if (node.type === 'listItem') {
      for (const [index, child] of [...node.children.entries()].reverse()) {
        waiting.push({ node: child, depth, ...(index === 0 && label !== undefined ? { label } : {}) });
      }
    } else if (node.type === 'root' || node.type === 'blockquote') {
      for (const child of [...node.children].reverse()) waiting.push({ node: child, depth });
    }
  }
  return flow;
}

/** The words as they are typed; those that are bold from end to end without the stars around them. */
function wordsOf(node: Extract<Nodes, { type: 'paragraph' | 'code' }>, source: string): Words {
  const children = node.type === 'paragraph' ? node.children.filter(saysSomething) : [];
  const [only] = children.length === 1 ? children : [];
  if (only?.type === 'strong') return { text: inner(only, source), isStrong: true, isJump: false };
  return { text: spanOf(node, source), isStrong: false, isJump: only?.type === 'link' && isJump(only) };
}

function saysSomething(child: Paragraph['children'][number]): boolean {
  return child.type !== 'text' || fold(child.value) !== '';
}

function isJump({ url }: Link): boolean {
  return url.startsWith('#');
}

function spanOf(node: Nodes, source: string): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** A heading without its hashes or the line that underlines it; bold words without their stars. */
function inner(node: Extract<Nodes, { type: 'heading' | 'strong' }>, source: string): string {
  const first = node.children[0]?.position?.start.offset;
  const last = node.children.at(-1)?.position?.end.offset;
  return first === undefined || last === undefined ? '' : source.slice(first, last);
}

/** A table stays a paragraph for the parser; its second line of dashes gives it away. */
function tableIn(span: string): Flow | null {
  const lines = span.split(/\r?\n/);
  if (lines.length < 2 || !RULER.test(lines[1] ?? '') || !lines[0]?.includes('|')) return null;
  const rows = lines.filter((_, index) => index !== 1);
  const grid: GridRow[] = rows.map((line) => ({
    cells: cellsOf(line.includes('|') ? `|${line.trim().replace(/^\||\|$/g, '')}|` : line),
    span: line,
  }));
  return { is: 'table', grid, headLines: 1 };
}
