import type { Facts } from './policy-facts';

/**
 * One quotable piece of a policy. `text` and `intro` are each one contiguous span of the source in which nothing but
 * white space was folded (promise P3): whoever quotes a clause quotes the school.
 */
export interface Clause {
  /** Stands for this clause inside its document: `c1`, `c2`, in reading order. */
  readonly id: string;
  /** The headings above it, outermost first. A name in bold that opens an item ("Staff training:") is the last of them. */
  readonly path: readonly string[];
  /** How many at the end of the path are such names in bold, and no headings. Absent: none. */
  readonly names?: number;
  /** How deep an item stands in its lists; 1 is outermost. */
  readonly depth?: number;
  /** Its own number or letter as the school wrote it: `4.1`, `b`. */
  readonly number?: string;
  readonly kind: 'paragraph' | 'item' | 'row';
  readonly text: string;
  /** The sentence that introduces an item or a row ("Staff must:"): a span of its own, elsewhere in the source. */
  readonly intro?: string;
  /** For a row whose cells are certain: the columns that hold, as `Column` or `Group: Column`. Empty: none holds. */
  readonly cells?: readonly string[];
  /** The row has lost or gained a cell, so nobody can say which column a mark belongs to (promise P10). */
  readonly isUncertain?: boolean;
  /** A dated change ("Updates: 23-11-22 …") outranks what the policy says elsewhere: its day, as 2022-11-23. */
  readonly amended?: { readonly on: string };
  /** The mark of a note ("*", "1"): it explains other words, which are its `intro` where they were found. */
  readonly note?: string;
  /** The table that a row stands in: an index into the tables of the document. */
  readonly table?: number;
  readonly order: number;
}

export interface TableRow {
  readonly clause: string;
  readonly label: string;
  /** One value a column, in the order of the columns; absent where the row is uncertain. */
  readonly values?: readonly string[];
}

export interface Table {
  readonly path: readonly string[];
  /** Headings of the columns after the first, as `Column` or `Group: Column`. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** A policy as Lantern knows it: what it says, piece by piece, and what was noticed on the way. */
export interface PolicyDocument {
  readonly title: string;
  readonly clauses: readonly Clause[];
  readonly tables: readonly Table[];
  readonly facts: Facts;
}
