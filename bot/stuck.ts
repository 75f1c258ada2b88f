/**
 * Knows what met somebody else's change again and again: that is no other process and no turn that was first, but a job
 * that will always be in its own way, and it has to be seen.
 */
export interface Stuck {
  /** It met once more. @returns whether so often in a row that nobody else is the reason. */
  meets(job: string): boolean;
  /** It is done. */
  forget(job: string): void;
}

/** As many looks, a second apart, would have found a crowd of turns gone. */
const TIMES = 10;
/** More than meet at one time. */
const MOST = 1000;

export function openStuck(): Stuck {
  const times = new Map<string, number>();
  return {
    meets(job) {
      const met = (times.get(job) ?? 0) + 1;
      if (times.size >= MOST) times.clear();
      times.set(job, met);
      return met >= TIMES;
    },
    forget: (job) => void times.delete(job),
  };
}
