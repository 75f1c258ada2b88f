import type { Element, Nodes } from 'hast';
import { isAside } from './html-asides';
import { attribute } from './html-attributes';

/** What is not read aloud: programs, pictures, controls, and what a browser fetches from elsewhere. */
const NO_WORDS = new Set(
  'audio button canvas datalist dialog embed frame frameset head iframe img map math meter noembed noframes noscript object picture progress script select style svg template textarea title video'.split(
    ' ',
  ),
);
/** The frame of a web site around the policy. */
const FRAME = new Set(['aside', 'footer', 'nav']);
const FRAME_ROLES = /^(?:alertdialog|banner|complementary|contentinfo|dialog|navigation|search)$/;
const BLOCKS = new Set(
  'address article blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const BOLD = new Set(['b', 'strong']);
/** Words that are struck out no longer count. */
const STRUCK = new Set(['del', 's', 'strike']);
const LOOKS_HIDDEN = /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i;
const LOOKS_STRUCK = /text-decoration(?:-line)?\s*:[^;]{0,80}line-through/i;
/** Kept for those who listen to a page, or shifted off its edge. */
const LOOKS_CLIPPED =
  /\bclip\s*:\s*rect\(\s*[01](?:px)?[\s,]|clip-path\s*:\s*inset\(\s*(?:50|100)%|(?:^|[;\s])(?:left|top|text-indent)\s*:\s*-\d{4}/i;
/** No size at all, and no colour at all; `0.9em` is a size. */
const LOOKS_ABSENT = /(?:^|[;\s])(?:font-size|opacity)\s*:\s*0*(?:\.0+|0)(?:[a-z]+|%)?\s*(?:[;!]|$)/i;
/** Word writes `mso-bidi-font-weight` beside it, which speaks of other scripts. */
const LOOKS_BOLD = /(?:^|[;\s])font-weight\s*:\s*(?:bold|[6-9]00)/i;
const LOOKS_PLAIN = /(?:^|[;\s])font-weight\s*:\s*(?:normal|[1-4]00)/i;
const LOOKS_UNDERLINED = /text-decoration[^;]{0,80}underline/i;

export { attribute, wholeNumber } from './html-attributes';

export function isElement(node: Nodes): node is Element {
  return node.type === 'element';
}

/** Whether a style, as in `style="…"`, hides words from every reader or strikes them out. */
export function leavesOut(style: string): boolean {
  const bare = withoutComments(style);
  return [LOOKS_HIDDEN, LOOKS_STRUCK, LOOKS_ABSENT, LOOKS_CLIPPED].some((looks) => looks.test(bare));
}

/** Style sheets and styles without their remarks; one that never ends goes on to the end. */
export function withoutComments(style: string): string {
  const [first = '', ...others] = style.split('/*');
  return [first, ...others.map((part) => (part.includes('*/') ? part.slice(part.indexOf('*/') + 2) : ''))].join(' ');
}

/** Whether nobody reads the words in it as part of the policy: hidden, struck out, or of the web site around it. */
export function isLeftOut(element: Element): boolean {
  if ([NO_WORDS, STRUCK, FRAME].some((names) => names.has(element.tagName))) return true;
  if (FRAME_ROLES.test(attribute(element, 'role') ?? '')) return true;
  if (attribute(element, 'hidden') !== undefined || attribute(element, 'ariaHidden') === 'true') return true;
  return isAside(element) || leavesOut(attribute(element, 'style') ?? '');
}

/** Whether the words in it stand apart from those before and after, as a paragraph does. */
export function isBlock(element: Element): boolean {
  return BLOCKS.has(element.tagName);
}

/** Whether the words in it are printed bold, given how those around it are printed. */
export function isBold(element: Element, isBoldAround: boolean): boolean {
  const style = attribute(element, 'style') ?? '';
  if (LOOKS_PLAIN.test(style)) return false;
  return isBoldAround || BOLD.has(element.tagName) || LOOKS_BOLD.test(style);
}

export function isUnderlined(element: Element): boolean {
  return element.tagName === 'u' || LOOKS_UNDERLINED.test(attribute(element, 'style') ?? '');
}

/** 1 to 6 for `h1` to `h6`, null for anything else. */
export function headingLevel(element: Element): number | null {
  const level = /^h([1-6])$/.exec(element.tagName)?.[1];
  return level === undefined ? null : Number(level);
}

/** Whether an element holds another one with such a name, at any depth. */
export function holds(element: Element, names: readonly string[]): boolean {
  return element.children.some(
    (child) => isElement(child) && (names.includes(child.tagName) || (!isLeftOut(child) && holds(child, names))),
  );
}
