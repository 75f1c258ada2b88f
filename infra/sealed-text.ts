import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps what people wrote unreadable without the school's key. */
export interface Seal {
  /**
   * @param address `partition|key` of the row: what is sealed there opens only there.
   * @returns base64url of version, nonce, what was sealed, and tag.
   */
  seal(address: string, plain: string): string;
  /** @throws Unsealable when it was changed, moved to another address, or sealed with another key. */
  open(address: string, sealed: string): string;
  /**
   * A text as a key of a row may hold it: the same text always gives the same token, and nobody without the key can tell
   * which text that was, or try out names (HMAC-SHA-256 under a key of its own).
   * @returns 22 characters of base64url, 128 bits.
   */
  blind(text: string): string;
}

/** What was sealed cannot be opened: changed, moved, or of another key. It never says which, and never shows any of it. */
export class Unsealable extends Error {
  override readonly name = 'Unsealable';
}

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const TOKEN_BYTES = 16;
export const KEY_BYTES = 32;

/** What finds must not be what opens: one key for one purpose (HKDF, RFC 5869). */
export function finderOf(key: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', 'lantern blind index 1', KEY_BYTES));
}

/**
 * AES-256-GCM under one data key of 32 bytes. The finder makes the tokens of `blind`: they are keys of rows, so they stay
 * the same when the data key changes. Nonces are random, 96 bits: one key is good for 2^32 seals
 * (NIST SP 800-38D 8.3), more than a school can write.
 */
export function sealWith(key: Buffer, finder = finderOf(key)): Seal {
  if (key.length !== KEY_BYTES) throw new Error(`A key has ${KEY_BYTES} bytes, not ${key.length}.`);
  return {
    blind(text) {
      return createHmac('sha256', finder).update(text, 'utf8').digest().subarray(0, TOKEN_BYTES).toString('base64url');
    },
    seal(address, plain) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(address, 'utf8'));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(VERSION), nonce, body, cipher.getAuthTag()]).toString('base64url');
    },
    open(address, sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      // Decoding skips what it does not know; only the one spelling that we wrote is taken.
      if (bytes.toString('base64url') !== sealed) throw new Unsealable('This is not something that was sealed.');
      if (bytes.length < 1 + NONCE_BYTES + TAG_BYTES || bytes[0] !== VERSION)
        throw new Unsealable('This is not something that was sealed.');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(address, 'utf8'));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      try {
        const plain = decipher.update(bytes.subarray(1 + NONCE_BYTES, -TAG_BYTES));
        return Buffer.concat([plain, decipher.final()]).toString('utf8');
      } catch {
        throw new Unsealable('What was sealed here was changed, moved, or sealed with another key.');
      }
    },
  };
}
