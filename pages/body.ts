import type { Clause, PolicyDocument } from '../library';
import { boldNames } from './bold-names';
import { type Html, html } from './html';
import { listOf } from './lists';
import type { Section } from './outline';
import { markOf, type Reader } from './reader';
import { tableOf } from './table';
import { wordsOf } from './words';

type Names = ReadonlyMap<string, readonly string[]>;

/** What stands below the headings of a document: paragraphs, lists and tables, in reading order. */
export function bodyOf(document: PolicyDocument, reader: Reader): (section: Section) => Html[] {
  const standing = wordsThatStand(document);
  const groupOf = ({ intro }: Clause) => (intro === undefined || standing.has(intro) ? undefined : intro);

  function partOf(run: readonly Clause[], names: Names, { heading }: Section): Html | Html[] {
    const [first] = run;
    if (first?.kind === 'item') return listOf(run, names, reader);
    const table = first?.table === undefined ? undefined : document.tables[first.table];
    if (!first || !table) return run.map((clause) => paragraph(clause, names, reader));
    const name = (names.get(first.id) ?? []).join(': ');
    return [
      ...(name === '' ? [] : [html`<p><b>${name}:</b></p>\n`]),
      tableOf({ table, clauses: run, title: name || (heading ?? document.title), groupOf }, reader),
    ];
  }

  return (section) => {
    const names = boldNames(section.clauses);
    return runsOf(section.clauses).flatMap((run) => partOf(run, names, section));
  };
}

function paragraph(clause: Clause, names: Names, reader: Reader): Html {
  return html`<p${markOf(clause, reader)}>${wordsOf(clause, names.get(clause.id) ?? [], reader)}</p>\n`;
}

/** Clauses that belong together: items of one list, rows of one table, or a paragraph by itself. */
function runsOf(clauses: readonly Clause[]): Clause[][] {
  const runs: Clause[][] = [];
  for (const clause of clauses) {
    const last = runs.at(-1);
    if (last?.[0] && isSameRun(last[0], clause)) last.push(clause);
    else runs.push([clause]);
  }
  return runs;
}

function isSameRun(one: Clause, other: Clause): boolean {
  return one.kind === other.kind && one.kind !== 'paragraph' && one.table === other.table;
}

/** Every sentence and heading that the page shows anyway: what introduces a row and is none of them is shown with the row. */
function wordsThatStand({ clauses }: Pick<PolicyDocument, 'clauses'>): Set<string> {
  const standing = new Set<string>();
  for (const { text, path } of clauses) {
    standing.add(text);
    for (const heading of path) standing.add(heading).add(`${heading}:`);
  }
  return standing;
}
