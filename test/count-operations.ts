import { KEY_ROW } from '../infra/seal';
import type { Store } from '../infra/store';

/** What was asked of a store. */
export interface Operations {
  /** Rows looked for by their key, and pages of lists. */
  readonly reads: number;
  /** Rows that were given out; one that is not there counts as one. */
  readonly rows: number;
  /** Transactions. The hint of a job is one of its own: it stands in another partition. */
  readonly writes: number;
}

const NONE: Operations = { reads: 0, rows: 0, writes: 0 };

/** Counts from now on what is asked of a store. The school's keys, at which everybody looks twice a minute, are not counted. */
export function countOperations(store: Store): { since(): Operations } {
  let done = NONE;
  const { get, query, insert, update, delete: remove, commit } = store;
  const count = (more: Partial<Operations>) => {
    const { reads = 0, rows = 0, writes = 0 } = more;
    done = { reads: done.reads + reads, rows: done.rows + rows, writes: done.writes + writes };
  };
  store.get = async (partition, key) => {
    if (key !== KEY_ROW) count({ reads: 1, rows: 1 });
    return get(partition, key);
  };
  store.query = async (...args) => {
    const page = await query(...args);
    count({ reads: 1, rows: page.rows.length });
    return page;
  };
  store.insert = async (...args) => {
    count({ writes: 1 });
    return insert(...args);
  };
  store.update = async (...args) => {
    count({ writes: 1 });
    return update(...args);
  };
  store.delete = async (...args) => {
    count({ writes: 1 });
    return remove(...args);
  };
  store.commit = async (...args) => {
    count({ writes: 1 });
    return commit(...args);
  };
  return {
    since() {
      const before = done;
      done = NONE;
      return before;
    },
  };
}
