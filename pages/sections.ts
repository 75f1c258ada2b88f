import { type Datum, phrase } from '../cards/view';
import { type Html, html } from './html';

/** One part of a page that is printed: what is known as a list of facts, what was said or done as lines. */
export interface Section {
  readonly title: Datum;
  readonly facts?: readonly { readonly title: Datum; readonly value: Datum }[];
  readonly lines?: readonly Datum[];
  /** Lines are counted, as entries of a chronology are. */
  readonly isCounted?: true;
}

export function sectionOf({ title, facts = [], lines = [], isCounted }: Section, say: (datum: Datum) => string): Html {
  const items = lines.map((line) => html`<li>${paragraphs(say(line))}</li>\n`);
  const list = isCounted ? html`<ol>\n${items}</ol>\n` : html`<ul>\n${items}</ul>\n`;
  return html`<section>
<h2>${say(title)}</h2>
${facts.length > 0 ? tableOf(facts, say) : undefined}${lines.length > 0 ? list : undefined}${facts.length + lines.length === 0 ? html`<p>${say(phrase('casePage.nothing'))}</p>\n` : undefined}</section>
`;
}

function tableOf(facts: NonNullable<Section['facts']>, say: (datum: Datum) => string): Html {
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
