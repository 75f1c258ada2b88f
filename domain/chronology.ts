/** SHA-256 as hex, given by the caller: the domain knows no cryptography. */
export type Digest = (text: string) => string;

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Something that happened to a concern, in the past tense. `at` is an instant (ISO 8601), `by` a person's id or `lantern`. */
export interface Fact {
  readonly at: string;
  readonly by: string;
  readonly kind: string;
  readonly facts: Json;
}

/** A fact in its place. `hash` covers all the rest, and `prev` is the hash before it, so no entry can change alone (P6). */
export interface Entry extends Fact {
  readonly n: number;
  readonly prev: string;
  readonly hash: string;
}

/** The end of a chain, kept away from its entries: without it a missing tail would not be found. */
export interface Head {
  readonly n: number;
  readonly hash: string;
}

export type Verdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly firstBad: number; readonly why: ChainFault };

export type ChainFault = 'missing' | 'out-of-order' | 'changed' | 'not-linked' | 'too-many' | 'other-head';

/** Where a chain begins. Its name is part of the first hash: the entries of one concern do not fit another. */
export function origin(chain: string): Head {
  return { n: 0, hash: `origin:${chain}` };
}

/** Puts a fact behind the last entry (or behind `origin`). */
export function link(prev: Head, fact: Fact, digest: Digest): Entry {
  const { at, by, kind, facts } = fact;
  const body = { n: prev.n + 1, at, by, kind, facts, prev: prev.hash };
  return { ...body, hash: digest(canonical(body)) };
}

/** An entry without what it said: its place in the chain stays, and somebody else has to vouch for its hash. */
export function strike(entry: Entry): Entry {
  return { ...entry, facts: {} };
}

/**
 * Whether a chain is whole, from its origin to its head, and else the first entry that is not as it was written.
 * @param entries in the order in which they are kept.
 * @param struck hashes of entries that may have been struck (`strike`).
 */
export function verifyChain(
  chain: string,
  entries: readonly Entry[],
  head: Head,
  digest: Digest,
  struck: ReadonlySet<string> = new Set(),
): Verdict {
  let last: Head = origin(chain);
  for (const entry of entries) {
    const firstBad = last.n + 1;
    if (firstBad > head.n) return { ok: false, firstBad, why: 'too-many' };
    if (entry.n !== firstBad) return { ok: false, firstBad, why: entry.n > firstBad ? 'missing' : 'out-of-order' };
    if (entry.prev !== last.hash) return { ok: false, firstBad, why: 'not-linked' };
    const isStruck = struck.has(entry.hash) && canonical(entry.facts) === '{}';
    if (!isStruck && link(last, entry, digest).hash !== entry.hash) return { ok: false, firstBad, why: 'changed' };
    last = entry;
  }
  if (last.n < head.n) return { ok: false, firstBad: last.n + 1, why: 'missing' };
  return last.hash === head.hash ? { ok: true } : { ok: false, firstBad: head.n, why: 'other-head' };
}

/** One text for one value: keys in order, no spaces. What JSON cannot hold is refused, since it would not come back. */
export function canonical(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('a chronology holds no such number');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  const fields = Object.entries(value).filter(([, held]) => held !== undefined);
  fields.sort(([one], [two]) => (one < two ? -1 : 1));
  return `{${fields.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`;
}

function isList(value: readonly Json[] | { readonly [key: string]: Json }): value is readonly Json[] {
  return Array.isArray(value);
}
