import { fold } from './fold';

const PAGE_NUMBER = /^(?:(?:page|tudalen)\s*)?[-–—|\s]*\d{1,3}(?:\s*(?:of|o|\/)\s*\d{1,3})?[-–—|\s]*$/i;
/** It looks for four dots and no more, so that a line of nothing but dots is gone through once. */
const CONTENTS_LINE = /(?:\.{4}|…{2}|(?:\. ){4}\.?|_{4})\s*\d{1,3}$/;
const CONTENTS = /^(?:(?:table of )?contents(?: page)?|cynnwys):?$/i;
/** Word prints what colleagues remarked into the margin: "Commented [AB1]: …". */
const BALLOON = /(?<!\S ?)Comment(?:ed)? \[[A-Z]{1,4}\d+(?:R\d+)?\]:.*$/;
/** A number that says which page it is, in a line that is otherwise the same on each. */
const PAGE_OF = /\b(?:page|pg|p\.)\s*\d+|\|\s*\d+\s*$|^\d+\s*\|/i;
const LONGEST = 90;
const LONGEST_ENTRY = 300;
const OFTEN = 4;
const OFTEN_AT_EDGES = 3;

/**
 * Takes out of a text what belongs to the paper and not to the policy: page numbers, contents pages, running heads and
 * feet, remarks in the margin. Line breaks stay, and so do all words of the policy in their order.
 */
export function withoutFurniture(source: string): string {
  const pages = source.split('\f').map((page) => page.split(/\r\n|[\n\r\u2028\u2029]/));
  const running = runningLines(pages);
  const isEntry = contentsEntries(pages.flat());
  let at = -1;
  const kept = (line: string): string[] => {
    at += 1;
    return isEntry.has(at) || isFurniture(line, running) ? [] : [line.replace(BALLOON, '')];
  };
  return pages.map((lines) => lines.flatMap(kept).join('\n')).join('\f');
}

function isFurniture(line: string, running: ReadonlySet<string>): boolean {
  const text = fold(line);
  if (text === '' || text.length > LONGEST_ENTRY) return false;
  return PAGE_NUMBER.test(text) || CONTENTS_LINE.test(text) || CONTENTS.test(text) || running.has(keyOf(text));
}

/** Below the word "Contents": lines that end in a page number, or that stand again further down as a heading. */
function contentsEntries(lines: readonly string[]): ReadonlySet<number> {
  const texts = lines.map((line) => fold(line));
  const start = texts.findIndex((text) => CONTENTS.test(text));
  const entries = new Set<number>();
  if (start < 0) return entries;
  const last = new Map(texts.map((text, index) => [nameOf(text), index] as const));
  for (let index = start + 1; index < texts.length; index += 1) {
    const text = texts[index] ?? '';
    const isEntry = /\D\d{1,3}$/.test(text) || (last.get(nameOf(text)) ?? index) > index;
    if (text !== '' && !isEntry) break;
    if (text !== '') entries.add(index);
  }
  return entries;
}

/** A heading without its number and without the page where it stands. */
function nameOf(text: string): string {
  return text
    .replace(/^\d+(?:\.\d+)*[.)]?\s+|[\s.…]*\d{1,3}$/g, '')
    .replace(/:$/, '')
    .toLowerCase();
}

/** Short lines that come back again and again, or at the edge of several pages. */
function runningLines(pages: readonly (readonly string[])[]): Set<string> {
  const seen = new Map<string, number>();
  const atEdge = new Map<string, number>();
  const count = (counts: Map<string, number>, line: string) => counts.set(line, (counts.get(line) ?? 0) + 1);
  for (const page of pages) {
    const lines = page.filter(mayRun).map((line) => keyOf(fold(line)));
    for (const line of lines) count(seen, line);
    const whole = page.filter((line) => line.trim() !== '');
    for (const line of new Set([...whole.slice(0, 2), ...whole.slice(-2)].filter(mayRun)))
      count(atEdge, keyOf(fold(line)));
  }
  return new Set([
    ...[...seen].flatMap(([line, times]) => (times >= OFTEN ? [line] : [])),
    ...[...atEdge].flatMap(([line, times]) => (times >= OFTEN_AT_EDGES ? [line] : [])),
  ]);
}

/** A running line is short and of words; an item, a row of cells or a label to fill in repeats for a better reason. */
function mayRun(line: string): boolean {
  const text = line.trim();
  if (text === '' || text.length > LONGEST || text.endsWith(':') || text.includes('\t') || /^\|.*\|$/.test(text))
    return false;
  return /^\p{L}|^["“©(]|^\d+ ?\|/u.test(text) && !/^(?:o|[a-z]|\(?[ivx]+\)|[a-z][.)])\s/.test(text);
}

function keyOf(text: string): string {
  return PAGE_OF.test(text) ? text.replace(/\d+/g, '#') : text;
}
