import type { Clock } from '../infra/clock';

/**
 * For how long this process has seen a row unchanged. Whose lease has run out and which hint leads nowhere is judged by
 * that, never by the instants in a row: clocks jump, and those of two machines differ.
 */
export interface Watch {
  /** Milliseconds since this row was first seen with this etag. */
  unchangedFor(row: string, etag: string): number;
}

/** Rows that are no longer there are forgotten with all others: the only price is patience. */
const MOST = 10_000;

export function openWatch(clock: () => Clock): Watch {
  const seen = new Map<string, { readonly etag: string; readonly since: number }>();

  return {
    unchangedFor(row, etag) {
      const now = clock().elapsed();
      const before = seen.get(row);
      if (before?.etag === etag) return now - before.since;
      if (seen.size >= MOST) seen.clear();
      seen.set(row, { etag, since: now });
      return 0;
    },
  };
}
