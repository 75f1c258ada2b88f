import type { Store } from '../infra/store';

/** Counts the rows that a store gives out from now on; a row that is looked for and not there counts as one. */
export function countReads(store: Store): { since(): number } {
  let rows = 0;
  const get = store.get.bind(store);
  const query = store.query.bind(store);
  store.get = async (...args) => {
    rows += 1;
    return get(...args);
  };
  store.query = async (...args) => {
    const page = await query(...args);
    rows += page.rows.length;
    return page;
  };
  return {
    since() {
      const read = rows;
      rows = 0;
      return read;
    },
  };
}
