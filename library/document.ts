/**
 * One quotable piece of a policy. `text` and `intro` are each one contiguous span of the source in which nothing but
 * white space was folded (promise P3): whoever quotes a clause quotes the school.
 */
export interface Clause {
  /** Stands for this clause inside its document: `c1`, `c2`, in reading order. */
  readonly id: string;
  /** The headings above it, outermost first. A name in bold that opens an item ("Staff training:") is the last of them. */
  readonly path: readonly string[];
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

export type DateKind = 'version' | 'approved' | 'reviewed' | 'review due' | 'amended';

/** A date that the policy gives. A month ("September 2023") is kept as its first and last day. */
export interface DateFact {
  readonly kind: DateKind;
  /** The words as they stand, label included. */
  readonly words: string;
  /** Days as 2026-09-02. */
  readonly from: string;
  readonly to: string;
  readonly clause: string;
}

export interface OfficeFact {
  /** As the policy calls it: "Designated Safeguarding Lead". */
  readonly office: string;
  readonly holder: string;
  readonly clause: string;
}

export interface AgreementFact {
  readonly heading: string;
  readonly audience: readonly ('staff' | 'governor' | 'volunteer' | 'visitor' | 'pupil' | 'parent')[];
}

/** A label with nothing after it: a form to fill in ("Signed:") or an office that was left blank ("Link governor:"). */
export interface Blank {
  readonly label: string;
  readonly path: readonly string[];
}

export interface Facts {
  readonly dates: readonly DateFact[];
  readonly approver?: string;
  readonly owner?: string;
  readonly offices: readonly OfficeFact[];
  readonly agreements: readonly AgreementFact[];
  readonly blanks: readonly Blank[];
}

/** A policy as Lantern knows it: what it says, piece by piece, and what was noticed on the way. */
export interface PolicyDocument {
  readonly title: string;
  readonly clauses: readonly Clause[];
  readonly tables: readonly Table[];
  readonly facts: Facts;
}
