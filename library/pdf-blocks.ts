import type { Block } from './block';
import { fold } from './fold';
import { isFormField } from './form-field';
import { listDepths } from './list-depth';
import type { Flow } from './pdf-flow';
import { headingLevels, isPlainHeading, isStyledHeading } from './pdf-headings';
import type { Measure } from './pdf-measure';
import { type Paragraph, type PlacedLine, paragraphsOf } from './pdf-paragraphs';
import { tableBlocks } from './pdf-tables';
import { readLines } from './text-lines';
import type { Table } from './pdf-cells';

type Piece = { readonly is: 'words'; readonly paragraph: Paragraph } | { readonly is: 'table'; readonly table: Table };

const SAME_INDENT = 4;

/** Says of each paragraph what it is: a heading, an item and how deep, a place to write, or words. */
export function blocksOf(flow: readonly Flow[], usual: Measure): Block[] {
  const pieces = piecesOf(flow, usual.pitch);
  const paragraphs = pieces.flatMap((piece) => (piece.is === 'words' ? [piece.paragraph] : []));
  const styled = paragraphs.filter((paragraph) => isStyledHeading(paragraph, usual));
  const lines = paragraphs.reduce((sum, paragraph) => sum + paragraph.lines.length, 0);
  const heads = new Set([...styled, ...paragraphs.filter((each) => isPlainHeading(each, styled.length, lines))]);
  const level = headingLevels([...heads]);
  const depths = listDepths();
  const indent = indents();
  let open: { readonly hang: number; readonly depth: number } | null = null;

  return pieces.flatMap((piece): Block[] => {
    if (piece.is === 'table') {
      depths.restart();
      open = null;
      return tableBlocks(piece.table);
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
  });
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
      pieces.push(piece);
    }
  }
  close();
  return pieces.filter((piece) => piece.is === 'table' || fold(piece.paragraph.text) !== '');
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
