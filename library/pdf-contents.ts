import type { Block } from './block';
import { fold } from './fold';
import type { Line } from './pdf-lines';

const CONTENTS = /^(?:table of )?contents(?: page)?:?$/i;
const LEADERS = /(?:(?:\.\s?){4,}|(?:…\s?){2,}|_{4,})\s*(?:\d{1,3}|[ivx]{1,5})$/i;
/** Lines that end in a page far to the right; so many after each other are a contents page. */
const FEWEST_LINES = 4;
/** A line of a contents list that is broken in two has its page in the second. */
const MOST_BETWEEN = 1;

/** The lines without those of contents pages, which name the sections and are not these. */
export function withoutContents(lines: readonly Line[], pages: number): Line[] {
  const leads = lines.map((line) => LEADERS.test(fold(line.text)) || isPlainEntry(line, pages));
  const drop = new Set<number>();
  for (let from = 0; from < lines.length; from += 1) {
    if (!leads[from] || drop.has(from)) continue;
    const last = endOfRun(leads, from);
    const entries = Array.from({ length: last - from + 1 }, (_, step) => from + step);
    const isDotted = entries.some((index) => LEADERS.test(fold(lines[index]?.text ?? '')));
    if (!isDotted && (entries.length < FEWEST_LINES || !isRising(entries.map((index) => lines[index])))) continue;
    for (const index of entries) drop.add(index);
    const title = lines.slice(0, from).findLastIndex((line) => CONTENTS.test(fold(line.text)));
    if (title >= from - FEWEST_LINES && title >= 0) drop.add(title);
  }
  return lines.filter((_, index) => !drop.has(index));
}

/** The blocks without a contents list that names no pages: below its heading, nothing but the names of later headings. */
export function withoutContentsList(blocks: readonly Block[]): Block[] {
  const from = blocks.findIndex((block) => block.kind === 'heading' && CONTENTS.test(fold(block.text)));
  if (from < 0) return [...blocks];
  const names = new Set(
    blocks.slice(from + 1).flatMap((block) => (block.kind === 'heading' ? [bare(block.text)] : [])),
  );
  const rest = blocks.slice(from + 1);
  const length = rest.findIndex(
    (block) => block.kind === 'heading' || !('text' in block) || !names.has(bare(block.text)),
  );
  return length > 0 ? [...blocks.slice(0, from), ...rest.slice(length)] : [...blocks];
}

function bare(text: string): string {
  return fold(text)
    .toLowerCase()
    .replace(/^[\d.]+[.)]?\s+|[\s:.]+$|\s+\d{1,3}$/g, '');
}

function endOfRun(leads: readonly boolean[], from: number): number {
  let last = from;
  for (let next = from + 1; next < leads.length && next - last <= MOST_BETWEEN + 1; next += 1)
    if (leads[next]) last = next;
  return last;
}

/** `Aims` and, at the far right, `3`. */
function isPlainEntry(line: Line, pages: number): boolean {
  const last = line.pieces.at(-1);
  return (
    line.pieces.length > 1 && last !== undefined && /^\d{1,3}$/.test(last.text.trim()) && Number(last.text) <= pages
  );
}

function isRising(lines: readonly (Line | undefined)[]): boolean {
  const numbers = lines.flatMap((line) => /(\d{1,3})$/.exec(line?.text.trim() ?? '')?.[1] ?? []).map(Number);
  return numbers.every((number, index) => number >= (numbers[index - 1] ?? 0));
}
