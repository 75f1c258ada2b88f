import type { Nodes } from 'hast';
import type { Flow } from './flow';
import type { Notes } from './html-notes';

/** Where the walk through a page stands. */
export interface Place {
  /** How many lists are open. */
  readonly depth: number;
  readonly isStrong: boolean;
  readonly isJump: boolean;
  readonly notes: Notes;
}

/** Reads some nodes and all that is in them; handed to the readers of lists and tables, which call it in turn. */
export type Walk = (nodes: readonly Nodes[], place: Place) => Flow[];

/** The class under which the reader of Word hands over a number that Word itself counts. */
export const COUNTED_CLASS = 'counted';
