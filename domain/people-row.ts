import type { ListRow } from './list-row';

/** What a row of a list of people may say, in the words that school systems use for it. */
export const PEOPLE_HEADINGS = {
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
type Column = keyof typeof PEOPLE_HEADINGS;

export type Row = ListRow<Column>;
