import { type Datum, phrase } from '../cards/view';
import { type Html, html } from './html';
import { sheet } from './sheet';

export interface AgreeReceipt {
  readonly schoolName: string;
  readonly facts: readonly { readonly title: Datum; readonly value: Datum }[];
  /** The exact words, one clause a line. */
  readonly text: string;
  say(datum: Datum): string;
}

/** The proof of whoever agreed on a page: the reference, when, and to which words. */
export function agreeReceipt({ schoolName, facts, text, say }: AgreeReceipt): Html {
  const title = say(phrase('agreePage.receipt.title'));
  return sheet(
    `${title} · ${schoolName}`,
    html`<header>
<p class="school">${schoolName}</p>
<h1>${title}</h1>
<p>${say(phrase('agreePage.receipt.shownTo'))}</p>
</header>
<main>
<dl>
${facts.map((fact) => html`<div><dt>${say(fact.title)}</dt><dd dir="auto">${say(fact.value)}</dd></div>\n`)}</dl>
<section aria-labelledby="words">
<h2 id="words">${say(phrase('agreePage.receipt.words'))}</h2>
${text.split('\n').map((line) => html`<p dir="auto">${line}</p>\n`)}</section>
</main>
<footer><p>${say(phrase('agreePage.receipt.close'))}</p></footer>`,
  );
}
