import { type Datum, phrase } from '../cards/view';
import { type Html, html } from './html';
import { sheet } from './sheet';

/** One part of a case on paper: what is known as a list of facts, what was said or done as lines. */
export interface CaseSection {
  readonly title: Datum;
  readonly facts?: readonly { readonly title: Datum; readonly value: Datum }[];
  readonly lines?: readonly Datum[];
  /** Lines are counted, as entries of a chronology are. */
  readonly isCounted?: true;
}

export interface CasePage {
  readonly ref: string;
  readonly schoolName: string;
  readonly kind: Datum;
  readonly sections: readonly CaseSection[];
  /** That its chronology is whole, with the mark of its last entry. */
  readonly chain: Datum;
  say(datum: Datum): string;
}

/** A whole case to print: nothing in it is fetched or run, and no address in it is a link. Whoever has it has all of it. */
export function casePage({ ref, schoolName, kind, sections, chain, say }: CasePage): Html {
  const title = say(phrase('casePage.title', { ref }));
  return sheet(
    `${title} · ${schoolName}`,
    html`<header>
<p class="school">${schoolName}</p>
<h1>${title}</h1>
<p>${say(kind)}</p>
<p class="doubt">${say(phrase('casePage.keep'))}</p>
</header>
<main>
${sections.map((section) => sectionOf(section, say))}</main>
<footer><p>${say(chain)}</p></footer>`,
  );
}

function sectionOf({ title, facts = [], lines = [], isCounted }: CaseSection, say: CasePage['say']): Html {
  const items = lines.map((line) => html`<li>${paragraphs(say(line))}</li>\n`);
  const list = isCounted ? html`<ol>\n${items}</ol>\n` : html`<ul>\n${items}</ul>\n`;
  return html`<section>
<h2>${say(title)}</h2>
${facts.length > 0 ? tableOf(facts, say) : undefined}${lines.length > 0 ? list : undefined}${facts.length + lines.length === 0 ? html`<p>${say(phrase('casePage.nothing'))}</p>\n` : undefined}</section>
`;
}

function tableOf(facts: NonNullable<CaseSection['facts']>, say: CasePage['say']): Html {
  return html`<table>
<tbody>
${facts.map(({ title, value }) => html`<tr><th scope="row">${say(title)}</th><td>${paragraphs(say(value))}</td></tr>\n`)}</tbody>
</table>
`;
}

/** What was typed on several lines stands on as many. */
function paragraphs(text: string): Html[] {
  return text.split(/\n+/).map((each, index) => html`${index > 0 ? html`<br>` : undefined}${each}`);
}
