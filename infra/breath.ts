/** Undefined where whoever asks may go on at once. */
export type Breath = () => Promise<void> | undefined;

const HOLDS_MS = 10;

/**
 * For what is answered at once, such as a file: whoever reads on and on would never let go of the process, and everybody
 * else would wait until they had read everything. Asked before each read.
 * @param most milliseconds for which one may go on. @param now milliseconds of a clock that only goes forward.
 */
export function openBreath(most = HOLDS_MS, now = () => performance.now()): Breath {
  /** The first read since the others had their turn. */
  let since: number | undefined;

  return function breathe() {
    if (since === undefined) {
      since = now();
      setImmediate(() => {
        since = undefined;
      });
      return undefined;
    }
    return now() - since < most ? undefined : new Promise((resolve) => setImmediate(resolve));
  };
}
