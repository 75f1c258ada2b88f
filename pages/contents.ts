import { phrase } from '../cards/view';
import { type Html, html } from './html';
import type { Section } from './outline';
import type { Reader } from './reader';

/** Where every way back leads. */
export const CONTENTS = 'contents';

interface Entry {
  readonly section: Section;
  readonly below: Section[];
}

/** Links to the headings, two levels of them: a list of all would be as long as the policy. Undefined without headings. */
export function contentsOf(sections: readonly Section[], { say }: Reader): Html | undefined {
  const entries: Entry[] = [];
  for (const section of sections) {
    if (section.heading === undefined || section.path.length > 2) continue;
    const above = entries.at(-1);
    if (section.path.length === 2 && above) above.below.push(section);
    else entries.push({ section, below: [] });
  }
  if (entries.length === 0) return undefined;
  return html`<nav aria-labelledby="${CONTENTS}">
<h2 id="${CONTENTS}" tabindex="-1">${say(phrase('page.contents'))}</h2>
<ul>
${entries.map(
  ({ section, below }) =>
    html`<li${numberedOf(section)}>${linkTo(section)}${below.length > 0 ? html`<ul>${below.map((each) => html`<li${numberedOf(each)}>${linkTo(each)}</li>`)}</ul>` : undefined}</li>\n`,
)}</ul>
</nav>`;
}

function linkTo({ id, heading }: Section): Html {
  return html`<a href="#${id}" dir="auto">${heading}</a>`;
}

/** A heading that has a number of its own needs no mark before it. */
function numberedOf({ heading = '' }: Section): Html | undefined {
  return /^\s*(?:\(?(?:\d+|[a-z]|[ivx]+)[.):]|\d+\b|(?:appendix|annex|part|section)\b)/i.test(heading)
    ? html` data-numbered`
    : undefined;
}
