import { fold } from './fold';
import { isAppendix } from './heading';
import { type Line, linesOf } from './pdf-lines';
import type { Page, Run } from './pdf-page';

/** Running heads stand in the upper part of a page, feet in the lower one. As parts of its height. */
const HEAD = 0.16;
const FOOT = 0.86;
/** The same line on the next page stands within so many points of this place. */
const SAME_PLACE = 8;
const PAGE_NUMBER = /^(?:page|p\.?)?\s*[-–—|\s]*\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?[-–—|\s]*$/i;
/** Word prints the remarks of reviewers beside the text; they are not the policy's words. */
const BALLOON = /^\s*(?:Commented|Comment|Formatted|Deleted)\s?(?:\[[A-Z]|:)/;

/** The pages without what belongs to the paper: running heads and feet, page numbers, remarks in the margin. */
export function withoutFurniture(pages: readonly Page[]): Page[] {
  const bare = pages.map(withoutBalloons);
  const edges = bare.map((page) => linesOf(page.runs, page).filter((line) => isAtEdge(line, page)));
  return bare.map((page, index) => {
    const running = (edges[index] ?? []).filter(
      (line) => isPageNumber(line, page, edges[index] ?? []) || repeats(line, index, edges),
    );
    if (running.length === 0) return page;
    return { ...page, runs: page.runs.filter((run) => !running.some((line) => isOf(line, run))) };
  });
}

function isAtEdge(line: Line, page: Page): boolean {
  return line.baseline < page.height * HEAD || line.baseline > page.height * FOOT;
}

/** A number alone in the outermost line of a page. */
function isPageNumber(line: Line, page: Page, edge: readonly Line[]): boolean {
  if (!PAGE_NUMBER.test(fold(line.text))) return false;
  const isAbove = line.baseline < page.height / 2;
  return edge.every((other) => (isAbove ? other.baseline >= line.baseline - 30 : other.baseline <= line.baseline + 30));
}

/** On two pages of a short document, and on three of a longer one, the same words stand at the same height. */
function repeats(line: Line, index: number, edges: readonly (readonly Line[])[]): boolean {
  const enough = edges.length <= 3 ? 2 : 3;
  const shape = shapeOf(line, index);
  const pages = edges.filter((lines, other) =>
    lines.some((each) => Math.abs(each.baseline - line.baseline) < SAME_PLACE && shapeOf(each, other) === shape),
  );
  return pages.length >= enough && !isAppendix(line.text);
}

/** The words, in which a number that counts with the pages is no difference: `Page 3 of 9`, `3 | Behaviour policy`. */
function shapeOf(line: Line, index: number): string {
  return fold(line.text)
    .toLowerCase()
    .replace(/\b\d{1,3}\b/g, (number) =>
      Math.abs(Number(number) - index) <= 3 ? `page${Number(number) - index}` : number,
    );
}

function isOf(line: Line, run: Run): boolean {
  return (
    run.turned === undefined &&
    Math.abs(run.baseline - line.baseline) <= line.size * 0.65 &&
    run.left >= line.left - 1 &&
    run.right <= line.right + 1
  );
}

function withoutBalloons(page: Page): Page {
  const balloons = page.runs.filter((run) => BALLOON.test(run.text) && run.left > page.width / 2);
  if (balloons.length === 0) return page;
  const edge = Math.min(...balloons.map((run) => run.left)) - 3;
  return { ...page, runs: page.runs.filter((run) => run.left < edge) };
}
