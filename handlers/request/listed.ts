import { prefixRange } from '../../infra/prefix';
import type { Desk } from '../capability';
import { OPEN, WAITING } from './rows';
import { Listed } from './schema';

/** As many as one person may have waiting: more is a slip, or a flood. */
export const MOST_WAITING = 20;

const PAGE = 500;
/** More than any school leaves undecided, or open. */
const MOST = 5000;

/** Everything that waits for a decision, the oldest first. What is decided stands in no such row. */
export function allWaiting(desk: Desk): Promise<Listed[]> {
  return rowsIn(prefixRange(WAITING), desk);
}

/** Websites that are open until a day and have to be blocked again, the earliest first. @param day up to this one */
export function allOpen(desk: Desk, day = '9999-12-31'): Promise<Listed[]> {
  return rowsIn({ from: OPEN, to: prefixRange(`${OPEN}${day}|`).to }, desk);
}

async function rowsIn(range: { from: string; to: string }, { records }: Desk): Promise<Listed[]> {
  const all: Listed[] = [];
  let cursor: string | undefined;
  do {
    const page = await records.list({ ...range, limit: PAGE, ...(cursor ? { cursor } : {}) });
    all.push(...page.rows.map(({ value }) => Listed.parse(value)));
    cursor = page.cursor;
  } while (cursor && all.length < MOST);
  return all;
}
