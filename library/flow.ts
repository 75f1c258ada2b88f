import type { GridRow } from './block';

/** Words that stand together on a page: a paragraph, a heading, a cell. */
export interface Words {
  /** As they stand, a line break as one; white space is folded later. */
  readonly text: string;
  /** All of them are bold or underlined. */
  readonly isStrong: boolean;
  /** All of them lead to another place on the same page, as the lines of a contents list do. */
  readonly isJump: boolean;
  /** A bold name that opens them and ends in a colon: `Staff training:`. */
  readonly name?: string;
  /** The name that stands before them, apart: the term that a definition is of. */
  readonly under?: string;
}

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

/** All words of a flow, in the order of the page. */
export function wordsIn(flow: readonly Flow[]): string {
  return flow.flatMap((found) => ('words' in found ? [found.words.text] : [])).join(' ');
}
