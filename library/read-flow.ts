import { assemble } from './assemble';
import { type Flow, wordsIn } from './flow';
import { fold } from './fold';
import { outlineOf } from './outline';
import type { ReadFile } from './why-unread';

const OPENING = 20;
/** Paragraphs, items and headings: a policy of 500 pages has some thousands. */
const MOST_BLOCKS = 20_000;
const FIRST_HEADINGS = 3;

/** Makes a policy of what a page shows, whether it was written for the web, in Word or in Markdown. */
export function readFlow(flow: readonly Flow[]): ReadFile {
  if (flow.length > MOST_BLOCKS) return { ok: false, why: 'too large' };
  const title = titleOf(flow);
  const blocks = outlineOf(title === undefined ? flow : flow.filter((found) => found !== title));
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])).slice(0, FIRST_HEADINGS);
  const opening = blocks.slice(0, OPENING).flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
  const candidates = title === undefined ? [...headings, ...opening] : [wordsIn([title]), ...headings];
  return { ok: true, ...assemble(blocks), titleCandidates: candidates.map(fold) };
}

/** The heading that is the title: the one above all others, or the only one of the first level if it comes first. */
function titleOf(flow: readonly Flow[]): Flow | undefined {
  const headings = flow.flatMap((found) => (found.is === 'heading' ? [found] : []));
  const [first] = headings;
  const highest = headings.filter(({ level }) => level <= 1);
  return first !== undefined && (first.level === 0 || (first.level === 1 && highest.length === 1)) ? first : undefined;
}
