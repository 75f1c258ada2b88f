import { type KeptKeys, type KeyRow, openRing, readKeys } from './key-row';
import { Unsealable } from './sealed-text';
import type { Store } from './store';
import { KEY_ROW, localWrapper } from './wrapper';

/** The fields that hold a wrapped key. */
const WRAPPED = ['wrapped', 'next', 'older', 'finder'] as const;

/**
 * Wraps every key of a school with another master key. No row is touched, and a Lantern that is running goes on with the
 * keys that it has.
 * @param masterKeys the first wraps from now on, the others are those of before.
 * @returns false when it was so already. @throws Unsealable when none of them opens; Conflict when somebody else was first.
 */
export async function rewrapKeys(store: Store, school: string, masterKeys: readonly Buffer[]): Promise<boolean> {
  const kept = await readKeys(store, school);
  if (!kept || (await isWrappedBy(masterKeys.slice(0, 1), kept, school))) return false;
  const wrapper = localWrapper(masterKeys, school);
  const { print } = await openRing(kept.keys, school, wrapper);
  let keys: KeyRow = { ...kept.keys, print };
  for (const name of WRAPPED) {
    const text = keys[name];
    if (text !== undefined) keys = { ...keys, [name]: await wrapper.wrap(await wrapper.unwrap(text)) };
  }
  await store.update(school, KEY_ROW, keys, kept.etag);
  return true;
}

async function isWrappedBy(masterKeys: readonly Buffer[], { keys }: KeptKeys, school: string): Promise<boolean> {
  try {
    await openRing(keys, school, localWrapper(masterKeys, school));
    return true;
  } catch (error) {
    if (error instanceof Unsealable) return false;
    throw error;
  }
}
