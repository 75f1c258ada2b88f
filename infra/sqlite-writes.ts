import { setImmediate } from 'node:timers';
import type { Disk } from './sqlite-disk';
import type { Ledger } from './sqlite-ledger';
import { type Beside, Conflict, type Op } from './store';

interface Waiting {
  readonly partition: string;
  readonly ops: readonly Op[];
  readonly beside: Beside;
  resolve(etags: string[]): void;
  reject(error: unknown): void;
}

/** Lets writes that come while the disk is busy share one transaction and one wait for it. */
export interface Writes {
  /** Resolves to the new etags once durable. @throws Conflict, and then none of these ops has happened. */
  add(partition: string, ops: readonly Op[], beside?: Beside): Promise<string[]>;
  /** Undefined when this row is on the disk as it can be read; else resolves once it is. */
  behind(partition: string, key: string): Promise<void> | undefined;
  /** The same for all rows from a key up to, without, another. */
  behindAny(partition: string, from: string, to: string): Promise<void> | undefined;
  /** Writes what waits, and resolves once all of it is on the disk. */
  flush(): Promise<void>;
}

/** What is in the file, and may not be on the disk yet. */
interface Wave {
  readonly rows: ReadonlySet<string>;
  readonly done: Promise<void>;
}

/**
 * One transaction at a time, one savepoint a caller: a conflict undoes the caller's ops alone. Nobody hears of success, or
 * reads what was written, before the whole transaction is on the disk; the thread does not wait for that.
 */
export function batchWrites(ledger: Ledger, disk: Disk): Writes {
  let waiting: Waiting[] = [];
  let isAsked = false;
  let wave: Wave | undefined;

  /** Writes at the end of this turn of the event loop, or once the disk has taken what was written before. */
  function ask(): void {
    if (isAsked || wave || waiting.length === 0) return;
    isAsked = true;
    setImmediate(() => {
      isAsked = false;
      write();
    });
  }

  function write(): void {
    if (wave || waiting.length === 0) return;
    const batch = waiting;
    waiting = [];
    const answers: (() => void)[] = [];
    try {
      ledger.transaction(() => {
        for (const caller of batch) answers.push(writeAll(ledger, caller));
      });
    } catch (error) {
      for (const caller of batch) caller.reject(error);
      return;
    }
    const rows = new Set(batch.flatMap(rowsOf));
    wave = { rows, done: keep(batch, answers, rows.size) };
    // Each caller hears of a failure; whoever reads such a row as well.
    wave.done.catch(() => undefined);
  }

  async function keep(batch: readonly Waiting[], answers: readonly (() => void)[], rows: number): Promise<void> {
    try {
      await disk.settled(rows);
      for (const answer of answers) answer();
    } catch (error) {
      ledger.lose();
      for (const caller of batch) caller.reject(error);
      throw error;
    } finally {
      wave = undefined;
      ask();
    }
  }

  return {
    add(partition, ops, beside = {}) {
      return new Promise((resolve, reject) => {
        waiting.push({ partition, ops, beside, resolve, reject });
        ask();
      });
    },
    behind: (partition, key) => (wave?.rows.has(rowOf(partition, key)) ? wave.done : undefined),
    behindAny(partition, from, to) {
      const [first, end] = [rowOf(partition, from), rowOf(partition, to)];
      return wave && [...wave.rows].some((row) => row >= first && row < end) ? wave.done : undefined;
    },
    async flush() {
      while (wave || waiting.length > 0) {
        write();
        await wave?.done.catch(() => undefined);
      }
    },
  };
}

/** No partition and no key holds a line's end. */
function rowOf(partition: string, key: string): string {
  return `${partition}\n${key}`;
}

function rowsOf({ partition, ops, beside }: Waiting): string[] {
  return [
    ...ops.map(({ key }) => rowOf(partition, key)),
    ...besideOps(beside).map((op) => rowOf(op.partition, op.key)),
  ];
}

export function besideOps({ first = [], last = [] }: Beside): (Op & { readonly partition: string })[] {
  return [
    ...first.map((row) => ({ op: 'insert' as const, ...row })),
    ...last.map((row) => ({ op: 'delete' as const, ...row })),
  ];
}

/** What to tell the caller once the transaction around it has been kept. */
function writeAll(ledger: Ledger, caller: Waiting): () => void {
  try {
    const etags = ledger.allOrNothing(() => {
      for (const { partition, ...op } of besideOps(caller.beside)) writeIfFree(ledger, partition, op);
      return caller.ops.map((op) => ledger.write(caller.partition, op));
    });
    return () => caller.resolve(etags);
  } catch (error) {
    if (error instanceof Conflict) return () => caller.reject(error);
    throw error;
  }
}

function writeIfFree(ledger: Ledger, partition: string, op: Op): void {
  try {
    ledger.write(partition, op);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}
