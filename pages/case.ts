import { type Datum, phrase } from '../cards/view';
import { type Html, html } from './html';
import { type Section, sectionOf } from './sections';
import { sheet } from './sheet';

export interface CasePage {
  readonly ref: string;
  readonly schoolName: string;
  readonly kind: Datum;
  readonly sections: readonly Section[];
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
