/** One fact of a concern, as it happened. Facts are only ever added; each carries the hash of the one before (P6). */
export interface Entry {
  /** 1 for the first. */
  readonly n: number;
  /** UTC, ISO 8601. */
  readonly at: string;
  /** The id of a person, or `lantern`. */
  readonly by: string;
  /** Past tense: raised, viewed, taken … */
  readonly kind: string;
  readonly facts: unknown;
  readonly prev: string;
  readonly hash: string;
}

export type Digest = (text: string) => string;

/** The next entry after `prev` (the hash of the last one; '' before the first). */
export function link(prev: string, entry: Omit<Entry, 'prev' | 'hash'>, digest: Digest): Entry {
  const linked = { ...entry, prev };
  return { ...linked, hash: digest(canonical(linked)) };
}

export type Verdict = { readonly ok: true } | { readonly ok: false; readonly firstBad: number; readonly why: string };

/** Whether every entry is there, in order and unchanged. `head` is what the concern itself remembers of its chronology. */
export function verifyChain(
  entries: readonly Entry[],
  head: { readonly facts: number; readonly head: string },
  digest: Digest,
): Verdict {
  let prev = '';
  for (const [index, entry] of entries.entries()) {
    const { hash, ...rest } = entry;
    if (entry.n !== index + 1) return { ok: false, firstBad: index + 1, why: 'an entry is missing' };
    if (entry.prev !== prev) return { ok: false, firstBad: entry.n, why: 'it does not follow the entry before it' };
    if (digest(canonical(rest)) !== hash) return { ok: false, firstBad: entry.n, why: 'it was changed' };
    prev = hash;
  }
  if (entries.length !== head.facts)
    return { ok: false, firstBad: entries.length + 1, why: 'the last entries are missing' };
  if (prev !== head.head)
    return { ok: false, firstBad: entries.length, why: 'the concern remembers another last entry' };
  return { ok: true };
}

/** JSON with the keys of every object in order, so that the same fact always has the same hash. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const pairs = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${pairs
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`)
    .join(',')}}`;
}
