import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { finderOf, KEY_BYTES, type Seal, sealWith, Unsealable } from './sealed-text';
import { Conflict, type Row, type Store } from './store';
import { KEY_ROW, type Wrapper } from './wrapper';

/** The keys of a school, wrapped. `older` and `next` are there only while a data key is being changed; see reseal.ts. */
export const KeyRow = z.object({
  /** What seals. */
  wrapped: z.string(),
  /** Opens already, and seals from the next step on. */
  next: z.string().optional(),
  /** Opens what was not sealed anew yet. */
  older: z.string().optional(),
  /** Makes the tokens of `blind`; absent as long as it follows from the first data key. */
  finder: z.string().optional(),
  /** When the last step was taken. */
  since: z.string().optional(),
  /** By which a running Lantern knows that these are the keys it has, also when they were wrapped anew. */
  print: z.string().optional(),
});
export type KeyRow = z.infer<typeof KeyRow>;

/** What is left of a school's keys once they were destroyed. */
const Tombstone = z.object({ shreddedAt: z.string(), shreddedBy: z.string() });

/** A school whose keys were destroyed, for good. */
export class Shredded extends Unsealable {}

/** The keys of a school, unwrapped. */
export interface Ring {
  readonly seal: Seal;
  readonly print: string;
}

export interface KeptKeys {
  readonly keys: KeyRow;
  readonly etag: string;
}

/** @throws Shredded, or Unsealable for a row that holds no key. */
export async function readKeys(store: Pick<Store, 'get'>, school: string): Promise<KeptKeys | undefined> {
  const row = await store.get(school, KEY_ROW);
  return row && { keys: keysIn(row.value, school), etag: row.etag };
}

export function keysIn(value: Row['value'], school: string): KeyRow {
  const tombstone = Tombstone.safeParse(value).data;
  if (tombstone)
    throw new Shredded(
      `The school ${school} was shredded on ${tombstone.shreddedAt.slice(0, 10)} (${tombstone.shreddedBy}): nothing of it can be read any more.`,
    );
  const keys = KeyRow.safeParse(value);
  if (keys.success) return keys.data;
  throw new Unsealable(`The key row of ${school} holds no wrapped key.`);
}

/** Two processes may meet here; the second takes the key that the first one made. */
export async function makeKeys(store: Store, school: string, wrapper: Wrapper): Promise<KeptKeys> {
  const keys = { wrapped: await wrapper.wrap(randomBytes(KEY_BYTES)) };
  try {
    return { keys, etag: await store.insert(school, KEY_ROW, keys) };
  } catch (error) {
    const theirs = error instanceof Conflict ? await readKeys(store, school) : undefined;
    if (theirs === undefined) throw error;
    return theirs;
  }
}

/** @throws Unsealable when another master key wrapped them. */
export async function openRing(
  { wrapped, next, older, finder }: KeyRow,
  school: string,
  wrapper: Wrapper,
): Promise<Ring> {
  const unwrap = (text: string) => unwrapOrSay(wrapper, text, school);
  const current = await unwrap(wrapped);
  const found = finder === undefined ? finderOf(current) : await unwrap(finder);
  const others = await Promise.all([next, older].flatMap((text) => (text === undefined ? [] : [unwrap(text)])));
  return { seal: ringSeal([current, ...others], found), print: printOf([current, ...others, found]) };
}

/** Seals with the first key and opens with any of them. */
function ringSeal(keys: readonly Buffer[], finder: Buffer): Seal {
  const [current, ...others] = keys.map((key) => sealWith(key, finder));
  if (!current) throw new Error('A ring has a key.');
  return {
    ...current,
    open(address, sealed) {
      for (const seal of [current, ...others]) {
        try {
          return seal.open(address, sealed);
        } catch (error) {
          if (!(error instanceof Unsealable)) throw error;
        }
      }
      throw new Unsealable('What was sealed here was changed, moved, or sealed with another key.');
    },
  };
}

/** Tells nothing of the keys: each goes through a one-way function made for this alone. */
export function printOf(keys: readonly Buffer[]): string {
  const hash = createHash('sha256');
  for (const key of keys) hash.update(Buffer.from(hkdfSync('sha256', key, '', 'lantern key print 1', KEY_BYTES)));
  return hash.digest('base64url').slice(0, 22);
}

async function unwrapOrSay(wrapper: Wrapper, wrapped: string, school: string): Promise<Buffer> {
  try {
    return await wrapper.unwrap(wrapped);
  } catch (error) {
    if (!(error instanceof Unsealable)) throw error;
    throw new Unsealable(`The data key of ${school} was wrapped with another key: is LANTERN_KEY the one used before?`);
  }
}
