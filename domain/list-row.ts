/** One row of a list that an office hands over, with the line of the file that it ends on. */
export interface ListRow<Column extends string> {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
}

/** The words that school systems use for each column; the first line of a list has one of them for each. */
export type Headings<Column extends string> = Readonly<Record<Column, readonly string[]>>;

/** The column that a heading means, in small letters or large, with blanks or without. */
export function columnIn<Column extends string>(headings: Headings<Column>, heading: string): Column | undefined {
  const columns = Object.keys(headings) as Column[];
  return columns.find((column) => headings[column].includes(plain(heading)));
}

/** Says what is wrong with a row; its values are never repeated, since they may be people's names. */
export type Complain = (what: string) => void;

/** A text without what people write in different ways: small and large letters, blanks, points. */
export function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
