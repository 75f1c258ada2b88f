import type { Element, Nodes } from 'hast';
import type { Flow } from './flow';
import { attribute } from './html-attributes';
import type { Notes } from './html-notes';

/** Where the walk through a page stands. */
export interface Place {
  /** How many lists are open. */
  readonly depth: number;
  readonly isBold: boolean;
  readonly isUnderlined: boolean;
  /** Within a link, whose underline is only how links look. */
  readonly isLinked: boolean;
  readonly isJump: boolean;
  /** The font, where its letters are signs. */
  readonly font?: string | undefined;
  readonly notes: Notes;
}

/** Reads some nodes and all that is in them; handed to the readers of lists and tables, which call it in turn. */
export type Walk = (nodes: readonly Nodes[], place: Place) => Flow[];

/** The class under which the reader of Word hands over a number that Word itself counts. */
export const COUNTED_CLASS = 'counted';

/** Whether an element holds such a number and nothing else. */
export function isCounted(element: Element): boolean {
  return attribute(element, 'className') === COUNTED_CLASS;
}
