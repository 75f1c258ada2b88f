import type { Block } from './block';
import { fold } from './fold';
import { isFormField } from './form-field';
import { listDepths } from './list-depth';
import { withoutContentsList } from './pdf-contents';
import type { Flow } from './pdf-flow';
import { headingLevels, isPlainHeading, isStyledHeading } from './pdf-headings';
import type { Line } from './pdf-lines';
import type { Measure } from './pdf-measure';
import type { Note } from './pdf-notes';
import { type Paragraph, type PlacedLine, paragraphsOf } from './pdf-paragraphs';
import { pairBlock, pairsOf, tableBlocks } from './pdf-tables';
import { readLines } from './text-lines';
import type { FilledCell, Table } from './pdf-cells';

type Piece =
  | { readonly is: 'words'; readonly paragraph: Paragraph }
  | { readonly is: 'pair'; readonly row: readonly FilledCell[] }
  | { readonly is: 'table'; readonly table: Table };

const SAME_INDENT = 4;
/** Between the words of a box and its border, in points. */
const BOX_PADDING = 8;
/** Nothing follows it but a line to write on. */
const IS_LABEL = /:[\s._…]*$/;

/** Says of each paragraph what it is: a heading, an item and how deep, a place to write, or words. */
export function blocksOf(flow: readonly Flow[], usual: Measure, notes: readonly Note[]): Block[] {
  const pieces = piecesOf(flow, usual.pitch);
  const paragraphs = pieces.flatMap((piece) => (piece.is === 'words' ? [piece.paragraph] : []));
  const styled = paragraphs.filter((paragraph) => isStyledHeading(paragraph, usual));
  const lines = paragraphs.reduce((sum, paragraph) => sum + paragraph.lines.length, 0);
  const last = paragraphs.at(-1);
  const heads = new Set([
    ...styled,
    ...paragraphs.filter((each, index) => {
      const isInList = [paragraphs[index - 1], paragraphs[index + 1]].some((beside) => beside?.isItem);
      return isPlainHeading(each, styled.length, lines, isInList);
    }),
  ]);
  if (last !== undefined && pieces.at(-1)?.is === 'words') heads.delete(last);
  const level = headingLevels([...heads]);
  const depths = listDepths();
  const indent = indents();
  let open: { readonly hang: number; readonly depth: number } | null = null;

  function blocksFor(piece: Piece): Block[] {
    if (piece.is === 'table') {
      depths.restart();
      open = null;
      return tableBlocks(piece.table);
    }
    if (piece.is === 'pair') {
      depths.restart();
      open = null;
      return [pairBlock(piece.row)];
    }
    const { paragraph } = piece;
    if (heads.has(paragraph)) {
      depths.restart();
      open = null;
      return [{ kind: 'heading', text: paragraph.text, level: level(paragraph) }];
    }
    if (isFormField(paragraph.text)) return [{ kind: 'blank', label: paragraph.text }];
    const shape = readLines(paragraph.text)[0]?.shape;
    if (shape?.is === 'item') {
      const depth = depths.of({ marker: shape.marker, indent: indent(paragraph.left) }, false);
      open = { hang: paragraph.hang, depth };
      const text = paragraph.text.slice(shape.from);
      return [{ kind: 'item', text, depth, ...(shape.number === undefined ? {} : { number: shape.number }) }];
    }
    if (open !== null && Math.abs(paragraph.left - open.hang) < SAME_INDENT)
      return [{ kind: 'item', text: paragraph.text, depth: open.depth }];
    depths.restart();
    open = null;
    return [{ kind: 'paragraph', text: paragraph.text }];
  }

  return withoutContentsList(withNotes(pieces, notes, blocksFor));
}

/** Puts each note below the words that it hangs on, and those that hang on none at the end. */
function withNotes(pieces: readonly Piece[], notes: readonly Note[], blocksFor: (piece: Piece) => Block[]): Block[] {
  const waiting = new Set(notes);
  const blocks = pieces.flatMap((piece) => {
    const marks = linesIn(piece).flatMap((line) => line.marks.map((mark) => `${line.page} ${mark}`));
    const own = [...waiting].filter((note) => marks.includes(`${note.page} ${note.mark}`));
    for (const note of own) waiting.delete(note);
    return [...blocksFor(piece), ...own.map((note) => noteBlock(note, true))];
  });
  return [...blocks, ...[...waiting].map((note) => noteBlock(note, false))];
}

function noteBlock({ text, mark }: Note, isBelowItsWords: boolean): Block {
  return { kind: 'note', text, mark, ...(isBelowItsWords ? { isBelowItsWords } : {}) };
}

function linesIn(piece: Piece): readonly Line[] {
  if (piece.is === 'words') return piece.paragraph.lines;
  return (piece.is === 'pair' ? piece.row : piece.table.cells).flatMap((cell) => cell.lines);
}

function piecesOf(flow: readonly Flow[], pitch: number): Piece[] {
  const pieces: Piece[] = [];
  let lines: PlacedLine[] = [];
  const close = () => {
    pieces.push(...paragraphsOf(lines, pitch).map((paragraph): Piece => ({ is: 'words', paragraph })));
    lines = [];
  };
  for (const piece of flow) {
    if (piece.is === 'line') lines.push(piece.placed);
    else {
      close();
      const pairs = pairsOf(piece.table);
      pieces.push(...(pairs === null ? [piece] : pairs.flatMap((row) => rowPieces(row, pitch))));
    }
  }
  close();
  return pieces.filter((piece) => piece.is !== 'words' || fold(piece.paragraph.text) !== '');
}

/** A box with words of its own is read like any other part of the page; a label with its value is one paragraph. */
function rowPieces(row: readonly FilledCell[], pitch: number): Piece[] {
  const [cell] = row;
  if (row.length === 1 && cell?.lines.every((line) => IS_LABEL.test(line.text))) {
    return cell.lines.map((line) => ({ is: 'pair', row: [{ ...cell, text: line.text, lines: [line] }] }));
  }
  if (cell === undefined || row.length > 1 || IS_LABEL.test(cell.text)) return [{ is: 'pair', row }];
  const edge = Math.max(cell.right - BOX_PADDING, ...cell.lines.map((line) => line.right));
  const lines = cell.lines.map((line): PlacedLine => ({ line, edge, part: 0 }));
  return paragraphsOf(lines, pitch).map((paragraph) => ({ is: 'words', paragraph }));
}

/** Takes beginnings of lines that differ by a hair for one indent. */
function indents(): (left: number) => number {
  const known: number[] = [];
  return function indent(left) {
    const same = known.find((place) => Math.abs(place - left) < SAME_INDENT);
    if (same === undefined) known.push(left);
    return same ?? left;
  };
}
