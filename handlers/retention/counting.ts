import type { Desk } from '../capability';
import type { Ended, Retained } from '../retained';
import { allProposals, allRemoving } from './rows';
import { standingOf } from './standing';

/** What one person may know of what has reached its end, of one kind. */
export interface Counted {
  readonly retained: Retained;
  /** The longest ago first. */
  readonly ended: readonly Ended[];
  /** References of those that they may read. */
  readonly readable: readonly string[];
}

/** Looks and changes nothing. What waits for a second person already is not counted again. */
export async function countFor(person: string, retained: Retained, desk: Desk): Promise<Counted> {
  const underWay = new Set([...(await allProposals(desk)), ...(await allRemoving(desk))].flatMap(({ ids }) => ids));
  const ended: Ended[] = [];
  const readable: string[] = [];
  for await (const each of retained.ended(desk)) {
    if (underWay.has(each.id)) continue;
    const standing = await standingOf(person, each.id, retained, desk);
    if (standing === 'out') continue;
    ended.push(each);
    if (retained.hasReference && standing !== 'counts') readable.push(each.id);
  }
  return { retained, ended: ended.sort((one, other) => (one.since < other.since ? -1 : 1)), readable };
}

export async function countAll(person: string, all: readonly Retained[], desk: Desk): Promise<Counted[]> {
  const counted: Counted[] = [];
  for (const retained of all) counted.push(await countFor(person, retained, desk));
  return counted.filter(({ ended }) => ended.length > 0);
}
