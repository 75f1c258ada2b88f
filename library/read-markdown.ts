import type { Code, Heading, Nodes, Paragraph, Root } from 'mdast';
import type { GridRow } from './block';
import type { Flow, Words } from './flow';
import { readFlow } from './read-flow';
import { cellsOf } from './text-lines';
import type { ReadFile } from './why-unread';

const RULER = /^\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?\s*)?$/;
/** A paragraph that is a link to a place on the same page, as the lines of a contents list are. */
const JUMP = /^\[(?:(?!\]\()[^\n])+\]\(#[^()\s]*\)$/;
/** Where a link leads, as a line of its own: nobody sees it on the page. */
const LEADS = /^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S+$/;
/** No bold print opens before a blank or closes after one, and another star or stroke makes other print of it. */
const NOT_BOLD = /^[\s*_]|[\s\\*_]$/;

/**
 * What stands within words, links, bold print, code, and where links lead. Only the blocks and their places are used, and a parser that pairs
 * brackets and stars takes minutes over a hostile line of them (the names are those of micromark-core-commonmark).
 */
const WITHIN_WORDS = [
  'attention',
  'autolink',
  'characterEscape',
  'characterReference',
  'codeText',
  'definition',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
] as const;

/**
 * Reads a policy written in Markdown. The parser is loaded here, when it is first needed: it is an ES module, which a
 * CommonJS program on the oldest Node that we support can only import, not require.
 */
export async function readMarkdown(source: string): Promise<ReadFile> {
  const { fromMarkdown } = await import('mdast-util-from-markdown');
  const blocks = fromMarkdown(source, { extensions: [{ disable: { null: [...WITHIN_WORDS] } }] });
  return readFlow(flowOf(blocks, source));
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
      if (node.type === 'paragraph' && words.text.split(/\r?\n/).every((line) => LEADS.test(line))) continue;
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
function wordsOf(node: Paragraph | Code, source: string): Words {
  const text = spanOf(node, source);
  if (node.type === 'code') return { text, isStrong: false, isJump: false };
  const shown = text.trim();
  const bold = allBold(shown);
  return { text: bold ?? text, isStrong: bold !== undefined, isJump: JUMP.test(shown) };
}

/** What stands between the stars or strokes around a whole paragraph; undefined where they close before its end. */
function allBold(shown: string): string | undefined {
  const marks = shown.slice(0, 2);
  if ((marks !== '**' && marks !== '__') || shown.length < 5 || !shown.endsWith(marks)) return undefined;
  const inner = shown.slice(2, -2);
  return inner.includes(marks) || NOT_BOLD.test(inner) ? undefined : inner;
}

function spanOf(node: Nodes, source: string): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** A heading without its hashes or the line that underlines it. */
function inner(node: Heading, source: string): string {
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
