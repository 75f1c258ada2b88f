import type { Kept, Records } from '../infra/records';

/**
 * The same records, in which a row that was read stays for the one turn as it was: what is decided on it is kept only if it
 * still is, and what nobody keeps is as old as its first look.
 */
export function readOnce(records: Records): Records {
  const read = new Map<string, Promise<Kept | undefined>>();
  return {
    ...records,
    get(key) {
      const row = read.get(key) ?? records.get(key);
      read.set(key, row);
      return row;
    },
  };
}
