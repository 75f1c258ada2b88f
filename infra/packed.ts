import { deflateRawSync, inflateRawSync } from 'node:zlib';

/*
 * A value of many similar parts as one short text: a row has a most, and a school of five thousand people or a policy of
 * fifty pages would be beyond it as it stands.
 */

/** @param value something that JSON can hold. */
export function pack(value: unknown): string {
  return deflateRawSync(JSON.stringify(value)).toString('base64');
}

/** @throws for a text that `pack` did not make. */
export function unpack(text: string): unknown {
  return JSON.parse(inflateRawSync(Buffer.from(text, 'base64')).toString('utf8'));
}
