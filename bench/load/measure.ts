/** How often a second, and how long each took, in milliseconds. */
export interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly count: number;
}

/** Does it once for the n-th of those who work at the same time. @returns milliseconds, where only a part of it counts. */
export type Once = (actor: number) => Promise<number | undefined>;

const WARM_TIMES = 3;

/**
 * So many at the same time, each one thing after the other, for so long. What goes wrong ends the measurement: what was
 * not done is not fast.
 */
export async function measure(once: Once, concurrency: number, milliseconds: number): Promise<Measured> {
  const actors = Array.from({ length: concurrency }, (_, actor) => actor);
  for (let time = 0; time < WARM_TIMES; time++) await Promise.all(actors.map(once));
  const took: number[] = [];
  const startedAt = performance.now();
  await Promise.all(
    actors.map(async (actor) => {
      while (performance.now() - startedAt < milliseconds) {
        const from = performance.now();
        const part = await once(actor);
        took.push(part ?? performance.now() - from);
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(share * took.length))] ?? 0;
  return { perSecond: took.length / seconds, p50: at(0.5), p99: at(0.99), count: took.length };
}
