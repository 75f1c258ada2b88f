import type { Clause } from '../library';
import { type Html, html } from './html';
import { markOf, type Reader } from './reader';
import { wordsOf } from './words';

/** Deeper than this a list only grows narrower; browsers give up at a few hundred. */
const DEEPEST = 8;

interface Item {
  readonly clause: Clause;
  readonly depth: number;
  readonly below: Item[];
}

/** Items in a row as a list, those that stand deeper inside the ones above them. */
export function listOf(
  clauses: readonly Clause[],
  names: ReadonlyMap<string, readonly string[]>,
  reader: Reader,
): Html {
  const items: Item[] = [];
  let open: Item[] = [];
  for (const clause of clauses) {
    const depth = Math.min(clause.depth ?? 1, DEEPEST);
    open = open.filter((above) => above.depth < depth);
    const item = { clause, depth, below: [] };
    (open.at(-1)?.below ?? items).push(item);
    open.push(item);
  }
  return written(items, names, reader);
}

function written(items: readonly Item[], names: ReadonlyMap<string, readonly string[]>, reader: Reader): Html {
  return html`<ul>
${items.map(
  ({ clause, below }) => html`<li${clause.number === undefined ? undefined : html` data-numbered`}>
<div${markOf(clause, reader)}>${wordsOf(clause, names.get(clause.id) ?? [], reader)}</div>${below.length > 0 ? written(below, names, reader) : undefined}</li>
`,
)}</ul>
`;
}
