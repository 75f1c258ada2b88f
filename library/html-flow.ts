import type { Nodes } from 'hast';
import type { GridRow } from './block';
import type { Notes } from './html-notes';
import type { Words } from './html-words';

/** What a page shows, from top to bottom, before anybody has asked what it means. */
export type Flow =
  | { readonly is: 'heading'; readonly level: number; readonly words: Words }
  | {
      readonly is: 'words';
      readonly words: Words;
      /** 0 for a paragraph; for what stands in a list, how many lists it stands in. */
      readonly depth: number;
      /** The number before an item, as the page shows it: `1.`, `b)`. */
      readonly label?: string;
    }
  | { readonly is: 'table'; readonly grid: readonly GridRow[]; readonly headLines: number }
  | { readonly is: 'note'; readonly words: Words; readonly mark: string };

/** Where the walk stands. */
export interface Place {
  readonly depth: number;
  readonly isStrong: boolean;
  readonly isJump: boolean;
  readonly notes: Notes;
}

/** Reads some nodes and all that is in them; handed to the readers of lists and tables, which call it in turn. */
export type Walk = (nodes: readonly Nodes[], place: Place) => Flow[];

/** The class under which the reader of Word hands over a number that Word itself counts. */
export const COUNTED_CLASS = 'counted';

/** All words of a flow, in the order of the page. */
export function wordsIn(flow: readonly Flow[]): string {
  return flow.flatMap((found) => ('words' in found ? [found.words.text] : [])).join(' ');
}
