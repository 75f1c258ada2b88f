import type { Clause, HeldPolicy, Table } from '../../../../library';
import { audienceOfClause } from '../../../../library/audience-of-clause';

/** A table that says what usually follows: what happened in its rows, what is done in its columns. */
export interface SanctionsTable {
  readonly held: HeldPolicy;
  readonly table: Table;
  /** Its rows, in order, as clauses of the policy. */
  readonly rows: readonly Clause[];
  /** Whose conduct it is about; null where neither its heading nor its columns say. */
  readonly audience: 'pupil' | 'adult' | null;
}

/** What schools do about misuse, as they head a column with it. */
const ACTION =
  /\b(?:refer(?:red)?|inform(?:ed)?|tell|told|talk|report(?:ed)? to|warning|letter|removal|remove[ds]?|lose|loss|suspen\w+|exclu\w+|detention|sanctions?|disciplin\w+|formal process|consequence|decides|police|parents?)\b/i;
/** What a table of what is allowed heads its columns with. */
const ALLOWANCE = /\b(?:allowed|acceptable|unacceptable|permitted|not permitted)\b/i;

/** Every table of sanctions in a school's policies, in the order of the policies. */
export function sanctionsTables(policies: readonly HeldPolicy[]): SanctionsTable[] {
  return policies.flatMap((held) =>
    held.document.tables.filter(isOfSanctions).map((table) => {
      const wanted = new Set(table.rows.map(({ clause }) => clause));
      const rows = held.document.clauses.filter(({ id }) => wanted.has(id));
      return { held, table, rows, audience: audienceOf(rows, table.columns) };
    }),
  );
}

function isOfSanctions({ columns, rows }: Table): boolean {
  const actions = columns.filter((column) => ACTION.test(column)).length;
  return (
    rows.length > 0 && actions >= 2 && 2 * actions >= columns.length && !columns.some((each) => ALLOWANCE.test(each))
  );
}

/** What most of its rows say; one row may speak of pupils by its own first word. */
function audienceOf(rows: readonly Clause[], columns: readonly string[]): SanctionsTable['audience'] {
  const said = rows.map((row) => audienceOfClause(row, columns));
  const pupils = said.filter((audience) => audience === 'pupil').length;
  const adults = said.filter((audience) => audience === 'adult').length;
  if (2 * Math.max(pupils, adults) <= rows.length) return null;
  return pupils > adults ? 'pupil' : 'adult';
}
