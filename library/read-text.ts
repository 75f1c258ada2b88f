import { type Assembled, assemble } from './assemble';
import type { Block } from './block';
import { fold } from './fold';
import { isEmptyOffice, isFormField } from './form-field';
import { readsAsHeading } from './heading';
import { headingLevels } from './heading-levels';
import { listDepths } from './list-depth';
import { withoutFurniture } from './page-furniture';
import { type Line, readLines } from './text-lines';
import { endsInColon, goesOn, hasMore, isBareList, isOneOfNames } from './text-neighbours';
import { endOfSpan, wrapWidth } from './text-span';
import { labelAndValue, takeTable } from './text-table';

const BOOKMARK = /^\s*\[bookmark: [^\]]*\]/;
/** Word's page break becomes one blank before the first word of the next page. */
const AFTER_PAGE_BREAK = /^ (?=[A-Z0-9["“])/;

/** Reads a policy out of plain text as schools have it: what word processors leave when the styling goes. */
export function readText(file: string): Assembled & { readonly titleCandidates: readonly string[] } {
  const source = withoutFurniture(file);
  const blocks = blocksOf(readLines(source), source);
  const opening = blocks
    .slice(0, 20)
    .flatMap((block) => ('text' in block && block.kind !== 'item' ? [block.text] : []));
  return { ...assemble(blocks), titleCandidates: opening.map(fold) };
}

function blocksOf(lines: readonly Line[], source: string): Block[] {
  const blocks: Block[] = [];
  const levels = headingLevels(lines);
  const depths = listDepths();
  const width = wrapWidth(lines);
  /** Below a line that ends in a colon, and no bullet after it, every line is an item until an empty one. */
  let isBelowColon = false;
  let isAfterGap = true;

  const head = (text: string) => {
    blocks.push({ kind: 'heading', text, level: levels.of(text, blocks) });
    depths.restart();
    isBelowColon = false;
    isAfterGap = false;
  };

  /** Takes the one line, or all that belong to it, and says where to go on. */
  const take = (line: Line, index: number): number => {
    const bookmark = BOOKMARK.exec(line.raw)?.[0].length ?? 0;
    const words = line.raw.slice(bookmark);
    const isOnNewPage = bookmark > 0 || AFTER_PAGE_BREAK.test(line.raw);

    if (line.shape.is === 'empty') {
      isAfterGap = true;
      isBelowColon = false;
      return index + 1;
    }
    if (line.shape.is === 'cells') {
      const table = takeTable(lines, index, source);
      for (const block of table.blocks) blocks.push(block);
      depths.restart();
      isAfterGap = false;
      return table.next;
    }
    const pair = labelAndValue(line, lines[index + 1], source);
    if (pair !== null) {
      blocks.push({ kind: 'paragraph', text: pair });
      return index + 2;
    }
    if (isFormField(words) || isEmptyOffice(words, lines[index + 1]?.raw ?? '')) {
      blocks.push({ kind: 'blank', label: words });
      isBelowColon = false;
      return index + 1;
    }
    const section = levels.opensSection(line);
    if (section !== null) {
      head(section.heading);
      if (section.rest !== '') blocks.push({ kind: 'paragraph', text: section.rest });
      return index + 1;
    }
    if (isAfterGap && endsInColon(blocks.at(-1)) && isBareList(lines, index)) isBelowColon = true;
    const isBelowHeading = blocks.at(-1)?.kind === 'heading';
    const mayHead = line.shape.is === 'words' && (isOnNewPage || ((isAfterGap || isBelowHeading) && !isBelowColon));
    if (
      mayHead &&
      readsAsHeading(words) &&
      hasMore(lines, index) &&
      !goesOn(lines, index) &&
      !isOneOfNames(words, blocks.at(-1))
    ) {
      head(words);
      return index + 1;
    }
    const last = isBelowColon ? index : endOfSpan(lines, index, width);
    const from = line.shape.is === 'item' ? line.shape.from : bookmark;
    blocks.push(
      blockOf(line, source.slice(line.start + from, lines[last]?.end ?? line.end), isBelowColon, blocks.at(-1), depths),
    );
    if (/:\s*$/.test(lines[last]?.raw ?? '') && width === 0 && lines[last + 1]?.shape.is === 'words')
      isBelowColon = true;
    isAfterGap = false;
    return last + 1;
  };

  for (let index = 0, line = lines[0]; line !== undefined; line = lines[index]) index = take(line, index);
  return blocks;
}

function blockOf(
  line: Line,
  text: string,
  isBelowColon: boolean,
  above: Block | undefined,
  depths: ReturnType<typeof listDepths>,
): Block {
  if (line.shape.is === 'item') {
    const isIntroduced = above?.kind === 'item' && above.text.trimEnd().endsWith(':');
    const depth = depths.of(line.shape, isIntroduced) + (isBelowColon ? 1 : 0);
    return { kind: 'item', text, depth, ...(line.shape.number === undefined ? {} : { number: line.shape.number }) };
  }
  depths.restart();
  return isBelowColon ? { kind: 'item', text, depth: 1 } : { kind: 'paragraph', text };
}
