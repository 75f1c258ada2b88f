import { randomBytes } from 'node:crypto';
import { type KeptKeys, type KeyRow, openRing, readKeys } from './key-row';
import { prefixRange } from './prefix';
import { joinBody, splitBody } from './sealed-body';
import { finderOf, KEY_BYTES, type Seal, sealWith, Unsealable } from './sealed-text';
import { Conflict, type Row, type Store } from './store';
import { tryAgain } from './try-again';
import { KEY_ROW, localWrapper, type Master, type Wrapper } from './wrapper';

/** Twice as long as a running Lantern may trust the keys that it has read; see `openSeal`. */
const KNOWN_EVERYWHERE_MS = 60_000;
const PAGE = 40;

export interface Resealing {
  readonly store: Store;
  readonly school: string;
  readonly master: Master;
  /** Milliseconds of the wall. */
  now(): number;
  pause(ms: number): Promise<void>;
}

export interface Resealed {
  readonly rows: number;
  /** Rows that no key of the school opens: they stay as they are, and `verify` says what is wrong. */
  readonly unreadable: number;
}

/**
 * Gives a school a new data key and seals every row with it, while the school works. Every step stands in the key row, so
 * one that was stopped goes on where it was; until the last step rows of both keys open.
 *
 * 1. The new key is made known: it opens. A minute later everybody has heard of it.
 * 2. The new key seals, and the older one still opens. A minute later nobody seals with the older one any more.
 * 3. Every row that only the older one opens is sealed anew. Then the older one goes.
 * @throws Conflict when somebody else is changing the same key.
 */
export async function resealSchool(resealing: Resealing): Promise<Resealed> {
  const { store, school, master } = resealing;
  const wrapper = localWrapper(master, school);
  let kept = await readKeys(store, school);
  if (!kept) return { rows: 0, unreadable: 0 };
  if (!kept.keys.next && !kept.keys.older) kept = await makeKnown(kept, wrapper, resealing);
  if (kept.keys.next) kept = await turnOver(kept, wrapper, resealing);
  await untilKnown(kept, resealing);
  const done = await resealRows(await keysOf(kept, wrapper), resealing);
  const { older: _gone, since: _done, ...keys } = kept.keys;
  await keep(keys, kept, wrapper, resealing);
  return done;
}

async function makeKnown(kept: KeptKeys, wrapper: Wrapper, resealing: Resealing): Promise<KeptKeys> {
  const { keys } = kept;
  const finder = keys.finder ?? (await wrapper.wrap(finderOf(await wrapper.unwrap(keys.wrapped))));
  const next = await wrapper.wrap(randomBytes(KEY_BYTES));
  return keep({ ...keys, finder, next, since: instant(resealing) }, kept, wrapper, resealing);
}

async function turnOver(kept: KeptKeys, wrapper: Wrapper, resealing: Resealing): Promise<KeptKeys> {
  await untilKnown(kept, resealing);
  const { wrapped: older, next: wrapped = older, ...keys } = kept.keys;
  return keep({ ...keys, wrapped, older, since: instant(resealing) }, kept, wrapper, resealing);
}

async function keep(
  keys: KeyRow,
  { etag }: KeptKeys,
  wrapper: Wrapper,
  { store, school }: Resealing,
): Promise<KeptKeys> {
  const { print } = await openRing(keys, school, wrapper);
  return { keys: { ...keys, print }, etag: await store.update(school, KEY_ROW, { ...keys, print }, etag) };
}

async function untilKnown({ keys }: KeptKeys, { now, pause }: Resealing): Promise<void> {
  const left = Date.parse(keys.since ?? '') + KNOWN_EVERYWHERE_MS - now();
  if (left > 0) await pause(Math.min(left, KNOWN_EVERYWHERE_MS));
}

function instant({ now }: Resealing): string {
  return new Date(now()).toISOString();
}

interface BothKeys {
  readonly current: Seal;
  readonly older: Seal;
}

async function keysOf({ keys }: KeptKeys, wrapper: Wrapper): Promise<BothKeys> {
  const current = sealWith(await wrapper.unwrap(keys.wrapped));
  return { current, older: keys.older === undefined ? current : sealWith(await wrapper.unwrap(keys.older)) };
}

/** A few rows at a time, each by itself: whoever changes one meanwhile has sealed it with the new key. */
async function resealRows(keys: BothKeys, { store, school }: Resealing): Promise<Resealed> {
  const found = { rows: 0, unreadable: 0 };
  let cursor: string | undefined;
  do {
    const page = await store.query(school, { ...prefixRange(''), limit: PAGE, ...(cursor ? { cursor } : {}) });
    const rows = page.rows.filter(({ key }) => key !== KEY_ROW);
    for (const state of await Promise.all(rows.map((row) => resealRow(row, keys, store, school)))) {
      if (state === 'sealed anew') found.rows += 1;
      if (state === 'unreadable') found.unreadable += 1;
    }
    cursor = page.cursor;
  } while (cursor);
  return found;
}

async function resealRow(row: Row, keys: BothKeys, store: Store, school: string) {
  let found: Row | undefined = row;
  return tryAgain(async () => {
    const state = found ? openedBy(found, keys, school) : 'gone';
    if (!found || typeof state === 'string') return state;
    try {
      await store.update(
        school,
        found.key,
        splitBody(keys.current.seal(`${school}|${found.key}`, state.plain)),
        found.etag,
      );
      return 'sealed anew';
    } catch (error) {
      if (error instanceof Conflict) found = await store.get(school, row.key);
      throw error;
    }
  });
}

/** What only the older key opens. */
function openedBy({ key, value }: Row, { current, older }: BothKeys, school: string) {
  const [address, sealed] = [`${school}|${key}`, joinBody(value)];
  if (opens(current, address, sealed) !== undefined) return 'of the new key';
  const plain = opens(older, address, sealed);
  return plain === undefined ? 'unreadable' : { plain };
}

function opens(seal: Seal, address: string, sealed: string): string | undefined {
  try {
    return seal.open(address, sealed);
  } catch (error) {
    if (error instanceof Unsealable) return undefined;
    throw error;
  }
}
