import { phrase } from '../cards/view';
import type { HeldPolicy } from '../library';
import { bodyOf } from './body';
import { CONTENTS, contentsOf } from './contents';
import { type Html, html } from './html';
import { ASKED } from './link';
import { outlineOf, type Section } from './outline';
import type { Reader } from './reader';
import { sheet } from './sheet';
import type { Standing } from './standing';
import { dayInWords } from './words';

export interface PolicyPage extends Reader {
  readonly held: HeldPolicy;
  readonly schoolName: string;
  readonly standing: Standing;
  /** Another version took the place of the one that the link was made for. */
  readonly isReplaced: boolean;
}

/** A policy in full: what it is and how it stands, its contents, and every clause in its own words. */
export function policyPage(page: PolicyPage): Html {
  const { held, schoolName, say } = page;
  const sections = outlineOf(held.document);
  const body = bodyOf(held.document, page);
  const contents = contentsOf(sections, page);
  const isAsked = held.document.clauses.some(({ id }) => id === page.asked);
  return sheet(
    `${held.policy.title} · ${schoolName}`,
    html`${isAsked ? html`<a class="skip" href="#${ASKED}">${say(phrase('page.toAsked'))}</a>` : undefined}
<header>
<p class="school">${schoolName}</p>
<h1 dir="auto">${held.policy.title}</h1>
${standingOf(page)}
</header>
${contents}
<main>
${sections.map((section) => [headingOf(section), body(section), blanksOf(section, page)])}
${contents && html`<p class="back"><a href="#${CONTENTS}">${say(phrase('page.back'))}</a></p>`}
</main>
<footer><p>${say(phrase('page.origin'))}</p></footer>`,
  );
}

/** Doubt comes first: a date that is past, and words that were replaced (P10). */
function standingOf({ standing, isReplaced, say }: PolicyPage): Html[] {
  const { version, overdue, reviewOn } = standing;
  const review = reviewOn === undefined || overdue ? [] : [phrase('page.review', { day: dayInWords(reviewOn) })];
  return [...(isReplaced ? [phrase('page.replaced')] : []), ...(overdue ? [overdue] : [])]
    .map((doubt) => html`<p class="doubt">${say(doubt)}</p>\n`)
    .concat([version, ...review].map((line) => html`<p>${say(line)}</p>\n`));
}

/** The policy's own title stands above: its first headings are of the second level, and there is no seventh. */
function headingOf({ id, heading, path }: Section): Html | undefined {
  if (heading === undefined) return undefined;
  const level = Math.min(path.length + 1, 6);
  return html`<h${level} id="${id}" tabindex="-1" dir="auto">${heading}</h${level}>\n`;
}

function blanksOf({ blanks }: Section, { say }: Reader): Html[] {
  return blanks.map(
    ({ label }) =>
      html`<p class="blank"><span dir="auto">${label}</span> <span class="unseen">${say(phrase('page.blank'))}</span></p>\n`,
  );
}
