/** Sorts after every key that a store takes; see limits.ts. */
const AFTER_ALL = '\ufff0';

/**
 * The range of all keys that begin with `prefix`, for `Store.query`. All keys of a partition for ''.
 * The last character gives way to the one after it: `concern|` runs to `concern}`.
 */
export function prefixRange(prefix: string): { readonly from: string; readonly to: string } {
  if (prefix === '') return { from: '', to: AFTER_ALL };
  const last = prefix.charCodeAt(prefix.length - 1);
  // The first character after U+D7FF that may stand in a key: surrogates may not.
  const next = last === 0xd7ff ? 0xe000 : last + 1;
  return { from: prefix, to: prefix.slice(0, -1) + String.fromCharCode(next) };
}
