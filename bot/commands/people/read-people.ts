import { type Column, columnOf } from '../../../domain/people-row';
import { type Listed, readList } from '../read-list';

/** Reads a list of people. */
export function readPeople(bytes: Uint8Array): Listed<Column> {
  return readList<Column>(bytes, {
    columnOf,
    // With ids alone a list changes people who are there already.
    missing: (columns) =>
      columns.includes('id') ? [] : (['name', 'roles'] as const).filter((column) => !columns.includes(column)),
  });
}
