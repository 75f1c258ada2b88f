import { createHash } from 'node:crypto';
import type { Clause, FoundClause, HeldPolicy } from '../library';
import type { Desk } from './capability';

/** A clause with the policy that it stands in. */
export interface Placed {
  readonly held: HeldPolicy;
  readonly clause: Clause;
}

type Shelf = Pick<Desk, 'library'>;

export function placed({ policy, clause }: Pick<FoundClause, 'policy' | 'clause'>, { library }: Shelf): Placed[] {
  const held = library.policy(policy);
  return held ? [{ held, clause }] : [];
}

/** What a button carries for a clause. The hash tells an old card from the policy that has been replaced since. */
export function refOf({ held, clause }: Placed): string {
  return `${held.policy.id}:${clause.id}:${printOf(clause)}`;
}

/** The clause behind a reference; undefined when the policy no longer says this there. */
export function resolve(ref: string, { library }: Shelf): Placed | undefined {
  const [policy = '', id = '', print = ''] = ref.split(':');
  const held = library.policy(policy);
  const clause = library.clause(policy, id);
  return held && clause && printOf(clause) === print ? { held, clause } : undefined;
}

/**
 * The clause behind a reference that was kept for long: the same words, wherever a newer version has them. Undefined when
 * it has them no more, or in several places, for then nobody knows which was meant.
 */
export function resolveAnywhere(ref: string, shelf: Shelf): Placed | undefined {
  const [policy = '', , print = ''] = ref.split(':');
  const held = shelf.library.policy(policy);
  const [again, ...others] = held?.document.clauses.filter((clause) => printOf(clause) === print) ?? [];
  return resolve(ref, shelf) ?? (held && again && others.length === 0 ? { held, clause: again } : undefined);
}

/** The rule of one row, column by column; undefined for a clause that is no row, or one whose cells are uncertain. */
export function cellsOf({ held, clause }: Placed): { column: string; mark: string }[] | undefined {
  const table = clause.table === undefined ? undefined : held.document.tables[clause.table];
  const values = table?.rows.find((row) => row.clause === clause.id)?.values;
  if (clause.isUncertain || !table || !values) return undefined;
  return table.columns.map((column, index) => ({ column, mark: values[index] ?? '' }));
}

/** The same words mean another thing under another introduction, and a row means what its columns say. */
function printOf({ text, intro, path, cells }: Clause): string {
  const words = JSON.stringify([text, intro ?? '', path.at(-1) ?? '', cells ?? []]);
  return createHash('sha256').update(words).digest('hex').slice(0, 8);
}
