/** Milliseconds of one act: in the middle, the slowest in a hundred, and on the processor (of raising with the presses before it). */
export interface Took {
  readonly p50: number;
  readonly p99: number;
  readonly cpu: number;
}

/** Does it for the n-th time. @returns milliseconds, where only a part of it counts. */
export type Once = (n: number) => Promise<unknown>;

/** Times that each act is done in each house, before it is measured and while it is. */
export const WARM = 100;
const TIMES = 650;

/** The houses take turns at each single act, so that whatever else the machine does falls on all of them. */
export async function takingTurns<Act extends string>(
  houses: readonly Readonly<Record<Act, Once>>[],
  acts: readonly Act[],
): Promise<Record<Act, Took>[]> {
  const took = houses.map(() => ({}) as Record<Act, Took>);
  for (const act of acts) {
    process.stderr.write(`${(performance.now() / 1000).toFixed(0)} s: ${act}\n`);
    const found = await measureAct(houses.map((house) => house[act]));
    for (const [at, each] of found.entries()) Object.assign(took[at] ?? {}, { [act]: each });
  }
  return took;
}

async function measureAct(houses: readonly Once[]): Promise<Took[]> {
  const lines = houses.map((once) => ({ once, times: [] as number[], cpu: 0 }));
  for (let n = 0; n < WARM + TIMES; n++) {
    for (let turn = 0; turn < lines.length; turn++) {
      const line = lines[(n + turn) % lines.length];
      if (!line) continue;
      const [before, from] = [process.cpuUsage(), performance.now()];
      const part = await line.once(n);
      const took = typeof part === 'number' ? part : performance.now() - from;
      const { user, system } = process.cpuUsage(before);
      if (n < WARM) continue;
      line.times.push(took);
      line.cpu += (user + system) / 1000;
    }
  }
  return lines.map(({ times, cpu }) => {
    times.sort((a, b) => a - b);
    return { p50: times[Math.floor(TIMES / 2)] ?? 0, p99: times[Math.floor(TIMES * 0.99)] ?? 0, cpu: cpu / TIMES };
  });
}
