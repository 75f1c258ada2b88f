import type { House } from '../house';
import type { Terminal } from './command';
import { toCsv } from '../csv';
import { everySchool } from '../schools';

type Row = Readonly<Record<string, unknown>>;

/** Prints a register as CSV; where there are several schools, which one a row is of stands first. @param rows each with its `school`. */
export function printTable(
  columns: readonly string[],
  rows: readonly Row[],
  house: Pick<House, 'households' | 'others'>,
  terminal: Terminal,
): void {
  terminal.print(toCsv(everySchool(house).length > 1 ? ['school', ...columns] : columns, rows).trimEnd());
}
