import type { Clause } from '../library';

/**
 * The names in bold that are to be written before a clause, by its id: each name once, and not again before what
 * stands below it. A name alone ("Staff training:") is no clause, so the first clause below it brings it along.
 */
export function boldNames(clauses: readonly Clause[]): ReadonlyMap<string, readonly string[]> {
  const written = new Map<string, readonly string[]>();
  let open: { readonly depth: number; readonly names: readonly string[] }[] = [];
  for (const clause of clauses) {
    const depth = clause.kind === 'row' ? Number.POSITIVE_INFINITY : (clause.depth ?? 0);
    const names = clause.names === undefined ? [] : clause.path.slice(-clause.names);
    const above = open.findLast((each) => each.depth < depth)?.names ?? [];
    const beside = open.find((each) => each.depth === depth)?.names ?? above;
    const known = isBelow(names, beside) ? beside : isBelow(names, above) ? above : [];
    if (names.length > known.length) written.set(clause.id, names.slice(known.length));
    open = [...open.filter((each) => each.depth < depth), { depth, names }];
  }
  return written;
}

function isBelow(names: readonly string[], above: readonly string[]): boolean {
  return above.every((name, index) => name === names[index]);
}
