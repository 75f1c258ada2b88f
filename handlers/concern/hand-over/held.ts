import { HELD, heldRowsOf, ListRow } from '../list/index-rows';
import type { Desk } from '../../capability';
import { concernOf } from '../finding';
import { mayOpen } from '../rules';
import type { Concern } from '../schema';

/** Handed over at one press: each is a job and a row of one transaction. Nobody has more in hand for long. */
const MOST_HELD = 60;

/**
 * The cases that somebody has in hand, as they are now. Whoever lost the office, or came to be excluded, has none: they
 * are shown none, counted none and asked for none (P2).
 */
export async function* heldBy(person: string, desk: Desk): AsyncGenerator<Concern> {
  for (const { ref } of await rowsHeldBy(person, desk)) {
    const concern = (await concernOf(ref, desk))?.concern;
    if (concern?.takenBy === person && mayOpen(person, concern, desk.school, desk.now)) yield concern;
  }
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
