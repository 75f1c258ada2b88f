/** Elements that hold no others, or that the next one of their kind closes: they never nest by themselves. */
const NEVER_NEST = new Set(
  'area base br col colgroup dd dt embed hr img input li link meta option p param source tbody td tfoot th thead tr track wbr'.split(
    ' ',
  ),
);
const TAG = /<(\/?)([a-z][a-z0-9:-]*)/gi;

/** Deeper than any page of a school; browsers stop at 512. */
const DEEPEST = 400;
/** Every tag costs a parser as much as there are elements open at it. A policy of 500 pages stays below a tenth. */
const MOST_WORK = 30_000_000;
/** Each tag costs the parser and all that follow it; a policy of 500 pages as Word writes them has half as many. */
const MOST_TAGS = 250_000;

/** Whether a page is nested so deeply, or leaves so much open, that parsing it would take minutes or end in a crash. */
export function isNestedBeyondSense(html: string): boolean {
  const open = new Map<string, number>();
  let depth = 0;
  let work = 0;
  let tags = 0;
  for (const [, slash, tag = ''] of html.matchAll(TAG)) {
    const name = tag.toLowerCase();
    work += depth;
    tags += 1;
    if (work > MOST_WORK || tags > MOST_TAGS) return true;
    if (NEVER_NEST.has(name)) continue;
    const count = open.get(name) ?? 0;
    if (slash === '') {
      open.set(name, count + 1);
      depth += 1;
      if (depth > DEEPEST) return true;
    } else if (count > 0) {
      open.set(name, count - 1);
      depth -= 1;
    }
  }
  return false;
}
