import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { Conflict, type Store } from '../../infra/store';

/** What may happen to one operation of a store. */
export const FAULTS = ['fails', 'is slow', 'loses the answer', 'conflicts', 'is away for a while'] as const;
export type Fault = (typeof FAULTS)[number];

/** What only a write can meet: a read has nothing to lose and nobody to be second to. */
const OF_WRITES: readonly Fault[] = ['loses the answer', 'conflicts'];

/** Operations that one outage lasts. */
const AWAY_FOR = 10;
/** Long enough for everything else that is under way to go first. */
const SLOW_TURNS = 20;

export interface FaultyStore extends Store {
  /** Counts operations from here, and lets the n-th meet a fault; for faults of writes, the n-th write. */
  arm(fault: Fault, n: number): void;
  /** Whether the fault has been met. */
  hasStruck(): boolean;
  /** The trouble is over. */
  heal(): void;
}

/** A real store behind an operation that goes wrong. */
export function faultyStore(inner: Store): FaultyStore {
  let armed: { readonly fault: Fault; readonly n: number } | undefined;
  let operations = 0;
  let writes = 0;
  let struck = false;

  function strikes(isWrite: boolean): Fault | undefined {
    if (!armed) return undefined;
    const { fault, n } = armed;
    if (OF_WRITES.includes(fault)) return isWrite && writes === n ? fault : undefined;
    if (fault === 'is away for a while') return operations >= n && operations < n + AWAY_FOR ? fault : undefined;
    return operations === n ? fault : undefined;
  }

  async function through<Result>(
    isWrite: boolean,
    work: () => Promise<Result>,
    touch: () => Promise<void> = async () => undefined,
  ): Promise<Result> {
    operations += 1;
    if (isWrite) writes += 1;
    const fault = strikes(isWrite);
    if (fault) struck = true;
    if (fault === 'fails') throw new Error('The disk could not be read or written.');
    if (fault === 'is away for a while') throw Object.assign(new Error('Server busy'), { statusCode: 503 });
    if (fault === 'conflicts') await touch();
    if (fault === 'is slow') for (let turn = 0; turn < SLOW_TURNS; turn++) await turnOfTheLoop();
    const result = await work();
    if (fault === 'loses the answer') throw new Error('The connection was closed before an answer came.');
    return result;
  }

  /** Somebody else writes these rows first, as far as they are there: what was read of them is old. */
  async function touch(partition: string, keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      const row = await inner.get(partition, key);
      if (row) await inner.update(partition, key, row.value, row.etag);
    }
  }

  function write<Result>(partition: string, keys: readonly string[], work: () => Promise<Result>): Promise<Result> {
    return through(true, work, () => touch(partition, keys));
  }

  const store: FaultyStore = {
    get: (...asked) => through(false, () => inner.get(...asked)),
    query: (...asked) => through(false, () => inner.query(...asked)),
    insert: (...asked) => write(asked[0], [], () => inner.insert(...asked)),
    update: (...asked) => write(asked[0], [asked[1]], () => inner.update(...asked)),
    delete: (...asked) => write(asked[0], [asked[1]], () => inner.delete(...asked)),
    /** One after the other, as Azure does: what SQLite keeps in one transaction can go wrong in between. */
    async commit(partition, ops, { first = [], last = [] } = {}) {
      const keys = ops.map(({ key }) => key);
      for (const row of first) await unlessThere(store.insert(row.partition, row.key, row.value));
      await write(partition, keys, () => inner.commit(partition, ops));
      for (const row of last) await store.delete(row.partition, row.key, row.etag).catch(() => undefined);
    },
    partitions: () => inner.partitions(),
    picture: (scratch) => inner.picture(scratch),
    close: () => inner.close(),
    arm(fault, n) {
      armed = { fault, n };
      operations = 0;
      writes = 0;
      struck = false;
    },
    hasStruck: () => struck,
    heal() {
      armed = undefined;
    },
  };
  return store;
}

async function unlessThere(insert: Promise<string>): Promise<void> {
  await insert.catch((error) => {
    if (!(error instanceof Conflict)) throw error;
  });
}
