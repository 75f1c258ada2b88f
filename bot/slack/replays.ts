/** Which requests have been seen lately. */
export interface Replays {
  /** True the first time. */
  isNew(signature: string): boolean;
  /** The request was not served after all: when it comes again it is new. */
  forget(signature: string): void;
}

/**
 * Bolt takes a request whose time is up to five minutes past, and ours lets it be up to five minutes ahead: after ten
 * minutes a recorded request is refused for its age.
 */
const REMEMBERED_MS = 10 * 60_000;
/** Some 100 bytes each. Beyond it the oldest go: what comes again then is still caught by the turn's id. */
const MOST = 50_000;

/** A request that somebody recorded and sends again carries a good signature; that it came before is all that tells. */
export function openReplays(clock: () => number = Date.now): Replays {
  const seenAt = new Map<string, number>();

  function tidy(now: number): void {
    for (const [signature, at] of seenAt) {
      if (now - at <= REMEMBERED_MS && seenAt.size < MOST) return;
      seenAt.delete(signature);
    }
  }

  return {
    isNew(signature) {
      const now = clock();
      tidy(now);
      if (seenAt.has(signature)) return false;
      seenAt.set(signature, now);
      return true;
    },
    forget(signature) {
      seenAt.delete(signature);
    },
  };
}
