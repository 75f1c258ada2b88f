import { sealWith, Unsealable } from './sealed-text';

/** The row that holds a school's wrapped data key. Without it nothing that was sealed opens again. */
export const KEY_ROW = 'key|data';

/** What locks a key away: here the master key; for the master key itself Azure Key Vault, which never gives its own away. */
export interface Wrapper {
  wrap(key: Buffer): Promise<string>;
  /** @throws Unsealable when it was wrapped elsewhere or changed. */
  unwrap(text: string): Promise<Buffer>;
}

/** What wraps: a key of 32 bytes from `masterKeyFrom`; of several the first wraps, and any of them unwraps. */
export type Master = Buffer | readonly Buffer[];

/** What is wrapped for one school does not unwrap for another. */
export function localWrapper(master: Master, school: string): Wrapper {
  const seals = (Buffer.isBuffer(master) ? [master] : master).map((key) => sealWith(key));
  const address = `${school}|${KEY_ROW}`;
  return {
    async wrap(key) {
      const [first] = seals;
      if (!first) throw new Error('There is no key to wrap with.');
      return first.seal(address, key.toString('base64'));
    },
    async unwrap(text) {
      for (const seal of seals) {
        try {
          return Buffer.from(seal.open(address, text), 'base64');
        } catch (error) {
          if (!(error instanceof Unsealable)) throw error;
        }
      }
      throw new Unsealable('This was wrapped with another key.');
    },
  };
}
