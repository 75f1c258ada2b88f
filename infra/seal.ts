import { scryptSync } from 'node:crypto';
import { keysIn, makeKeys, openRing, readKeys, type Ring } from './key-row';
import { KEY_BYTES, type Seal, Unsealable } from './sealed-text';
import type { Row, Store } from './store';
import { localWrapper, type Master } from './wrapper';

export { Shredded } from './key-row';
export { type Seal, Unsealable } from './sealed-text';
export { KEY_ROW, localWrapper, type Master, type Wrapper } from './wrapper';

/** A school's seal, that follows what becomes of the school's keys. */
export interface KeptSeal extends Seal {
  /**
   * To be called before each use: looks at the keys again when it last looked some time ago, so that a key that was
   * changed is known everywhere, and one that was destroyed forgotten, within a minute.
   * @throws Shredded, or Unsealable.
   */
  fresh(): Promise<void>;
}

/** Half of what reseal.ts waits, so that nobody seals with a key that is not the school's any more. */
const FRESH_MS = 30_000;

/**
 * The school's seal, with a data key made on first use. Costs one read and one unwrap: keep the answer while the process
 * runs.
 * @param now milliseconds of the wall: a clock that stands still while the machine sleeps would trust an old key.
 * @throws Unsealable when the key was wrapped by another master key: the wrong LANTERN_KEY.
 */
export async function openSeal(
  store: Store,
  school: string,
  master: Master,
  now = () => Date.now(),
): Promise<KeptSeal> {
  const wrapper = localWrapper(master, school);
  const first = (await readKeys(store, school)) ?? (await makeKeys(store, school, wrapper));
  let ring: Ring | undefined = await openRing(first.keys, school, wrapper);
  let { etag } = first;
  let lookedAt = now();
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    const at = now();
    const found = await readKeys(store, school).catch((error) => {
      if (error instanceof Unsealable) ring = undefined;
      throw error;
    });
    if (!found || !ring || found.etag !== etag) ring = await openAgain(found?.keys);
    etag = found?.etag ?? '';
    lookedAt = at;
  }

  async function openAgain(keys: Parameters<typeof openRing>[0] | undefined): Promise<Ring> {
    const before = ring;
    ring = undefined;
    if (!keys) throw new Unsealable(`The key row of ${school} is gone: nothing of it can be read any more.`);
    // Wrapped anew by a master key that this process was not started with, they are still the same keys.
    return before && keys.print === before.print ? before : openRing(keys, school, wrapper);
  }

  function held(): Seal {
    if (ring) return ring.seal;
    throw new Unsealable(`The key of ${school} is not here any more.`);
  }

  return {
    seal: (address, plain) => held().seal(address, plain),
    open: (address, sealed) => held().open(address, sealed),
    blind: (text) => held().blind(text),
    async fresh() {
      if (ring && Math.abs(now() - lookedAt) < FRESH_MS) return;
      looking ??= look().finally(() => {
        looking = undefined;
      });
      await looking;
    },
  };
}

/** @param row what `KEY_ROW` holds. @throws Unsealable when this master key does not open it. */
export async function mustOpen(row: Row['value'], school: string, master: Master): Promise<void> {
  if (!('shreddedAt' in row)) await openRing(keysIn(row, school), school, localWrapper(master, school));
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
