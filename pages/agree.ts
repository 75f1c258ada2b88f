import { type Datum, type Phrase, phrase } from '../cards/view';
import type { Agreement } from '../library';
import { type AgreeForm, type FieldName, formOf } from './agree-fields';
import { agreementWords } from './agree-words';
import { type Html, html } from './html';
import { sheet } from './sheet';

export interface AgreePage extends AgreeForm {
  readonly schoolName: string;
  readonly title: string;
  readonly agreement: Agreement;
  /** Which version the words are, and of which policy. */
  readonly version: Phrase;
  /** What is kept, why, who sees it, for how long, and what one may ask: it stands above the form (N17). */
  readonly privacy: readonly Phrase[];
  /** Said first when nothing was agreed for another reason than a field. */
  readonly notice?: Phrase;
  say(datum: Datum): string;
}

const ORDER: readonly FieldName[] = ['name', 'designation', 'organisation', 'read'];

/** Somebody without an account reads the words in full and agrees. Nothing on it is run or fetched. */
export function agreePage(page: AgreePage): Html {
  const { schoolName, title, agreement, version, say } = page;
  const isWrong = page.notice !== undefined || ORDER.some((name) => page.problems[name]);
  const heading = say(phrase('agreePage.title'));
  return sheet(
    `${isWrong ? say(phrase('agreePage.problemTitle', { title: heading })) : heading} · ${schoolName}`,
    html`<header>
<p class="school">${schoolName}</p>
<h1>${heading}</h1>
<p dir="auto"><strong>${title}</strong></p>
<p>${say(version)} ${say(phrase('agreePage.minutes', { minutes: agreement.minutes }))}</p>
</header>
<main>
${problemsOf(page)}${agreementWords(agreement.heading, agreement.clauses, page)}${privacyOf(page)}${formOf(page, say)}</main>`,
  );
}

/** What has to be mended, each with the way to its field: whoever hears the page meets it first. */
function problemsOf({ notice, problems, say }: AgreePage): Html | undefined {
  const wrong = ORDER.filter((name) => problems[name]);
  if (notice) return html`<p class="doubt" role="alert">${say(notice)}</p>\n`;
  if (wrong.length === 0) return undefined;
  return html`<div class="doubt" role="alert">
<p>${say(phrase('agreePage.problems'))}</p>
<ul>
${wrong.map((name) => html`<li><a href="#${name}">${say(problems[name] ?? '')}</a></li>\n`)}</ul>
</div>
`;
}

function privacyOf({ privacy, say }: AgreePage): Html {
  return html`<section aria-labelledby="privacy">
<h2 id="privacy">${say(phrase('agreePage.privacy.title'))}</h2>
<ul>
${privacy.map((line) => html`<li>${say(line)}</li>\n`)}</ul>
</section>
`;
}
