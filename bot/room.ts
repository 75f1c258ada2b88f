import { randomBytes } from 'node:crypto';
import { Conflict, type Store } from '../infra/store';

/** No school can have this partition for its own: an id holds no bar. */
const ROOM = 'health|all';
/** As much as a long concern with what it owes: that a disk has no room for one is seen before somebody reports one. */
const CHARACTERS = 32_000;

/** Writes something down. Another process may do the same at this moment: then there is room. @throws when there is none. */
export async function insistOnRoom(store: Store): Promise<void> {
  const value = { text: randomBytes(CHARACTERS / 2).toString('hex') };
  try {
    const row = await store.get(ROOM, 'room');
    await (row ? store.update(ROOM, 'room', value, row.etag) : store.insert(ROOM, 'room', value));
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}
