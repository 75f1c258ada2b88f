import { ACTS, openGrown, WARM } from './acts';
import type { Size } from './fill';
import { schoolOf } from './school';

const TIMES = 650;

/** Milliseconds of one act: in the middle, the slowest in a hundred, and on the processor (of raising with the presses before it). */
export interface Took {
  readonly p50: number;
  readonly p99: number;
  readonly cpu: number;
}

export interface Row {
  readonly size: Size;
  readonly took: Readonly<Record<string, Took>>;
}

interface Place {
  readonly file: string;
  readonly size: Size;
}

/** The stores take turns at each single act, so that whatever else the machine does falls on all of them. */
export async function measureAll(places: readonly Place[], key: Buffer, tell: (act: string) => void): Promise<Row[]> {
  const houses = await Promise.all(places.map(async ({ file, size }) => openGrown(file, key, schoolOf(), size)));
  const took = houses.map((): Record<string, Took> => ({}));
  for (const act of ACTS) {
    tell(act);
    const found = await measureAct(
      houses.map(
        ({ acts }) =>
          (n) =>
            acts[act]?.(n),
      ),
    );
    for (const [at, each] of found.entries()) Object.assign(took[at] ?? {}, { [act]: each });
  }
  await Promise.all(houses.map(({ close }) => close()));
  return places.map(({ size }, at) => ({ size, took: took[at] ?? {} }));
}

/** The same act in each of the stores. */
async function measureAct(stores: readonly ((n: number) => Promise<unknown> | undefined)[]): Promise<Took[]> {
  const lines = stores.map((act) => ({ act, times: [] as number[], cpu: 0 }));
  for (let n = 0; n < WARM + TIMES; n++) {
    for (let turn = 0; turn < lines.length; turn++) {
      const line = lines[(n + turn) % lines.length];
      if (!line) continue;
      const [before, from] = [process.cpuUsage(), performance.now()];
      const part = await line.act(n);
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
