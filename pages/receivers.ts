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

/** All kinds of concern about the same people; kinds whose line reads the same stand together. */
interface ReceiversPart {
  readonly title: Datum;
  readonly groups: readonly {
    readonly kinds: readonly Datum[];
    readonly facts: readonly { readonly name: Datum; readonly values: readonly Datum[] }[];
  }[];
}

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

function partOf({ title, groups }: ReceiversPart, say: ReceiversPage['say']): Html {
  const all = groups.map(({ kinds, facts }) => {
    const lines = facts.map(
      ({ name, values }) => html`<div><dt>${say(name)}</dt><dd>${values.map(say).join('; ')}</dd></div>\n`,
    );
    return html`<h3>${kinds.map(say).join('; ')}</h3>\n<dl>\n${lines}</dl>\n`;
  });
  return html`<section>
<h2>${say(phrase('concern.receivers.page.about', { about: title }))}</h2>
${all}</section>
`;
}

function noteOf(title: Datum, lines: readonly Datum[], say: ReceiversPage['say']): Html {
  const items = html`<ul>\n${lines.map((line) => html`<li dir="auto">${say(line)}</li>\n`)}</ul>\n`;
  return html`<section>
<h2>${say(title)}</h2>
${lines.length > 0 ? items : html`<p>${say(phrase('page.nothingHere'))}</p>\n`}</section>
`;
}
