import type { Role } from '../../../domain/school';
import type { Desk } from '../../capability';
import type { Wording } from '../asking';
import { numberOf, roundAsking } from './rounds';
import { tallyKey } from './rows';
import { Tally } from './schema';

/** The numbers of one group, or of all. */
export interface Numbers extends Tally {
  /** Who is to agree: asked, without those exempt; and whoever agreed without an account. */
  readonly all: number;
  /** Who has: by the card, the page, or on paper. */
  readonly done: number;
  readonly outstanding: number;
}

export interface OfGroup extends Numbers {
  readonly role: Role;
}

export interface Progress extends Numbers {
  readonly groups: readonly OfGroup[];
  /** Groups that this round does not ask, each as it stands in the round before; they are in no number of this one. */
  readonly others: readonly OfGroup[];
}

/** How far the round of an agreement is: one row a group, however many people there are. */
export async function progressOf({ entry, campaign, rounds }: Wording, records: Desk['records']): Promise<Progress> {
  const roles = [...new Set([...entry.audience, ...(campaign?.audience ?? [])])];
  const tallies = await Promise.all(
    roles.map(async (role) => {
      const round = roundAsking([role], rounds);
      const kept = await records.get(tallyKey(entry.id, numberOf(round), role));
      return { role, isAsked: round === campaign, ...numbersOf(Tally.parse(kept?.value ?? {})) };
    }),
  );
  const groups = tallies.filter(({ isAsked }) => isAsked);
  const sum = (name: keyof Tally) => groups.reduce((total, tally) => total + tally[name], 0);
  const total = {
    asked: sum('asked'),
    agreed: sum('agreed'),
    paper: sum('paper'),
    exempt: sum('exempt'),
    page: sum('page'),
  };
  const counted = ({ asked, page }: Tally) => asked + page > 0;
  const others = tallies.filter(({ isAsked }) => !isAsked);
  return { ...numbersOf(total), groups: groups.filter(counted), others: others.filter(counted) };
}

function numbersOf(tally: Tally): Numbers {
  const all = tally.asked - tally.exempt + tally.page;
  const done = tally.agreed + tally.paper + tally.page;
  return { ...tally, all, done, outstanding: all - done };
}
