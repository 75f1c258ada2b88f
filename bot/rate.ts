/** More addresses than this are forgotten the oldest first: nobody fills our memory by coming from everywhere. */
const MOST_KNOWN = 10_000;

/** Counts how often each came within a while, in this process alone. */
export interface Rate {
  mayCome(who: string, nowMs: number): boolean;
}

export function openRate(most: number, withinMs: number): Rate {
  const came = new Map<string, number[]>();
  return {
    mayCome(who, nowMs) {
      const recent = (came.get(who) ?? []).filter((at) => nowMs - at < withinMs);
      const may = recent.length < most;
      // Whoever came last stands last.
      came.delete(who);
      came.set(who, may ? [...recent, nowMs] : recent);
      const [oldest] = came.keys();
      if (came.size > MOST_KNOWN && oldest !== undefined) came.delete(oldest);
      return may;
    },
  };
}
