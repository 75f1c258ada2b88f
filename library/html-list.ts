import type { Element, ElementContent } from 'hast';
import { readsAsHeading } from './heading';
import { attribute, isElement, isLeftOut, wholeNumber } from './html-elements';
import { isCounted, type Place, type Walk } from './html-place';
import { type Flow, wordsIn } from './flow';
import { fold } from './fold';
import { countAs, type CountedAs } from './count-as';

const COUNTED_BY: Readonly<Record<string, CountedAs>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};
const STYLES: readonly (readonly [RegExp, CountedAs])[] = [
  [/list-style(?:-type)?\s*:[^;]{0,80}\b(?:lower-alpha|lower-latin)/i, 'lowerLetter'],
  [/list-style(?:-type)?\s*:[^;]{0,80}\b(?:upper-alpha|upper-latin)/i, 'upperLetter'],
  [/list-style(?:-type)?\s*:[^;]{0,80}\blower-roman/i, 'lowerRoman'],
  [/list-style(?:-type)?\s*:[^;]{0,80}\bupper-roman/i, 'upperRoman'],
];
const FARTHEST_COUNT = 100_000;

/** Google Docs sets all lists side by side, and says in a name how deep each stands. */
const STANDS_AT = /\blst-kix_\w+-([0-8])\b/;

/** The items of a list, each with its number as the page shows it. A list of nothing but bold names holds sections. */
export function listFlow(list: Element, around: Place, walk: Walk): Flow[] {
  const standsAt = Number(STANDS_AT.exec(attribute(list, 'className') ?? '')?.[1] ?? 0);
  const place = { ...around, depth: Math.max(around.depth, standsAt) };
  let count = wholeNumber(list, 'start', -FARTHEST_COUNT, FARTHEST_COUNT, 1);
  const parts: Flow[][] = [];
  for (const child of list.children) {
    if (!isElement(child) || isLeftOut(child) || place.notes.elements.has(child)) continue;
    if (child.tagName !== 'li') parts.push(walk([child], { ...place, depth: Math.max(place.depth, 1) }));
    else {
      count = wholeNumber(child, 'value', -FARTHEST_COUNT, FARTHEST_COUNT, count);
      parts.push(
        itemFlow(child, list.tagName === 'ol' ? `${countAs(count, countedBy(list))}.` : undefined, place, walk),
      );
      count += 1;
    }
  }
  const areSections = parts.every(opensWithName) && (parts.length === 1 || parts.some((part) => part.length > 1));
  return parts.flatMap((part) => (areSections ? liftedOut(part, place.depth) : part));
}

/** `dt` names what its `dd` says, as a bold name opens an item. */
export function definitionFlow(list: Element, place: Place, walk: Walk): Flow[] {
  let name = '';
  return list.children.filter(isElement).flatMap((child): Flow[] => {
    if (child.tagName !== 'dt') {
      const found = walk([child], { ...place, depth: child.tagName === 'dd' ? place.depth + 1 : place.depth });
      return found.map((flow) =>
        flow.is === 'words' && name !== '' ? { ...flow, words: { ...flow.words, under: name } } : flow,
      );
    }
    name = fold(wordsIn(walk(child.children, place))).replace(/\s*:$/, '');
    return [];
  });
}

function itemFlow(item: Element, label: string | undefined, place: Place, walk: Walk): Flow[] {
  const counted = item.children.find((child) => isElement(child) && isCounted(child));
  const rest = counted === undefined ? item.children : item.children.filter((child) => child !== counted);
  // Word writes an item of the second level without one of the first as a list that holds nothing but a list.
  if (isList(rest.find(saysSomething))) return walk(rest, place);
  const own = counted === undefined ? label : fold(wordsIn(walk([counted], place)));
  const [first, ...others] = walk(rest, { ...place, depth: place.depth + 1 });
  if (first === undefined) return [];
  if (first.is === 'heading' && own) return numberedHeading(first, own, others);
  return [first.is === 'words' && own ? { ...first, label: own } : first, ...others];
}

/** A heading that an office program has put into a list for its number's sake. */
function numberedHeading(heading: Extract<Flow, { is: 'heading' }>, label: string, others: readonly Flow[]): Flow[] {
  const words = { ...heading.words, text: `${label} ${heading.words.text}` };
  return [{ ...heading, words }, ...others.map(oneListLess)];
}

function oneListLess(flow: Flow): Flow {
  return flow.is === 'words' ? { ...flow, depth: Math.max(flow.depth - 1, 0) } : flow;
}

function isList(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && /^(?:ul|ol|menu)$/.test(node.tagName);
}

function saysSomething(node: ElementContent): boolean {
  return node.type === 'element' || (node.type === 'text' && fold(node.value) !== '');
}

function opensWithName([first]: readonly Flow[]): boolean {
  return first?.is === 'words' && first.label !== undefined && first.words.isStrong && readsAsHeading(first.words.text);
}

/** The label joins its words, and what stands below them stands in one list less. */
function liftedOut([first, ...others]: readonly Flow[], depth: number): Flow[] {
  if (first?.is !== 'words') return [];
  const words = { ...first.words, text: `${first.label} ${first.words.text}` };
  return [{ is: 'words', words, depth }, ...others.map(oneListLess)];
}

function countedBy(list: Element): CountedAs {
  const style = attribute(list, 'style') ?? '';
  return STYLES.find(([words]) => words.test(style))?.[1] ?? COUNTED_BY[attribute(list, 'type') ?? ''] ?? 'decimal';
}
