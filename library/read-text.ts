import { assemble, type Assembled } from './assemble';
import type { Block } from './block';
import { fold } from './fold';
import { headingLevels } from './heading-levels';
import { isAppendix, readsAsHeading } from './heading';
import { listDepths } from './list-depth';
import { withoutFurniture } from './page-furniture';
import { cellsOf, isPipeRow, type Line, readLines } from './text-lines';

/** A place to write on, not a rule: nothing follows the label, or a row of dots or underscores does. */
const FORM_FIELD =
  /^(?:signed|signature|date|name|print name|position|role|designation|class|year)\b[^.]{0,60}:[\s._…]*$/i;
const BOOKMARK = /^\s*\[bookmark: [^\]]*\]/;

/** Reads a policy out of plain text as schools have it: what word processors and portals leave when the styling goes. */
export function readText(source: string): Assembled & { readonly titleCandidates: readonly string[] } {
  const lines = withoutFurniture(readLines(source));
  const blocks = blocksOf(lines, source);
  const titleCandidates = blocks
    .slice(0, 20)
    .flatMap((block) => ('text' in block && block.kind !== 'item' ? [fold(block.text)] : []));
  return { ...assemble(blocks), titleCandidates };
}

function blocksOf(lines: readonly Line[], source: string): Block[] {
  const blocks: Block[] = [];
  const levels = headingLevels();
  const depths = listDepths();
  const isWrapped = looksWrapped(lines);
  let index = 0;
  /** Directly below a line that ends in a colon every line is an item, until an empty one. */
  let isBelowColon = false;
  let isAfterGap = true;

  while (index < lines.length) {
    const line = lines[index];
    if (line === undefined) break;
    if (line.shape.is === 'empty') {
      isAfterGap = true;
      isBelowColon = false;
      index += 1;
      continue;
    }
    const bookmark = BOOKMARK.exec(line.raw)?.[0].length ?? 0;
    const words = line.raw.slice(bookmark);

    if (line.shape.is === 'cells') {
      const table = takeTable(lines, index, source);
      blocks.push(...table.blocks);
      index = table.next;
      isAfterGap = false;
      depths.restart();
      continue;
    }
    const next = lines.slice(index + 1, index + 2)[0];
    const pair = labelAndValue(line, next, source);
    if (pair !== null) {
      blocks.push({ kind: 'paragraph', text: pair });
      index += 2;
      continue;
    }
    if (FORM_FIELD.test(fold(words))) {
      blocks.push({ kind: 'blank', label: words });
      index += 1;
      isBelowColon = false;
      continue;
    }
    const opensSection = levels.opensSection(line);
    if (opensSection !== null) {
      blocks.push({
        kind: 'heading',
        text: opensSection.heading,
        level: levels.of(opensSection.heading, blocks.at(-1)?.kind === 'heading'),
      });
      if (opensSection.rest !== '') blocks.push({ kind: 'paragraph', text: opensSection.rest });
      depths.restart();
      index += 1;
      isAfterGap = false;
      continue;
    }
    const mayHead =
      (isAfterGap || bookmark > 0 || blocks.at(-1)?.kind === 'heading') && !isBelowColon && line.shape.is === 'words';
    if (mayHead && readsAsHeading(words) && hasMore(lines, index)) {
      blocks.push({ kind: 'heading', text: words, level: levels.of(words, blocks.at(-1)?.kind === 'heading') });
      depths.restart();
      index += 1;
      isAfterGap = isAppendix(words);
      continue;
    }
    const from = line.shape.is === 'item' ? line.shape.from : bookmark;
    const last = endOfSpan(lines, index, isWrapped, isBelowColon);
    const text = source.slice(line.start + from, lines[last]?.end ?? line.end);
    if (line.shape.is === 'item') {
      const { number } = line.shape;
      blocks.push({ kind: 'item', text, depth: depths.of(line.shape), ...(number === undefined ? {} : { number }) });
    } else if (isBelowColon) {
      blocks.push({ kind: 'item', text, depth: depths.ofUnmarked() });
    } else {
      blocks.push({ kind: 'paragraph', text });
      depths.restart();
    }
    if (!isWrapped) isBelowColon = isBelowColon || fold(text).endsWith(':');
    isAfterGap = false;
    index = last + 1;
  }
  return blocks;
}

