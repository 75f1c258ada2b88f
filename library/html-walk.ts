import type { Element, Nodes } from 'hast';
import type { Flow } from './flow';
import { attribute, headingLevel, isBlock, isBold, isElement, isLeftOut, isUnderlined } from './html-elements';
import { fontIn } from './html-fonts';
import { isCounted, type Place } from './html-place';
import { definitionFlow, listFlow } from './html-list';
import { markOf } from './html-notes';
import { raised } from './html-raised';
import { tableFlow } from './html-table';
import { asDrawn } from './symbol-fonts';
import { LINE_BREAK, paragraphsOf, type Piece, pieceOf } from './html-words';

/** The level of a title: above all headings. */
const TITLE_LEVEL = 0;
const TITLE_CLASS = /^(?:title|MsoTitle)$/;

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
    if (node.type === 'text') pieces.push(pieceOf(asDrawn(node.value, at.font), isStrong(at), at.isJump));
    if (!isElement(node) || isLeftOut(node) || at.notes.elements.has(node)) return;
    const mark = markOf(node, at.notes);
    if (mark !== undefined) marks.push(mark);
    else if (node.tagName === 'br') pieces.push(LINE_BREAK);
    else if (node.tagName === 'input') pieces.push(...boxOf(node));
    else if (isBlock(node)) {
      close();
      for (const found of blockFlow(node, at)) flow.push(found);
    } else {
      const inside = within(node, at);
      for (const child of raised(node)) take(child, inside);
      if (isCounted(node)) pieces.push(pieceOf(' ', true, at.isJump));
    }
  }

  for (const node of nodes) take(node, place);
  close();
  return flow;
}

function blockFlow(element: Element, around: Place): Flow[] {
  const place = printedAs(element, around);
  const level = isTitle(element) ? TITLE_LEVEL : headingLevel(element);
  if (level !== null) return headingFlow(element, level, around);
  if (element.tagName === 'ul' || element.tagName === 'ol' || element.tagName === 'menu')
    return listFlow(element, place, walk);
  if (element.tagName === 'dl') return definitionFlow(element, place, walk);
  if (element.tagName === 'table') return tableFlow(element, place, walk);
  if (element.tagName === 'header') return walk(element.children, place).filter(({ is }) => is === 'heading');
  return walk(element.children, place);
}

function headingFlow(element: Element, level: number, place: Place): Flow[] {
  return walk(element.children, { ...place, depth: 0 }).map((found) =>
    found.is === 'words' ? { is: 'heading', level, words: found.words } : found,
  );
}

/** As the reader of Word hands it over, or as Word saves it in a web page. */
function isTitle(element: Element): boolean {
  return TITLE_CLASS.test(attribute(element, 'className') ?? '');
}

/** A note stands below the words that carry its mark, wherever the page prints it. */
function noteFlow(id: string, place: Place): Flow[] {
  const note = place.notes.byId.get(id);
  if (note === undefined) return [];
  const inside = { ...place, depth: 0, notes: { ...place.notes, elements: new Set<Element>() } };
  // Where it stands in a list, the number that Word counts is its mark, and none of its words.
  const words = note.element.children.filter((child) => !isElement(child) || !isCounted(child));
  return walk(words, inside).flatMap((found) =>
    found.is === 'words' ? [{ is: 'note', words: found.words, mark: note.mark }] : [],
  );
}

/** A box that is ticked is a mark; an empty one says nothing. */
function boxOf(input: Element): Piece[] {
  const isTicked = attribute(input, 'type') === 'checkbox' && attribute(input, 'checked') !== undefined;
  return isTicked ? [pieceOf('☑', false, false)] : [];
}

function within(element: Element, around: Place): Place {
  return {
    ...printedAs(element, around),
    isLinked: around.isLinked || attribute(element, 'href') !== undefined,
    isJump: around.isJump || isJump(element),
    font: fontIn(element, around.font),
  };
}

function printedAs(element: Element, around: Place): Place {
  return {
    ...around,
    isBold: isBold(element, around.isBold),
    isUnderlined: around.isUnderlined || isUnderlined(element),
  };
}

function isStrong(place: Place): boolean {
  return place.isBold || (place.isUnderlined && !place.isLinked);
}

function isJump(element: Element): boolean {
  return element.tagName === 'a' && (attribute(element, 'href') ?? '').startsWith('#');
}
