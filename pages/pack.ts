import { type Datum, phrase } from '../cards/view';
import { type Html, html } from './html';
import { type Section, sectionOf } from './sections';
import { sheet } from './sheet';

export interface Pack {
  readonly schoolName: string;
  readonly madeOn: string;
  readonly sections: readonly Section[];
  say(datum: Datum): string;
}

/** All that is kept about one person, to print once somebody has read it: nothing in it is fetched, run, or a link. */
export function packPage({ schoolName, madeOn, sections, say }: Pack): Html {
  const title = say(phrase('pack.title'));
  return sheet(
    `${title} · ${schoolName}`,
    html`<header>
<p class="school">${schoolName}</p>
<h1>${title}</h1>
<p>${say(phrase('pack.madeOn', { day: madeOn }))}</p>
<p class="doubt">${say(phrase('pack.readFirst'))}</p>
</header>
<main>
${sections.map((section) => sectionOf(section, say))}</main>
<footer><p>${say(phrase('pack.rest'))}</p></footer>`,
  );
}
