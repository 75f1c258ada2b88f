import type { Entry } from '../../../domain/chronology';
import type { RecordOp } from '../../../infra/records';
import type { Desk } from '../../capability';
import { addFact, type NewFact } from '../facts';
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

/** The same for what happened: that two cases were linked is a fact in both, and read by those who may open both. */
export async function factsFor(entries: readonly Entry[], person: string, desk: Desk): Promise<Entry[]> {
  const known = await Promise.all(
    entries.map(async ({ facts }) => {
      const { other } = Object(facts) as { other?: unknown };
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
