import { setImmediate } from 'node:timers';
import type { Ledger } from './sqlite-ledger';
import { Conflict, type Op } from './store';

interface Waiting {
  readonly partition: string;
  readonly ops: readonly Op[];
  resolve(etags: string[]): void;
  reject(error: unknown): void;
}

/** Lets writes that come at the same moment share one wait for the disk. */
export interface Writes {
  /** Resolves to the new etags once durable. @throws Conflict, and then none of these ops has happened. */
  add(partition: string, ops: readonly Op[]): Promise<string[]>;
  /** Writes now what waits. */
  flush(): void;
}

/**
 * One transaction a turn of the event loop, one savepoint a caller: a conflict undoes the caller's ops alone, and nobody
 * hears of success before the whole transaction is on the disk.
 */
export function batchWrites(ledger: Ledger): Writes {
  let waiting: Waiting[] = [];

  function flush(): void {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    const answers: (() => void)[] = [];
    try {
      ledger.transaction(() => {
        for (const caller of batch) answers.push(writeAll(ledger, caller));
      });
    } catch (error) {
      for (const caller of batch) caller.reject(error);
      return;
    }
    for (const answer of answers) answer();
  }

  return {
    add(partition, ops) {
      if (waiting.length === 0) setImmediate(flush);
      return new Promise((resolve, reject) => waiting.push({ partition, ops, resolve, reject }));
    },
    flush,
  };
}

/** What to tell the caller once the transaction around it has been kept. */
function writeAll(ledger: Ledger, caller: Waiting): () => void {
  try {
    const etags = ledger.allOrNothing(() => caller.ops.map((op) => ledger.write(caller.partition, op)));
    return () => caller.resolve(etags);
  } catch (error) {
    if (error instanceof Conflict) return () => caller.reject(error);
    throw error;
  }
}
