import type { PolicyEntry } from '../domain/school';
import { Shredded } from '../infra/seal';
import { currentVersion } from '../infra/stored-policies';
import { storedSchool } from '../infra/stored-schools';
import type { House, Household } from './house';
import { openShelf } from './shelf';

/** What a school's shelf should hold by the store: each policy with its version and its dates. */
type Wanted = string;

/**
 * Notices policies that somebody imported or took out while the bot runs, here or in another process, and lets that school answer
 * from them without a restart. The shelf is opened anew beside the old one and takes its place when it is whole.
 * @param replace puts the household in the place of the one with its id.
 * @param remove lets go of a household whose keys were destroyed.
 * @returns looks once at a school and gives it as it is now; its trouble is not another's. @throws Shredded.
 */
export function openRenewals(
  house: () => House,
  replace: (household: Household) => void,
  remove: (household: Household) => void = () => undefined,
): (household: Household) => Promise<Household> {
  const seen = new Map<string, Wanted>();

  async function look(household: Household): Promise<Household> {
    const { records, school, library } = household;
    const stored = await storedSchool(records, school.id);
    if (!stored) return household;
    const wanted = await wantedOf(household, stored.school.policies);
    const held = JSON.stringify(library.policies.map(({ policy }) => marksOf(policy, policy.hash)));
    if (wanted === (seen.get(school.id) ?? held)) return household;
    const shelf = await openShelf({
      school: stored.school,
      records,
      folder: undefined,
      keepAt: undefined,
      keepReadings: true,
      known: library,
    });
    const renewed = { school: stored.school, records, library: shelf.library, behind: shelf.behind };
    replace(renewed);
    seen.set(school.id, wanted);
    house().log('policies renewed', { school: school.id, count: shelf.library.policies.length });
    for (const ref of shelf.behind) house().log('policy unreadable', { school: school.id, ref });
    return renewed;
  }

  /** Nothing more can be done for a school that is gone: whoever was about to must hear of it. */
  function failed(household: Household, error: unknown): Household {
    const isGone = error instanceof Shredded;
    house().log(isGone ? 'school shredded' : 'policies not renewed', { school: household.school.id, error });
    if (!isGone) return household;
    remove(household);
    throw error;
  }

  return (household) => look(household).catch((error) => failed(household, error));
}

async function wantedOf({ records }: Household, policies: readonly PolicyEntry[]): Promise<Wanted> {
  const wanted = await Promise.all(
    policies.map(async (policy) => {
      const hash = (await currentVersion(records, policy.id))?.hash;
      return hash === undefined ? [] : [marksOf(policy, hash)];
    }),
  );
  return JSON.stringify(wanted.flat());
}

/** The dates too: the same version, imported, may bring later ones than the school file's. */
function marksOf(
  { id, approvedOn = '', reviewOn = '' }: Pick<PolicyEntry, 'id' | 'approvedOn' | 'reviewOn'>,
  hash = '',
): readonly string[] {
  return [id, hash, approvedOn, reviewOn];
}
