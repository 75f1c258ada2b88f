import type { Entry } from '../../../domain/chronology';
import type { RecordOp } from '../../../infra/records';
import type { Desk } from '../../capability';
import { addFact, type FactKind, type NewFact } from '../facts';
import { concernOf, type KeptConcern } from '../finding';
import { mayOpen } from '../rules';
import type { Concern, Link } from '../schema';

/** Another case, if there is one and this person may open it: for anybody else it is simply not there (P2). */
export async function otherCase(ref: string, person: string, desk: Desk): Promise<KeptConcern | undefined> {
  const found = await concernOf(ref, desk);
  return found && mayOpen(person, found.concern, desk.school, desk.now) ? found : undefined;
}

/** The links of a case that this person may know of: those to cases that they may open too. */
export async function linksFor({ links }: Concern, person: string, desk: Desk): Promise<Link[]> {
  const known = await Promise.all(links.map(({ ref }) => otherCase(ref, person, desk)));
  return links.filter((_, at) => known[at] !== undefined);
}

const NAMES_ANOTHER: ReadonlySet<string> = new Set(['linked', 'unlinked', 'part'] satisfies FactKind[]);

/** Whether a fact named a case that was removed since: what it said has gone with that. */
export function isStruck({ kind, facts }: Entry): boolean {
  return NAMES_ANOTHER.has(kind) && Object(facts).other === undefined;
}

/**
 * The same for what happened: that two cases were linked is a fact in both, and read by those who may open both. Nobody
 * may open one that was removed.
 */
export async function factsFor(entries: readonly Entry[], person: string, desk: Desk): Promise<Entry[]> {
  const known = await Promise.all(
    entries.map(async (entry) => {
      if (isStruck(entry)) return false;
      const { other } = Object(entry.facts) as { other?: unknown };
      return typeof other !== 'string' || (await otherCase(other, person, desk)) !== undefined;
    }),
  );
  return entries.filter((_, at) => known[at]);
}

/** What a link, or the end of one, writes into the other case. */
export function onOtherSide(
  { concern, etag }: KeptConcern,
  links: readonly Link[],
  fact: NewFact,
  desk: Desk,
): RecordOp[] {
  const { op, entry } = addFact({ ...concern, links: [...links] }, fact, desk.now, etag);
  return [op, entry];
}
