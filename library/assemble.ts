import { withAmendments } from './amendments';
import type { Block } from './block';
import type { Clause, Table } from './document';
import { fold } from './fold';
import { introductions } from './introductions';
import { withNotes } from './notes';
import { type OwnWords, ownWords } from './own-words';
import type { Blank } from './policy-facts';
import { readTable } from './table';

export interface Assembled {
  readonly clauses: Clause[];
  readonly tables: Table[];
  readonly blanks: Blank[];
}

type Words = Extract<Block, { kind: 'paragraph' | 'item' | 'note' }>;

interface Heading {
  readonly text: string;
  readonly level: number;
}

/** Puts blocks in order into clauses that know their headings, their number and the sentence that introduces them. */
export function assemble(blocks: readonly Block[]): Assembled {
  const clauses: Clause[] = [];
  const tables: Table[] = [];
  const blanks: Blank[] = [];
  const open = introductions();
  let headings: readonly Heading[] = [];

  function stand(name?: string): Pick<Clause, 'path' | 'names'> {
    const names = [...open.names(), ...(name === undefined ? [] : [name])];
    const path = [...headings.map((heading) => heading.text), ...names];
    return names.length === 0 ? { path } : { path, names: names.length };
  }

  function add(clause: Omit<Clause, 'id' | 'order'>): string {
    const order = clauses.length + 1;
    clauses.push({ id: `c${order}`, ...clause, order });
    return `c${order}`;
  }

  function addTable(block: Extract<Block, { kind: 'table' }>): void {
    const read = readTable(block.grid, block.headLines ?? block.hasHeader);
    const isTable = read.columns.length > 0;
    let introduced = open.current();
    const rows = read.rows.map((row) => {
      // In columns that are no table "Pupils may:" stands as a row: what "Staff must not:" introduced ends there.
      if (!isTable && row.text.endsWith(':')) introduced = undefined;
      const intro = row.group ?? introduced;
      const clause = add({
        ...stand(),
        kind: 'row',
        text: row.text,
        ...(intro === undefined ? {} : { intro }),
        ...(row.cells === undefined ? {} : { cells: row.cells }),
        ...(row.isUncertain ? { isUncertain: true } : {}),
        ...(isTable ? { table: tables.length } : {}),
      });
      return { clause, label: row.label, ...(row.values === undefined ? {} : { values: row.values }) };
    });
    if (isTable) tables.push({ path: stand().path, columns: read.columns, rows });
  }

  /** A note that its reader has put below the words that it hangs on is introduced by them. */
  function introducedBy(block: Words, own: OwnWords, depth: number): string | undefined {
    if (block.kind === 'note')
      return block.isBelowItsWords ? clauses.findLast((clause) => clause.note === undefined)?.text : undefined;
    if (block.kind === 'paragraph') return own.note === undefined ? open.paragraph(own.text) : undefined;
    open.item(depth, own.number !== undefined, own.text);
    return open.current();
  }

  function addWords(block: Words, next: Block | undefined): void {
    const own = ownWords(block.text, block.kind === 'item' ? block.number : undefined);
    const depth = block.kind === 'item' ? block.depth : 0;
    const note = block.kind === 'note' ? block.mark : own.note;
    const intro = introducedBy(block, own, depth);
    if (own.text !== '') {
      add({
        ...stand(own.name),
        ...(block.kind === 'item' ? { depth } : {}),
        ...(own.number === undefined ? {} : { number: own.number }),
        ...(note === undefined ? {} : { note }),
        kind: block.kind === 'item' ? 'item' : 'paragraph',
        text: own.text,
        ...(intro === undefined ? {} : { intro }),
      });
    }
    const isNamed = block.kind === 'paragraph' && intro !== undefined;
    const isAboveList = block.kind === 'paragraph' && next?.kind === 'item';
    if (note === undefined && !isNamed) open.open(depth, own.text, own.name, isAboveList);
  }

  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading') {
      const text = fold(block.text);
      headings = place(headings, { text: text.replace(/\s*[:–—-]$/, ''), level: block.level });
      open.restart(text);
    } else if (block.kind === 'blank') blanks.push({ label: fold(block.label), path: stand().path });
    else if (block.kind === 'table') addTable(block);
    else addWords(block, blocks[index + 1]);
  }
  return { clauses: withAmendments(withNotes(clauses)), tables, blanks };
}

/** A heading closes those of its own level and deeper. */
function place(headings: readonly Heading[], heading: Heading): Heading[] {
  return [...headings.filter((above) => above.level < heading.level), heading];
}
