import type { WhyUnread } from './why-unread';

/** What one file may cost. */
export interface Bounds {
  readonly milliseconds: number;
  /** What the process may grow by meanwhile: a file of a kilobyte can ask for gigabytes. */
  readonly growthBytes: number;
  /** The last resort, far above the growth: where an engine's heap is full it may take the whole process with it. */
  readonly heapMegabytes: number;
}

const LOOKED_AT_EVERY_MILLISECONDS = 50;

interface Limit {
  readonly reached: Promise<WhyUnread>;
  readonly end: () => void;
}

/** Watches time and memory from now on, until it is told to end. */
export function beyond({ milliseconds, growthBytes }: Bounds): Limit {
  const atFirst = process.memoryUsage.rss();
  const deadline = performance.now() + milliseconds;
  let end = () => {};
  const reached = new Promise<WhyUnread>((resolve) => {
    const look = setInterval(() => {
      if (process.memoryUsage.rss() - atFirst > growthBytes) resolve('swollen');
      if (performance.now() > deadline) resolve('takes too long');
    }, LOOKED_AT_EVERY_MILLISECONDS);
    end = () => clearInterval(look);
  });
  return { reached, end };
}
