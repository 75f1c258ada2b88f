import { type Datum, phrase } from '../cards/view';
import { type Html, html } from './html';
import { sheet } from './sheet';

/** A school's table of who receives which concern: offices and holders, and nothing of any concern. */
export interface ReceiversPage {
  readonly schoolName: string;
  /** On which day it was asked for, in words: who is there is said of that day. */
  readonly day: string;
  readonly offices: readonly {
    readonly office: Datum;
    readonly holders: readonly string[];
    readonly standing: Datum;
  }[];
  readonly parts: readonly ReceiversPart[];
  readonly notes: readonly { readonly title: Datum; readonly lines: readonly Datum[] }[];
  say(datum: Datum): string;
}

/** All kinds of concern about the same people, and on which rules their lines stand. */
interface ReceiversPart {
  readonly title: Datum;
  readonly rows: readonly ReceiversRow[];
  readonly sources: readonly string[];
}

/** Kinds whose line reads the same: one row, each cell of it a few things. */
export type ReceiversRow = Readonly<Record<(typeof COLUMNS)[number], readonly Datum[]>>;

const COLUMNS = ['kinds', 'told', 'next', 'end', 'clock'] as const;

/** The table to read, print and sign. */
export function receiversSheet({ schoolName, day, offices, parts, notes, say }: ReceiversPage): Html {
  const title = say(phrase('concern.receivers.page.title'));
  return sheet(
    `${title} · ${schoolName}`,
    html`<header>
<p class="school">${schoolName}</p>
<h1>${title}</h1>
<p>${say(phrase('concern.receivers.page.intro', { day }))}</p>
</header>
<main>
${officesOf(offices, say)}${parts.map((part) => partOf(part, say))}${notes.map(({ title: of, lines }) => noteOf(of, lines, say))}</main>
<footer><p>${say(phrase('concern.receivers.page.sign'))}</p></footer>`,
  );
}

function officesOf(offices: ReceiversPage['offices'], say: ReceiversPage['say']): Html {
  const [office, holder, today] = ['office', 'holder', 'today'].map((column) =>
    say(phrase(`concern.receivers.page.column.${column}`)),
  );
  const rows = offices.map(
    (each) =>
      html`<tr><th scope="row">${say(each.office)}</th><td data-column="${holder}">${each.holders.join(', ')}</td><td data-column="${today}">${say(each.standing)}</td></tr>\n`,
  );
  return html`<section>
<h2>${say(phrase('concern.receivers.page.offices'))}</h2>
<table>
<thead><tr><th scope="col">${office}</th><th scope="col">${holder}</th><th scope="col">${today}</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</section>
`;
}

function partOf({ title, rows, sources }: ReceiversPart, say: ReceiversPage['say']): Html {
  const headOf = (column: (typeof COLUMNS)[number]) => say(phrase(`concern.receivers.page.column.${column}`));
  const [first, ...others] = COLUMNS;
  const cell = (row: ReceiversRow, column: (typeof COLUMNS)[number]) => row[column].map(say).join('; ') || '–';
  const lines = rows.map(
    (row) =>
      html`<tr><th scope="row">${cell(row, first)}</th>${others.map((column) => html`<td data-column="${headOf(column)}">${cell(row, column)}</td>`)}</tr>\n`,
  );
  return html`<section>
<h2>${say(phrase('concern.receivers.page.about', { about: title }))}</h2>
<table>
<thead><tr>${COLUMNS.map((column) => html`<th scope="col">${headOf(column)}</th>`)}</tr></thead>
<tbody>
${lines}</tbody>
</table>
${sources.map((source) => html`<p>${say(phrase('concern.receivers.page.why', { source }))}</p>\n`)}</section>
`;
}

function noteOf(title: Datum, lines: readonly Datum[], say: ReceiversPage['say']): Html {
  const items = html`<ul>\n${lines.map((line) => html`<li dir="auto">${say(line)}</li>\n`)}</ul>\n`;
  return html`<section>
<h2>${say(title)}</h2>
${lines.length > 0 ? items : html`<p>${say(phrase('page.nothingHere'))}</p>\n`}</section>
`;
}
