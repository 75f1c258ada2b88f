import type { RecordOp, Records } from '../infra/records';

/** A row as it is to stand. */
interface Draft {
  /** Of the row that stands in the store; undefined where none does. */
  readonly etag: string | undefined;
  /** Undefined for a row that is to go. */
  readonly value: unknown;
}

/** Rows of one commit. */
const AT_ONCE = 90;

/** Records that are written once, as they stand in the end, however often they were written meanwhile. */
export interface Drafts extends Records {
  /** What was drafted, in the order in which it was first written. */
  drafted(): RecordOp[];
  /** Writes what was drafted. */
  flush(): Promise<void>;
}

/** @param records where everything lies that was not drafted; lists and pages know nothing of drafts. */
export function openDrafts(records: Records): Drafts {
  const drafts = new Map<string, Draft>();

  function draft(op: RecordOp): void {
    const before = drafts.get(op.key);
    const etag = before ? before.etag : op.op === 'insert' ? undefined : op.etag;
    drafts.set(op.key, { etag, value: op.op === 'delete' ? undefined : op.value });
  }

  function opOf([key, { etag, value }]: [string, Draft]): RecordOp[] {
    if (value === undefined) return etag === undefined ? [] : [{ op: 'delete', key, etag }];
    return [etag === undefined ? { op: 'insert', key, value } : { op: 'update', key, value, etag }];
  }

  const drafted = () => [...drafts].flatMap(opOf);

  return {
    ...records,
    async get(key) {
      const found = drafts.get(key);
      if (!found) return records.get(key);
      return found.value === undefined ? undefined : { key, etag: '', value: found.value };
    },
    async commit(ops, beside) {
      for (const op of ops) draft(op);
      if (beside) await records.commit([], beside);
    },
    drafted,
    async flush() {
      const ops = drafted();
      drafts.clear();
      for (let at = 0; at < ops.length; at += AT_ONCE) await records.commit(ops.slice(at, at + AT_ONCE));
    },
  };
}
