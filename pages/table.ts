import { phrase } from '../cards/view';
import type { Clause, Table, TableRow } from '../library';
import { type Html, html } from './html';
import { markOf, type Reader } from './reader';
import { tableHead } from './table-head';
import { labelsOf } from './words';

export interface TablePart {
  readonly table: Table;
  readonly clauses: readonly Clause[];
  /** The heading above it, by which it is known to a screen reader. */
  readonly title: string;
  /** The words of a cell that was merged over several rows; undefined where the sentence stands elsewhere on the page. */
  groupOf(clause: Clause): string | undefined;
}

/** A table as a table, and row by row on a narrow screen. It scrolls by itself where it is still wider, also by keyboard. */
export function tableOf({ table, clauses, title, groupOf }: TablePart, reader: Reader): Html {
  const rows = new Map(table.rows.map((row) => [row.clause, row]));
  const width = table.columns.length;
  const groups = clauses.map(groupOf);
  return html`<div class="wide" role="region" tabindex="0" aria-label="${reader.say(phrase('page.table', { title }))}">
<table>
${tableHead(table.columns)}
<tbody>
${clauses.map((clause, index) => [
  groups[index] === groups[index - 1] ? undefined : groupRow(groups[index], width),
  html`<tr${markOf(clause, reader)}>${cellsOf(clause, rows.get(clause.id), table.columns, reader)}</tr>\n`,
])}</tbody>
</table>
</div>
`;
}

function groupRow(group: string | undefined, width: number): Html | undefined {
  return group === undefined
    ? undefined
    : html`<tr><th scope="colgroup" colspan="${width + 1}" class="group" dir="auto">${group}</th></tr>\n`;
}

/** A row whose cells are uncertain says so (P10). One that is quoted whole is one cell: no word of it is lost. */
function cellsOf(clause: Clause, row: TableRow | undefined, columns: readonly string[], reader: Reader): Html {
  const width = columns.length;
  const labels = labelsOf(clause, reader);
  if (clause.isUncertain) return uncertainRow(clause, width, reader);
  if (row?.values === undefined || !isAllOf(clause.text, row.label, row.values))
    return html`<td colspan="${width + 1}">${labels}<span dir="auto">${clause.text}</span></td>`;
  const cells = row.values.map((value, index) => cellOf(value, columns[index] ?? '', reader));
  return html`<th scope="row">${labels}<span dir="auto">${row.label}</span></th>${cells}`;
}

function uncertainRow(clause: Clause, width: number, reader: Reader): Html {
  const [doubt, unknown] = [phrase('page.uncertain'), phrase('page.unknown')].map(reader.say);
  return html`<th scope="row">${labelsOf(clause, reader)}<span dir="auto">${clause.text}</span> <span class="label uncertain">${doubt}</span></th><td colspan="${width}">${unknown}</td>`;
}

/** On a narrow screen each cell stands by itself, so it has the name of its column with it, and an empty one is left out. */
function cellOf(value: string, column: string, { say }: Reader): Html {
  return value === ''
    ? html`<td class="none"><span class="unseen">${say(phrase('answer.noMark'))}</span></td>`
    : html`<td dir="auto" data-column="${column}">${value}</td>`;
}

/** Whether label and cells together hold every word of the row, or the row is quoted by its label alone. */
function isAllOf(text: string, label: string, values: readonly string[]): boolean {
  return text === label || bare(text) === bare([label, ...values].join(''));
}

function bare(text: string): string {
  return text.replace(/[\s|]/g, '');
}
