import { stringify } from 'csv-stringify/sync';

/**
 * A register as CSV with a heading line. A cell that a spreadsheet would take for a formula begins with an apostrophe:
 * somebody may have typed it as their name.
 */
export function toCsv(columns: readonly string[], rows: readonly Readonly<Record<string, unknown>>[]): string {
  const cells = rows.map((row) => columns.map((column) => cell(row[column])));
  return stringify([[...columns], ...cells], { record_delimiter: 'windows' });
}

/** OWASP's list of what begins a formula, with the wide signs of East Asian keyboards, which some programs take for the same. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

function cell(value: unknown): string {
  const text = value === undefined || value === null ? '' : Array.isArray(value) ? value.join(' ') : String(value);
  return FORMULA.test(text) ? `'${text}` : text;
}
