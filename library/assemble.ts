import type { Block } from './block';
import type { Clause, Table } from './document';
import { fold } from './fold';
import { audienceOfHeading } from './heading';
import type { Blank } from './policy-facts';
import { readTable } from './table';

/** A bold name that opens an item: `**Staff training:** All staff …`. It heads the item rather than being part of it. */
const RUN_IN = /^\*\*([^*]{2,70}?)\s*(?::\s*\*\*|\*\*\s*:)\s*/;
const OUTER_BOLD = /^\*\*([^*]+)\*\*$/;
const OWN_NUMBER = /^(\d+(?:\.\d+)+|\(?[a-z]\)|\(?[ivx]+\))\s+(?=\S)/;

export interface Assembled {
  readonly clauses: Clause[];
  readonly tables: Table[];
  readonly blanks: Blank[];
}

interface Heading {
  readonly text: string;
  readonly level: number;
}

interface Opened {
  readonly depth: number;
  /** The words that introduce deeper items, or the bold name that heads them. */
  readonly intro?: string;
  readonly name?: string;
}

/** Puts blocks in order into clauses that know their headings, their number and the sentence that introduces them. */
export function assemble(blocks: readonly Block[]): Assembled {
  const made: Assembled = { clauses: [], tables: [], blanks: [] };
  let headings: Heading[] = [];
  let opened: Opened[] = [];

  const path = () => [...headings.map((heading) => heading.text), ...opened.flatMap((item) => item.name ?? [])];
  const namesIn = (here: readonly string[]) =>
    here.length > headings.length ? { names: here.length - headings.length } : {};
  const intro = () => opened.findLast((item) => item.intro !== undefined)?.intro;
  const add = (clause: Omit<Clause, 'id' | 'order'>) => {
    const order = made.clauses.length + 1;
    made.clauses.push({ id: `c${order}`, ...clause, order });
    return `c${order}`;
  };

  for (const block of blocks) {
    if (block.kind === 'heading') {
      headings = place(headings, { text: fold(block.text).replace(/\s*:$/, ''), level: block.level });
      opened = [];
    } else if (block.kind === 'blank') {
      made.blanks.push({ label: fold(block.label), path: path() });
    } else if (block.kind === 'table') {
      const read = readTable(block.grid, block.hasHeader);
      const table = made.tables.length;
      const introduced = intro();
      const rows = read.rows.map((row) => ({
        clause: add({
          path: path(),
          ...namesIn(path()),
          kind: 'row',
          text: row.text,
          ...(introduced === undefined ? {} : { intro: introduced }),
          ...(row.cells === undefined ? {} : { cells: row.cells }),
          ...(row.isUncertain ? { isUncertain: true } : {}),
          ...(read.columns.length > 0 ? { table } : {}),
        }),
        label: row.label,
        ...(row.values === undefined ? {} : { values: row.values }),
      }));
      if (read.columns.length > 0) made.tables.push({ path: path(), columns: read.columns, rows });
    } else {
      const depth = block.kind === 'item' ? block.depth : 0;
      opened = opened.filter((item) => item.depth < depth);
      const words = unwrap(block.text, block.kind === 'item' ? block.number : undefined);
      const introduced = block.kind === 'item' ? intro() : undefined;
      const here = words.name === undefined ? path() : [...path(), words.name];
      if (words.text !== '') {
        add({
          path: here,
          ...namesIn(here),
          ...(block.kind === 'item' ? { depth } : {}),
          ...(words.number === undefined ? {} : { number: words.number }),
          kind: block.kind,
          text: words.text,
          ...(introduced === undefined ? {} : { intro: introduced }),
        });
      }
      const opens = words.text.endsWith(':') ? { intro: words.text } : {};
      const named = words.name === undefined ? {} : { name: words.name };
      if (words.text === '' || words.text.endsWith(':')) opened.push({ depth, ...opens, ...named });
    }
  }
  return made;
}

/** Takes the number, the bold name and the bold around everything off a span; what remains is still one span. */
function unwrap(span: string, number: string | undefined): { text: string; number?: string; name?: string } {
  let text = fold(span);
  let own = number;
  const written = OWN_NUMBER.exec(text);
  if (own === undefined && written?.[1] !== undefined) {
    own = written[1].replace(/[()]/g, '');
    text = text.slice(written[0].length);
  }
  const named = RUN_IN.exec(text);
  if (named) text = text.slice(named[0].length);
  text = OUTER_BOLD.exec(text)?.[1] ?? text;
  return {
    text: text.trim(),
    ...(own === undefined ? {} : { number: own }),
    ...(named?.[1] === undefined ? {} : { name: fold(named[1]) }),
  };
}

/** A heading closes those of its own level and deeper; one that only names people stands under the last that does not. */
function place(headings: readonly Heading[], heading: Heading): Heading[] {
  const level = heading.level + (audienceOfHeading(heading.text) !== null ? 0.5 : 0);
  return [...headings.filter((above) => above.level < level), { text: heading.text, level }];
}
