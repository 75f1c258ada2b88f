import type { Role } from '../../../domain/school';
import type { Desk } from '../../capability';
import type { Wording } from '../asking';
import { groupsAsked } from './rounds';
import { listedKey } from './rows';
import type { State } from './schema';

export interface Listing {
  readonly state: Exclude<State, 'agreed'>;
  /** One group; '' for all whom the round asks. */
  readonly role: Role | '';
  /** The group and person after whom the page begins; '' for the first page. */
  readonly after: string;
}

/** So many who stand so, each as group and person, read from the rows that list them. */
export async function listedPeople(
  { entry, campaign }: Pick<Wording, 'entry' | 'campaign'>,
  { state, role, after }: Listing,
  limit: number,
  { records }: Pick<Desk, 'records'>,
): Promise<string[]> {
  const all = listedKey(entry.id, state);
  const groups = role === '' && campaign?.isPart ? [...groupsAsked(entry.audience, campaign)].sort() : [role];
  const found: string[] = [];
  for (const group of groups) {
    const prefix = listedKey(entry.id, state, group);
    const next = `${all}${after}!`;
    const from = after !== '' && next > prefix ? next : prefix;
    if (found.length === limit || from > `${prefix}~`) continue;
    const { rows } = await records.peek({ from, to: `${prefix}~`, limit: limit - found.length });
    found.push(...rows.map(({ key }) => key.slice(all.length)));
  }
  return found;
}
