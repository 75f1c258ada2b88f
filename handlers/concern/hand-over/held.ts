import { HELD, heldRowsOf, ListRow } from '../list/index-rows';
import type { Desk } from '../../capability';

/** Handed over at one press: each is a job and a row of one transaction. Nobody has more in hand for long. */
const MOST_HELD = 60;

/** References of the cases that somebody has in hand, by rows of the lists alone. One who has come to be excluded is shown none (P2). */
export async function heldBy(person: string, desk: Desk): Promise<string[]> {
  return (await rowsHeldBy(person, desk)).flatMap(({ ref, excluded }) => (excluded.includes(person) ? [] : [ref]));
}

/** The rows themselves, for those who look after the cases of somebody who is gone. */
export async function rowsHeldBy(person: string, { records }: Desk): Promise<ListRow[]> {
  const { rows } = await records.listPrefix(heldRowsOf(person), { limit: MOST_HELD });
  return rows.flatMap(({ value }) => ListRow.safeParse(value).data ?? []);
}

/** Everybody who has a case in hand, also people whom the school file does not know any more: one read each. */
export async function holders({ records }: Desk): Promise<string[]> {
  const found: string[] = [];
  let from = HELD;
  for (;;) {
    const { rows } = await records.list({ from, to: `${HELD}~`, limit: 1 });
    const person = rows[0]?.key.slice(HELD.length).split('|')[0];
    if (person === undefined) return found;
    found.push(person);
    from = `${HELD}${person}|~`;
  }
}
