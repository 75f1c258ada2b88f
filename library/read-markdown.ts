import type { Nodes, Root } from 'mdast';
import { assemble, type Assembled } from './assemble';
import type { Block, GridRow } from './block';
import { cellsOf } from './text-lines';

const RULER = /^\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?\s*)?$/;

/**
 * Reads a policy written in Markdown. The parser is loaded here, when it is first needed: it is an ES module, which a
 * CommonJS program on the oldest Node that we support can only import, not require.
 */
export async function readMarkdown(
  source: string,
): Promise<Assembled & { readonly titleCandidates: readonly string[] }> {
  const { fromMarkdown } = await import('mdast-util-from-markdown');
  const blocks = blocksOf(fromMarkdown(source), source);
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []));
  const tops = headings.filter((heading) => heading.level === 1);
  const title = tops.length === 1 && headings[0]?.level === 1 ? headings[0] : undefined;
  const body = title === undefined ? blocks : blocks.filter((block) => block !== title);
  return {
    ...assemble(body),
    titleCandidates: (title ? [title] : headings.slice(0, 3)).map((heading) => heading.text.trim()),
  };
}

/** Walks the tree without recursion, since a hostile file may nest deeper than the stack. */
function blocksOf(root: Root, source: string): Block[] {
  const blocks: Block[] = [];
  const waiting: { node: Nodes; depth: number; number?: string }[] = [{ node: root, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth, number } = next;
    if (node.type === 'heading') {
      blocks.push({ kind: 'heading', text: inner(node, source), level: node.depth });
    } else if (node.type === 'paragraph' || node.type === 'code') {
      const span = spanOf(node, source);
      const table = tableIn(span);
      if (table) blocks.push(table);
      else if (depth > 0) blocks.push({ kind: 'item', text: span, depth, ...(number === undefined ? {} : { number }) });
      else blocks.push({ kind: 'paragraph', text: span });
    } else if (node.type === 'list') {
      const first = node.start ?? 1;
      for (const [index, item] of [...node.children.entries()].reverse()) {
        waiting.push({ node: item, depth: depth + 1, ...(node.ordered ? { number: String(first + index) } : {}) });
      }
    } else if (node.type === 'listItem') {
      for (const [index, child] of [...node.children.entries()].reverse()) {
        waiting.push({ node: child, depth, ...(index === 0 && number !== undefined ? { number } : {}) });
      }
    } else if (node.type === 'root' || node.type === 'blockquote') {
      for (const child of [...node.children].reverse()) waiting.push({ node: child, depth });
    }
  }
  return blocks;
}

function spanOf(node: Nodes, source: string): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** A heading without its hashes, or without the line that underlines it. */
function inner(node: Extract<Nodes, { type: 'heading' }>, source: string): string {
  const first = node.children[0]?.position?.start.offset;
  const last = node.children.at(-1)?.position?.end.offset;
  return first === undefined || last === undefined ? '' : source.slice(first, last);
}

/** A table stays a paragraph for the parser; its second line of dashes gives it away. */
function tableIn(span: string): Block | null {
  const lines = span.split(/\r?\n/);
  if (lines.length < 2 || !RULER.test(lines[1] ?? '') || !lines[0]?.includes('|')) return null;
  const rows = lines.filter((_, index) => index !== 1);
  const grid: GridRow[] = rows.map((line) => ({
    cells: cellsOf(line.includes('|') ? `|${line.trim().replace(/^\||\|$/g, '')}|` : line),
    span: line,
  }));
  return { kind: 'table', grid, hasHeader: true };
}
