import { type Phrase, phrase } from '../cards/view';
import { type Html, html } from './html';
import { sheet } from './sheet';

/** A plain page to print: parts with a heading and lines below it. */
export interface LinesPage {
  readonly title: string;
  readonly schoolName: string;
  readonly intro: string | Phrase;
  readonly sections: readonly { readonly title: Phrase; readonly lines: readonly (string | Phrase)[] }[];
  say(words: string | Phrase): string;
}

export function linesPage({ title, schoolName, intro, sections, say }: LinesPage): Html {
  return sheet(
    `${title} · ${schoolName}`,
    html`<header>
<p class="school">${schoolName}</p>
<h1 dir="auto">${title}</h1>
<p>${say(intro)}</p>
</header>
<main>
${sections.map(
  (section) => html`<section>
<h2>${say(section.title)}</h2>
${section.lines.length > 0 ? html`<ul>\n${section.lines.map((line) => html`<li dir="auto">${say(line)}</li>\n`)}</ul>\n` : html`<p>${say(phrase('page.nothingHere'))}</p>\n`}</section>
`,
)}</main>
<footer><p>${say(phrase('page.numbersAlone'))}</p></footer>`,
  );
}
