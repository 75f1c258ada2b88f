import { type Datum, phrase, type View } from '../../../../cards/view';
import type { Clause } from '../../../../library';
import { standingOf } from '../../../../pages/standing';
import type { Desk } from '../../../capability';
import type { Concern } from '../../schema';
import { isStaffMatter } from '../record/where';
import { againRows, fittingRows } from './fitting';
import { type SanctionsTable, sanctionsTables } from './tables';

/** Rows a card; more would not fit Slack. */
const PAGE = 8;
/** The longest row that is quoted whole; a policy's table has none that is longer, and a span of one is still its words (P3). */
const LONGEST = 700;

export interface Wish {
  /** Every row, not only those that name this kind of concern. */
  readonly isAll: boolean;
  /** How many rows were shown before. */
  readonly from: number;
}

/**
 * What the school's own tables say is usually done about this, word for word, beside the case. Nothing is applied: a
 * person decides (S243, S442, S444).
 */
export async function sanctionsView(concern: Concern, { isAll, from }: Wish, desk: Desk): Promise<View> {
  const tables = tablesFor(concern, desk);
  const wanted = tables.flatMap((table) => rowsOf(table, concern, isAll).map((row) => ({ table, row })));
  const page = wanted.slice(from, from + PAGE);
  const shown = await Promise.all(
    tables.map(async (table) =>
      tableData(
        table,
        page.filter((each) => each.table === table).map(({ row }) => row),
        desk,
      ),
    ),
  );
  return {
    card: 'concern/sanctions',
    data: {
      ref: concern.ref,
      category: phrase(`category.${concern.category}`),
      none: tables.length === 0 ? phrase('sanctions.noTable') : noRow(tables, concern, isAll),
      tables: shown.filter(({ rows }) => rows.length > 0),
      mayShowAll: !isAll && tables.length > 0,
      from: String(from + PAGE),
      isAll: isAll ? 'true' : 'false',
      isMore: wanted.length > from + PAGE,
    },
  };
}

/** Tables about adults are for those who lead a concern about an adult; beside a pupil's case they would only mislead. */
function tablesFor(concern: Concern, desk: Desk): SanctionsTable[] {
  const whose = isStaffMatter(concern, desk) ? 'adult' : 'pupil';
  return sanctionsTables(desk.library.policies).filter(({ audience }) => audience === null || audience === whose);
}

function rowsOf({ rows }: SanctionsTable, { category }: Concern, isAll: boolean): readonly Clause[] {
  if (isAll) return rows;
  const fitting = fittingRows(rows, category);
  const again = fitting.length > 0 ? againRows(rows).filter((row) => !fitting.includes(row)) : [];
  return [...fitting, ...again];
}

function noRow(tables: readonly SanctionsTable[], { category }: Concern, isAll: boolean): Datum {
  const isNamed = tables.some(({ rows }) => fittingRows(rows, category).length > 0);
  return isAll || isNamed ? '' : phrase('sanctions.noRow');
}

async function tableData({ held, table, audience }: SanctionsTable, rows: readonly Clause[], desk: Desk) {
  const { version, overdue } = await standingOf(held, desk);
  return {
    title: [held.policy.title, ...table.path].join(' › '),
    whose: phrase('sanctions.whose', { audience: audience ?? 'nobody' }),
    version,
    overdue: overdue ?? '',
    page: desk.readInFull(held.policy.id, rows[0]?.id) ?? '',
    rows: rows.map(rowData),
  };
}

/** A row by its own words and the columns that hold; one that lost a cell is said to have (P10), and its columns are not guessed. */
function rowData({ text, cells, isUncertain }: Clause): Readonly<Record<string, Datum>> {
  const quote = text.length > LONGEST ? text.slice(0, text.lastIndexOf(' ', LONGEST)) : text;
  return {
    quote: phrase('answer.quote', { quote }),
    isCut: quote !== text,
    holds: isUncertain || cells === undefined || cells.length === 0 ? '' : cells.join(' · '),
    doubt:
      isUncertain || cells === undefined
        ? phrase('sanctions.uncertain')
        : cells.length === 0
          ? phrase('sanctions.noMark')
          : '',
  };
}
