import type { Block } from './block';
import { fold } from './fold';
import { isFormField } from './form-field';
import { isAppendix, readsAsHeading } from './heading';
import { headingLevels } from './heading-levels';
import type { Flow } from './html-flow';
import type { Words } from './html-words';
import { listDepths } from './list-depth';
import { readLines } from './text-lines';

/** So many links to places on the same page, one a line, are a contents list. */
const CONTENTS_FROM = 3;

/** Says what everything on a page is: which bold lines are headings and how deep, which lines are typed items or fields. */
export function outlineOf(page: readonly Flow[]): Block[] {
  const flow = withoutContents(page);
  const own = flow.flatMap((found) => (found.is === 'heading' && found.level > 0 ? [found.level] : []));
  const top = own.length === 0 ? 1 : Math.min(...own);
  /** A page without one heading or bold line has headings all the same: short lines, as in plain text. */
  const isBare = own.length === 0 && !flow.some((found) => found.is === 'words' && found.words.isStrong);
  const blocks: Block[] = [];
  const depths = listDepths();
  let levels = headingLevels();
  /** The level of the last heading that has one of its own; those in bold stand below it. */
  let under = 0;
  let section: Block[] = [];

  function add(block: Block): void {
    blocks.push(block);
    section.push(block);
  }

  function head(text: string): void {
    if (isAppendix(text)) under = top - 1;
    add({ kind: 'heading', text, level: under + levels.of(text, section) });
    depths.restart();
  }

  function take(words: Words, depth: number, label: string | undefined, hasMore: boolean): void {
    const mayHead = depth === 0 && hasMore && (words.isStrong || isBare);
    if (isFormField(words.text)) add({ kind: 'blank', label: words.text });
    else if (mayHead && readsAsHeading(words.text)) head(words.text);
    else add(wordsBlock(words, depth, label, depths));
  }

  for (const [index, found] of flow.entries()) {
    if (found.is === 'words') take(found.words, found.depth, found.label, index < flow.length - 1);
    else if (found.is === 'note')
      add({ kind: 'note', text: found.words.text, mark: found.mark, isBelowItsWords: true });
    else if (found.is === 'table') add(tableBlock(found));
    else {
      levels = headingLevels();
      under = found.level;
      section = [];
      add({ kind: 'heading', text: found.words.text, level: found.level });
      depths.restart();
    }
  }
  return blocks;
}

/** One line may be all that is marked as the head of a table with two; how many more there are, the cells show. */
function tableBlock({ grid, headLines }: Extract<Flow, { is: 'table' }>): Block {
  return { kind: 'table', grid, hasHeader: headLines > 0, ...(headLines > 1 ? { headLines } : {}) };
}

function wordsBlock(
  words: Words,
  depth: number,
  label: string | undefined,
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
