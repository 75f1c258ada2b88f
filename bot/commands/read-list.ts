import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { columnIn, type Headings, type ListRow } from '../../domain/list-row';
import { cleaned } from '../../domain/typed-text';
import { decodeText } from '../../library/decode-text';

export interface Listed<Column extends string> {
  readonly rows: readonly ListRow<Column>[];
  readonly problems: readonly string[];
  /** Headings that nobody knows: left out, and told. */
  readonly ignored: readonly string[];
}

/** What the first line must have, where it has these columns. */
type Needed<Column extends string> = (columns: readonly (Column | undefined)[]) => readonly Column[];

const MOST_ROWS = 20_000;
/** What Excel writes depends on the country that it was set to. */
const DELIMITERS = [',', ';', '\t'] as const;

/** Reads a list with headings: UTF-8, UTF-16 with its mark, or what Windows wrote; commas, semicolons or tabs. */
export function readList<Column extends string>(
  bytes: Uint8Array,
  headings: Headings<Column>,
  needed: Needed<Column>,
): Listed<Column> {
  const text = decodeText(bytes)?.replace(/^\ufeff/, '');
  if (text === undefined) return nothing('this is no text: save it as "CSV UTF-8" and try once more');
  const lines = parsed(text);
  if ('problem' in lines) return nothing(lines.problem);
  const [head, ...body] = lines.records;
  if (!head || head.cells.every((cell) => cell.trim() === '')) return nothing('the file is empty');
  const columns = head.cells.map((heading) => columnIn(headings, heading));
  const wrong = problemsOfHeadings(columns, needed);
  if (wrong.length > 0) return { rows: [], problems: wrong, ignored: [] };
  if (body.length > MOST_ROWS) return nothing(`more than ${MOST_ROWS} rows: no school has so many people`);
  const problems = body.flatMap(({ line, cells }) =>
    cells.length > columns.length ? [`line ${line}: more cells than the first line has headings`] : [],
  );
  return {
    rows: body.map(({ line, cells }) => ({ line, cells: cellsOf(columns, cells) })),
    problems,
    ignored: head.cells.filter((heading, index) => columns[index] === undefined && heading.trim() !== ''),
  };
}

function nothing(problem: string) {
  return { rows: [], problems: [problem], ignored: [] };
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What the parser gives with `info`: a record, and the line that it ends on. */
const Parsed = z.array(z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) }));

function parsed(text: string): { records: readonly Line[] } | { problem: string } {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const counts = DELIMITERS.map((each) => first.split(each).length);
  const delimiter = DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
  try {
    const records = Parsed.parse(
      parse(text, { delimiter, info: true, relax_column_count: true, skip_empty_lines: true }),
    );
    return {
      records: records.flatMap(({ info, record }) =>
        record.every((cell) => cell.trim() === '') ? [] : [{ line: info.lines, cells: record }],
      ),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = String(Reflect.get(error, 'lines') ?? '?');
    return { problem: `line ${line}: a quotation mark stands where none can be` };
  }
}

function problemsOfHeadings<Column extends string>(
  columns: readonly (Column | undefined)[],
  needed: Needed<Column>,
): string[] {
  const twice = columns.filter((column, index) => column && columns.indexOf(column) !== index);
  const missing = needed(columns).filter((column) => !columns.includes(column));
  return [
    ...[...new Set(twice)].map((column) => `line 1: two columns are called ${column}`),
    ...missing.map((column) => `line 1: there is no column ${column}`),
  ];
}

function cellsOf<Column extends string>(columns: readonly (Column | undefined)[], cells: readonly string[]) {
  const found: Partial<Record<Column, string>> = {};
  for (const [index, column] of columns.entries()) {
    const value = cleaned(cells[index] ?? '')
      .replace(/\s+/g, ' ')
      .trim();
    if (column && value !== '') found[column] = value;
  }
  return found;
}