/** The last line of what starts at `index`: wrapped lines go on below, a sentence cut by a page break after the gap. */
function endOfSpan(lines: readonly Line[], index: number, isWrapped: boolean, isBelowColon: boolean): number {
  let last = index;
  if (isWrapped) while (lines[last + 1]?.shape.is === 'words' && !/:\s*$/.test(lines[last]?.raw ?? '')) last += 1;
  if (isBelowColon || /[.:;!?]["”’)]?\s*$/.test(lines[last]?.raw ?? '')) return last;
  let after = last + 1;
  while (lines[after]?.shape.is === 'empty' && after < last + 6) after += 1;
  const goesOn = after > last + 1 && lines[after]?.shape.is === 'words' && /^\s*[a-z]/.test(lines[after]?.raw ?? '');
  return goesOn && fold(lines[last]?.raw ?? '').split(' ').length > 4 ? after : last;
}

/** Lines broken by hand at 60 to 100 characters, as e-mail and old converters leave them. */
function looksWrapped(lines: readonly Line[]): boolean {
  const long = lines.filter((line) => line.shape.is === 'words' && line.raw.length > 50).map((line) => line.raw.length);
  if (long.length < 8) return false;
  const over = long.filter((length) => length > 110).length;
  return over / long.length < 0.05;
}

function hasMore(lines: readonly Line[], index: number): boolean {
  return lines.slice(index + 1, index + 12).some((line) => line.shape.is !== 'empty');
}

/** `Next review date:` on one line and `September 2023` on the next, both set in from the edge: two cells of one row. */
function labelAndValue(line: Line, next: Line | undefined, source: string): string | null {
  if (!/^\t\S.*:\s*$/.test(line.raw) || next === undefined || !/^\t\S/.test(next.raw)) return null;
  if (/:\s*$/.test(next.raw) || line.raw.length > 80 || next.raw.length > 80) return null;
  return source.slice(line.start, next.end);
}

/** Takes the lines of one table, over a page break too, as long as the cells go on. */
function takeTable(lines: readonly Line[], index: number, source: string): { blocks: Block[]; next: number } {
  const taken: Line[] = [];
  let next = index;
  while (next < lines.length && lines[next]?.shape.is === 'cells') {
    const line = lines[next];
    if (line !== undefined) taken.push(line);
    next += 1;
    let after = next;
    while (lines[after]?.shape.is === 'empty' && after < next + 5) after += 1;
    const width = taken.at(-1) === undefined ? 0 : cellsOf(taken.at(-1)?.raw ?? '').length;
    const goesOn =
      lines[after]?.shape.is === 'cells' && Math.abs(cellsOf(lines[after]?.raw ?? '').length - width) <= 1 && width > 2;
    if (goesOn) next = after;
  }
  const blocks: Block[] = [];
  const isRuler = (line: Line) => isPipeRow(line.raw) && /^[\s|:-]+$/.test(line.raw);
  const hasHeader = taken[1] !== undefined && isRuler(taken[1]);
  const rows = taken.filter((line) => !isRuler(line));
  const isPairs =
    !hasHeader &&
    rows.every((line) => cellsOf(line.raw).filter((cell) => cell.trim() !== '').length <= 2) &&
    rows.every((line) => cellsOf(line.raw).length <= 3);
  if (!isPairs) {
    const grid = rows.map((line) => ({ cells: cellsOf(line.raw), span: source.slice(line.start, line.end) }));
    return { blocks: [{ kind: 'table', grid, hasHeader }], next };
  }
  for (const line of rows) {
    const text = source.slice(line.start, line.end);
    if (/:[\s._…]*$/.test(text) || /^(?:signed|date|name|designation)\b/i.test(text.trim()))
      blocks.push({ kind: 'blank', label: text });
    else blocks.push({ kind: 'paragraph', text });
  }
  return { blocks, next };
}
