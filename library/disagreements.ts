import type { Clause } from './document';
import type { FoundClause, HeldPolicy } from './found';
import { rowsThatDisagree } from './rows-that-disagree';

/** Knows, for a clause that was found, the clause of the same policy that settles the same matter differently. */
export function disagreementsIn(
  held: readonly HeldPolicy[],
): (found: FoundClause | undefined) => FoundClause | undefined {
  const others = new Map<Clause, Clause>();
  for (const { document } of held) {
    for (const { first, other } of rowsThatDisagree(document)) {
      others.set(first, other);
      others.set(other, first);
    }
  }
  return (found) => {
    const clause = found && others.get(found.clause);
    return clause && { ...found, clause };
  };
}
