/** What a row of a list of people may say, in the words that school systems use for it. */
export const COLUMNS = {
  id: ['id', 'code', 'staffcode'],
  name: ['name', 'fullname', 'displayname'],
  roles: ['roles', 'role', 'type'],
  email: ['email', 'emailaddress', 'workemail', 'mail'],
  telephone: ['telephone', 'phone', 'worktelephone'],
  startsOn: ['starts', 'startson', 'start', 'startdate'],
  leavesOn: ['leaves', 'leaveson', 'leavingdate', 'leavedate', 'enddate'],
  offices: ['offices', 'office'],
  manager: ['manager', 'linemanager'],
} as const;
export type Column = keyof typeof COLUMNS;

/** One row, with the line of the file that it ends on. */
export interface Row {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
}

/** The column that a heading means, in small letters or large, with blanks or without. */
export function columnOf(heading: string): Column | undefined {
  const bare = plain(heading);
  const columns = Object.keys(COLUMNS) as Column[];
  return columns.find((column) => COLUMNS[column].some((name) => name === bare));
}

/** Says what is wrong with a row; its values are never repeated, since they may be people's. */
export type Complain = (what: string) => void;

/** A text without what people write in different ways: small and large letters, blanks, points. */
export function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
