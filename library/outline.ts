import type { Block } from './block';
import type { Flow, Words } from './flow';
import { fold } from './fold';
import { isFormField } from './form-field';
import { readsAsHeading } from './heading';
import { pageHeadings } from './outline-headings';
import { listDepths } from './list-depth';
import { readLines } from './text-lines';

/** So many links to places on the same page, one a line, are a contents list. */
const CONTENTS_FROM = 3;
/** In words: of a heading that is marked as one, and of one that ends in a full stop. */
const LONGEST_HEADING = 30;
const LONGEST_NAME = 10;
/** A number that stands alone is a page's, or what is left of an empty item. */
const SAYS_SOMETHING = /[^\d\s.()|–—-]/;

/** Says what everything on a page is: which bold lines are headings and how deep, which lines are typed items or fields. */
export function outlineOf(page: readonly Flow[]): Block[] {
  const flow = withoutContents(page).filter((found) => !('words' in found) || SAYS_SOMETHING.test(found.words.text));
  const headings = pageHeadings(flow);
  const depths = listDepths();
  const blocks: Block[] = [];
  let section: Block[] = [];

  function blockOf(found: Flow, isFirst: boolean, isLast: boolean): Block {
    if (found.is === 'table') return tableBlock(found);
    const { text, isStrong } = found.words;
    if (found.is === 'note') return { kind: 'note', text, mark: found.mark, isBelowItsWords: true };
    if (found.is === 'heading') {
      return isWholeClause(text) ? { kind: 'paragraph', text } : headings.marked(text, found.level);
    }
    if (isFormField(text)) return { kind: 'blank', label: text };
    // The first line of all is often the title, in whatever print.
    const mayHead = found.depth === 0 && !isLast && (isStrong || isFirst || headings.isBare);
    if (mayHead && readsAsHeading(text)) return headings.bold(text, section);
    return wordsBlock(found, depths);
  }

  for (const [index, found] of flow.entries()) {
    const block = blockOf(found, index === 0, index === flow.length - 1);
    if (block.kind === 'heading') depths.restart();
    if (found.is === 'heading' && block.kind === 'heading') section = [];
    section.push(block);
    blocks.push(block);
  }
  return blocks;
}

/** Some number their clauses with styles for headings: what is a sentence, and a long one, is not the name of others. */
function isWholeClause(text: string): boolean {
  const words = fold(text).split(' ').length;
  return words > LONGEST_HEADING || (words > LONGEST_NAME && /[.;]$/.test(fold(text)));
}

/** One line may be all that is marked as the head of a table with two; how many more there are, the cells show. */
function tableBlock({ grid, headLines }: Extract<Flow, { is: 'table' }>): Block {
  return { kind: 'table', grid, hasHeader: headLines > 0, ...(headLines > 1 ? { headLines } : {}) };
}

function wordsBlock(
  { words, depth, label }: Extract<Flow, { is: 'words' }>,
  depths: ReturnType<typeof listDepths>,
): Block {
  const text = named(words);
  if (depth > 0) {
    const number = label?.replace(/[().\s]/g, '');
    return { kind: 'item', text, depth, ...(number ? { number } : {}) };
  }
  const shape = readLines(text)[0]?.shape;
  if (shape?.is !== 'item') {
    depths.restart();
    return { kind: 'paragraph', text };
  }
  const { number, from } = shape;
  return { kind: 'item', text: text.slice(from), depth: depths.of(shape, false), ...(number ? { number } : {}) };
}

/** A name that heads the words is handed on as plain text has it, between stars, and so taken off them again. */
function named({ text, name, under }: Words): string {
  const folded = fold(text);
  const starred = name !== undefined && folded.startsWith(name) ? `**${name}** ${folded.slice(name.length)}` : text;
  return under === undefined ? starred : `**${under}:** ${folded}`;
}

/** Lines that only lead to places on the same page are its contents list, and say nothing themselves. */
function withoutContents(flow: readonly Flow[]): readonly Flow[] {
  const isContents = (found: Flow) => found.is === 'words' && found.words.isJump;
  const isName = (found: Flow) =>
    'words' in found && /^(?:table of )?contents(?: page)?:?$/i.test(fold(found.words.text));
  return flow.filter(isContents).length < CONTENTS_FROM
    ? flow
    : flow.filter((found) => !isContents(found) && !isName(found));
}
