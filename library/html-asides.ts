import type { Element } from 'hast';
import { attribute } from './html-attributes';

/** What Word puts beside the text when it saves a web page: remarks, running heads and feet, the rule above the notes. */
const WORD_BESIDE =
  /mso-element\s*:\s*(?:comment|comment-list|header|footer|(?:foot|end)note-(?:separator|continuation-separator|continuation-notice))\b/i;
/**
 * Names by which web sites keep words for those who listen, lead past or around the page, or ask about cookies. Their
 * style sheets lie elsewhere, so that the name is all there is to go by. Without an end to what stands before it, a name
 * of nothing but such words would take the square of its length.
 */
const BESIDE =
  /^(?:sr-only|screen-reader-text|(?:govuk-)?visually-?hidden|skip-?(?:link|to-content|nav)|breadcrumbs?|msocom\w+|MsoCommentReference|MsoToc\w*|CybotCookiebotDialog\w*|onetrust-[\w-]+|cc-(?:window|banner)|\w{0,40}cookie[-_]?(?:banner|bar|consent|notice|message|popup|modal|dialog|law|warning|overlay|control)[\w-]*)$/i;
/** LibreOffice names so what it printed at the edge of each page. */
const EDGES = /^(?:header|footer)$/;

/** Whether an element holds what belongs to the paper or to the web site and not to the policy, by its name. */
export function isAside(element: Element): boolean {
  if (element.tagName === 'div' && EDGES.test(attribute(element, 'title') ?? '')) return true;
  if (WORD_BESIDE.test(attribute(element, 'style') ?? '')) return true;
  const names = `${attribute(element, 'className') ?? ''} ${attribute(element, 'id') ?? ''}`.trim();
  return names !== '' && names.split(' ').some((name) => BESIDE.test(name));
}
