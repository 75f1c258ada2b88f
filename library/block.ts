/**
 * What every reader hands over, whatever the file was: the seam between reading a format and understanding a policy.
 * Texts are raw spans of the source; folding and numbering happen once, in `assemble`.
 */
export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly level: number }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'item'; readonly text: string; readonly depth: number; readonly number?: string }
  /**
   * What stands at the foot of a page or of the text, with its mark: `1`, `*`. A format that knows its notes leaves the
   * marks out of the words and hands a note over directly below the words that it hangs on.
   */
  | { readonly kind: 'note'; readonly text: string; readonly mark: string; readonly isBelowItsWords?: true }
  /** `headLines`: how many lines head the table, where the format says so; else the cells show it. */
  | {
      readonly kind: 'table';
      readonly grid: readonly GridRow[];
      readonly hasHeader: boolean;
      readonly headLines?: number;
    }
  | { readonly kind: 'blank'; readonly label: string };

/** One line of a table: its cells, and the span of the source from the first to the last of them. */
export interface GridRow {
  readonly cells: readonly string[];
  readonly span: string;
  /** Nobody can say which columns its cells stand in. */
  readonly isUncertain?: boolean;
}
