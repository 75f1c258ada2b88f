import type { Role } from '../../../domain/school';
import type { Desk } from '../../capability';
import type { Wording } from '../asking';
import { numberOf, tallyKey } from './rows';
import { Tally } from './schema';

/** The numbers of one group, or of all. */
export interface Numbers extends Tally {
  /** Who is to agree: asked, without those exempt; and whoever agreed without an account. */
  readonly all: number;
  /** Who has: by the card, the page, or on paper. */
  readonly done: number;
  readonly outstanding: number;
}

export interface Progress extends Numbers {
  readonly groups: readonly (Numbers & { readonly role: Role })[];
}

/** How far the round of an agreement is: one row a group, however many people there are. */
export async function progressOf({ entry, campaign }: Wording, records: Desk['records']): Promise<Progress> {
  const roles = [...new Set([...entry.audience, ...(campaign?.audience ?? [])])];
  const tallies = await Promise.all(
    roles.map(async (role) => {
      const kept = await records.get(tallyKey(entry.id, numberOf(campaign), role));
      return { role, ...numbersOf(Tally.parse(kept?.value ?? {})) };
    }),
  );
  const sum = (name: keyof Tally) => tallies.reduce((total, tally) => total + tally[name], 0);
  const total = {
    asked: sum('asked'),
    agreed: sum('agreed'),
    paper: sum('paper'),
    exempt: sum('exempt'),
    page: sum('page'),
  };
  return { ...numbersOf(total), groups: tallies.filter(({ asked, page }) => asked + page > 0) };
}

function numbersOf(tally: Tally): Numbers {
  const all = tally.asked - tally.exempt + tally.page;
  const done = tally.agreed + tally.paper + tally.page;
  return { ...tally, all, done, outstanding: all - done };
}
