import { type Datum, phrase } from '../cards/view';
import { type Html, html } from './html';
import { sheet } from './sheet';

/** Who agreed to one agreement, a line each. */
export interface RegisterSection {
  readonly title: string;
  readonly lines: readonly RegisterLine[];
}

export interface RegisterLine {
  readonly name: string;
  readonly group: Datum;
  /** As it was typed, or that it stands on paper. */
  readonly signature: Datum;
  readonly day: string;
  readonly version: string;
  readonly way: Datum;
}

export interface RegisterPage {
  readonly schoolName: string;
  /** The day for which it is made, in words. */
  readonly day: string;
  readonly sections: readonly RegisterSection[];
  /** Who asked for this copy, and when. */
  readonly asked?: Datum;
  /** Where the same is found as a table for a spreadsheet. */
  readonly download?: string;
  say(datum: Datum): string;
}

const COLUMNS = ['name', 'group', 'signature', 'day', 'version', 'way'] as const;

/** The register to print and put into a folder: what holds on a day, with the signatures by name. */
export function registerPage({ schoolName, day, sections, asked, download, say }: RegisterPage): Html {
  const title = say(phrase('registerPage.title', { day }));
  return sheet(
    `${title} · ${schoolName}`,
    html`<header>
<p class="school">${schoolName}</p>
<h1>${title}</h1>
<p>${say(phrase('registerPage.keep'))}</p>
${asked ? html`<p>${say(asked)}</p>\n` : undefined}${download ? html`<p class="on-screen"><a href="${download}">${say(phrase('registerPage.download'))}</a></p>\n` : undefined}</header>
<main>
${sections.map((section) => sectionOf(section, say))}</main>`,
  );
}

function sectionOf({ title, lines }: RegisterSection, say: RegisterPage['say']): Html {
  const count = say(phrase('registerPage.count', { count: lines.length }));
  const headOf = (column: (typeof COLUMNS)[number]) => say(phrase(`registerPage.column.${column}`));
  const heads = COLUMNS.map((column) => html`<th scope="col">${headOf(column)}</th>`);
  const rows = lines.map(
    (line) =>
      html`<tr><th scope="row">${line.name}</th>${COLUMNS.slice(1).map((column) => html`<td data-column="${headOf(column)}">${say(line[column])}</td>`)}</tr>\n`,
  );
  const table = html`<table>\n<thead><tr>${heads}</tr></thead>\n<tbody>\n${rows}</tbody>\n</table>\n`;
  return html`<section>
<h2>${title}</h2>
<p>${count}</p>
${lines.length > 0 ? table : undefined}</section>
`;
}
