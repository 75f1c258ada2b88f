/**
 * Seconds of the processor that some work takes. Time on the wall depends on what else this machine does; this does
 * not, and it still finds work that grows without bounds.
 */
export async function processorSeconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  return process.cpuUsage(before).user / 1_000_000;
}

const TICK_MS = 25;

/**
 * Milliseconds that pass for this process while it waits for something: ticks of a clock that stands still whenever
 * the process does, because others are at work on this machine. For what ends by a timer of our own.
 */
export async function waitedMilliseconds(wait: () => unknown): Promise<number> {
  let ticks = 0;
  const clock = setInterval(() => {
    ticks += 1;
  }, TICK_MS);
  try {
    await wait();
  } finally {
    clearInterval(clock);
  }
  return ticks * TICK_MS;
}
