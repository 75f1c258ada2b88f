import { type Datum, phrase } from '../cards/view';
import { type Html, html } from './html';
import { qrOf } from './qr';
import { sheet } from './sheet';

export interface AgreePoster {
  readonly schoolName: string;
  readonly title: string;
  readonly address: string;
  /** The last day on which the code works, in words. */
  readonly until: string;
  say(datum: Datum): string;
}

/** One sheet of paper for the desk. */
export function agreePoster({ schoolName, title, address, until, say }: AgreePoster): Html {
  const heading = say(phrase('agreePage.poster.title'));
  return sheet(
    `${heading} · ${schoolName}`,
    html`<main class="poster">
<p class="school">${schoolName}</p>
<h1>${heading}</h1>
<p dir="auto"><strong>${title}</strong></p>
${qrOf(address, say(phrase('agreePage.poster.code')))}
<p>${say(phrase('agreePage.poster.how'))}</p>
<p>${say(phrase('agreePage.poster.orType'))} <span class="address">${address}</span></p>
<p>${say(phrase('agreePage.poster.orAsk'))}</p>
<p class="school">${say(phrase('agreePage.poster.until', { day: until }))}</p>
<p class="on-screen">${say(phrase('agreePage.poster.print'))}</p>
</main>`,
  );
}
