import { randomBytes, scryptSync } from 'node:crypto';
import { KEY_BYTES, type Seal, sealWith, Unsealable } from './sealed-text';
import { Conflict, type Row, type Store } from './store';

export { type Seal, Unsealable } from './sealed-text';

/** The row that holds a school's wrapped data key. Deleting it shreds the school: nothing sealed opens again. */
export const KEY_ROW = 'key|data';

/** Where a data key is wrapped: here with the master key, or in Azure Key Vault, which never gives its own key away. */
export interface Wrapper {
  wrap(key: Buffer): Promise<string>;
  /** @throws Unsealable when it was wrapped elsewhere or changed. */
  unwrap(text: string): Promise<Buffer>;
}

/** Wraps with a key of 32 bytes from `masterKeyFrom`; what is wrapped for one school does not unwrap for another. */
export function localWrapper(masterKey: Buffer, school: string): Wrapper {
  const seal = sealWith(masterKey);
  const address = `${school}|${KEY_ROW}`;
  return {
    async wrap(key) {
      return seal.seal(address, key.toString('base64'));
    },
    async unwrap(text) {
      return Buffer.from(seal.open(address, text), 'base64');
    },
  };
}

/**
 * The school's seal, with a data key made on first use. Costs one read and one unwrap: keep the answer while the process
 * runs. A seal already open goes on opening after its key row is deleted, until the process forgets it.
 * @param master 32 bytes from `masterKeyFrom`, or a `Wrapper`.
 * @throws Unsealable when the key was wrapped by another master key: the wrong LANTERN_KEY.
 */
export async function openSeal(store: Store, school: string, master: Buffer | Wrapper): Promise<Seal> {
  const wrapper = Buffer.isBuffer(master) ? localWrapper(master, school) : master;
  const wrapped = (await readKey(store, school)) ?? (await makeKey(store, school, wrapper));
  const key = await unwrapOrSay(wrapper, wrapped, school);
  return sealWith(key);
}

async function readKey(store: Store, school: string): Promise<string | undefined> {
  const row = await store.get(school, KEY_ROW);
  if (!row) return undefined;
  if (typeof row.value.wrapped === 'string') return row.value.wrapped;
  throw new Unsealable(`The key row of ${school} holds no wrapped key.`);
}

/** @param row what `KEY_ROW` holds. @throws Unsealable when this master key does not open it. */
export async function mustOpen(row: Row['value'], school: string, master: Buffer): Promise<void> {
  if (typeof row.wrapped === 'string') await unwrapOrSay(localWrapper(master, school), row.wrapped, school);
}

/** Two processes may meet here; the second takes the key that the first one made. */
async function makeKey(store: Store, school: string, wrapper: Wrapper): Promise<string> {
  const wrapped = await wrapper.wrap(randomBytes(KEY_BYTES));
  try {
    await store.insert(school, KEY_ROW, { wrapped });
    return wrapped;
  } catch (error) {
    const theirs = error instanceof Conflict ? await readKey(store, school) : undefined;
    if (theirs === undefined) throw error;
    return theirs;
  }
}

async function unwrapOrSay(wrapper: Wrapper, wrapped: string, school: string): Promise<Buffer> {
  try {
    return await wrapper.unwrap(wrapped);
  } catch (error) {
    if (!(error instanceof Unsealable)) throw error;
    throw new Unsealable(`The data key of ${school} was wrapped with another key: is LANTERN_KEY the one used before?`);
  }
}

/**
 * The master key from the secret in LANTERN_KEY. Slow on purpose (scrypt, some 0.1 s), for a secret that a person chose:
 * call it once at the start. The same secret always gives the same key; whoever changes it can open nothing kept before.
 */
export function masterKeyFrom(secret: string): Buffer {
  if (secret.trim() === '') throw new Error('LANTERN_KEY is empty: give it a long random secret.');
  return scryptSync(secret.normalize('NFC'), 'lantern master key 1', KEY_BYTES, {
    N: 2 ** 15,
    r: 8,
    p: 1,
    maxmem: 64 * 1024 * 1024,
  });
}
