import { Conflict } from './store';

/** As many as a turn has: somebody else gets through at each of them. */
const TRIES = 20;

/**
 * Reads, decides and keeps; when somebody else was first, all of it anew on what they kept.
 * @throws Conflict when somebody else was first each time; nothing is changed then.
 */
export async function tryAgain<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Conflict) || tries === TRIES) throw error;
    }
  }
}
