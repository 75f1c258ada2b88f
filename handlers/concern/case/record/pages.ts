import type { Datum } from '../../../../cards/view';

export interface Part {
  readonly title: Datum;
  readonly lines: readonly { readonly line: Datum }[];
}

/** Characters a card: Slack takes 13,200 in one message, and a phrase says a little more than what fills it in. */
const MOST = 8000;
/** Lines and titles a card: Slack takes 50 blocks in one message. */
const MOST_LINES = 32;

/** Parts on as many cards as they need: split between lines, never cut. A part that goes on has its title again. */
export function pagesOf(parts: readonly Part[]): Part[][] {
  const pages: Part[][] = [[]];
  let size = 0;
  let lines = 0;
  for (const { title, lines: all } of parts) {
    let open: { line: Datum }[] = [];
    pages.at(-1)?.push({ title, lines: open });
    lines += 1;
    for (const each of all) {
      const length = JSON.stringify(each.line).length;
      const isFull = size + length > MOST || lines >= MOST_LINES;
      if (isFull && size > 0) {
        open = [];
        pages.push([{ title, lines: open }]);
        size = 0;
        lines = 1;
      }
      open.push(each);
      size += length;
      lines += 1;
    }
  }
  return pages.map((page) => page.filter((part) => part.lines.length > 0)).filter((page) => page.length > 0);
}
