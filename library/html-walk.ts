import type { Element, Nodes } from 'hast';
import type { Flow } from './flow';
import { attribute, headingLevel, isBlock, isElement, isLeftOut, isStrong } from './html-elements';
import { COUNTED_CLASS, type Place } from './html-place';
import { definitionFlow, listFlow } from './html-list';
import { markOf } from './html-notes';
import { tableFlow } from './html-table';
import { LINE_BREAK, paragraphsOf, type Piece, pieceOf } from './html-words';

/** The level of a title: above all headings. */
const TITLE_LEVEL = 0;

/** Reads some nodes and all that is in them. The page is known not to be nested deeper than calls may go. */
export function walk(nodes: readonly Nodes[], place: Place): Flow[] {
  const flow: Flow[] = [];
  let pieces: Piece[] = [];
  let marks: string[] = [];

  function close(): void {
    for (const words of paragraphsOf(pieces)) flow.push({ is: 'words', words, depth: place.depth });
    for (const found of marks.flatMap((mark) => noteFlow(mark, place))) flow.push(found);
    pieces = [];
    marks = [];
  }

  function take(node: Nodes, at: Place): void {
    if (node.type === 'text') pieces.push(pieceOf(node.value, at.isStrong, at.isJump));
    if (!isElement(node) || isLeftOut(node) || at.notes.elements.has(node)) return;
    const mark = markOf(node, at.notes);
    if (mark !== undefined) marks.push(mark);
    else if (node.tagName === 'br') pieces.push(LINE_BREAK);
    else if (node.tagName === 'input') pieces.push(...boxOf(node));
    else if (isBlock(node)) {
      close();
      for (const found of blockFlow(node, at)) flow.push(found);
    } else {
      const inside = { ...at, isStrong: isStrong(node, at.isStrong), isJump: at.isJump || isJump(node) };
      for (const child of node.children) take(child, inside);
      if (attribute(node, 'className') === COUNTED_CLASS) pieces.push(pieceOf(' ', true, at.isJump));
    }
  }

  for (const node of nodes) take(node, place);
  close();
  return flow;
}

function blockFlow(element: Element, around: Place): Flow[] {
  const place = { ...around, isStrong: isStrong(element, around.isStrong) };
  const level = headingLevel(element);
  if (level !== null) return headingFlow(element, level, around);
  if (element.tagName === 'ul' || element.tagName === 'ol' || element.tagName === 'menu')
    return listFlow(element, place, walk);
  if (element.tagName === 'dl') return definitionFlow(element, place, walk);
  if (element.tagName === 'table') return tableFlow(element, place, walk);
  if (element.tagName === 'header') return walk(element.children, place).filter(({ is }) => is === 'heading');
  return walk(element.children, place);
}

function headingFlow(element: Element, level: number, place: Place): Flow[] {
  const isTitle = attribute(element, 'className') === 'title';
  return walk(element.children, { ...place, depth: 0 }).map((found) =>
    found.is === 'words' ? { is: 'heading', level: isTitle ? TITLE_LEVEL : level, words: found.words } : found,
  );
}

/** A note stands below the words that carry its mark, wherever the page prints it. */
function noteFlow(id: string, place: Place): Flow[] {
  const note = place.notes.byId.get(id);
  if (note === undefined) return [];
  const inside = { ...place, depth: 0, notes: { ...place.notes, elements: new Set<Element>() } };
  return walk(note.element.children, inside).flatMap((found) =>
    found.is === 'words' ? [{ is: 'note', words: found.words, mark: note.mark }] : [],
  );
}

/** A box that is ticked is a mark; an empty one says nothing. */
function boxOf(input: Element): Piece[] {
  const isTicked = attribute(input, 'type') === 'checkbox' && attribute(input, 'checked') !== undefined;
  return isTicked ? [pieceOf('☑', false, false)] : [];
}

function isJump(element: Element): boolean {
  return element.tagName === 'a' && (attribute(element, 'href') ?? '').startsWith('#');
}
