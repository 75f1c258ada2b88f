import { dispatch } from '../../bot/dispatch';
import type { House, Household } from '../../bot/house';
import { findPerson } from '../../domain/people';
import type { Act } from '../../handlers/capability';
import { openRecords } from '../../infra/records';
import { openSeal } from '../../infra/seal';
import type { Store } from '../../infra/store';
import { School } from '../../domain/school';
import type { Library } from '../../library';
import { bringToMidday, SCHOOL, type Truths } from '../boundaries/verbs-world';
import { sampleSchool } from '../sample-school';
import { shownBy } from '../world';

/** Two schools on one host, which know nothing of each other: of the same shape, with the same ids of people. */
export const TENANTS = { 'oak-lane': 'tenant', 'elm-wood': 'tenant-of-elm' } as const;
export const WORKSPACES = { 'oak-lane': 'T0OAK', 'elm-wood': 'T0ELM' } as const;
export type SchoolId = keyof typeof TENANTS;

/** @param account how somebody of this school is called on the platform. */
export async function openHousehold(
  id: SchoolId,
  store: Store,
  library: Library,
  more: Readonly<Record<string, unknown>>,
): Promise<Household> {
  const people = SCHOOL.people.map((person) => ({
    ...person,
    teams: accountOf(id, person.id),
    slack: accountOf(id, person.id),
  }));
  const tenants = { teams: TENANTS[id], slack: WORKSPACES[id] };
  const school = School.parse({ ...sampleSchool, ...SCHOOL, id, people, tenants, ...more });
  const records = openRecords(store, await openSeal(store, id, Buffer.alloc(32, 7)), id);
  return { school, records, library };
}

export function accountOf(school: SchoolId, person: string): string {
  return `U-${school}-${person}`;
}

/** What is in a school in the middle of its day; done past the platform. */
export async function furnishHousehold(
  household: Household,
  house: () => House,
  settle: () => Promise<void>,
): Promise<Truths> {
  const { school, records, library } = household;
  let count = 0;
  async function turn(id: string, act: Act) {
    const person = findPerson(school, id);
    const arrival = { id: `before-${++count}`, household, person, where: 'private' as const, act };
    return shownBy(await dispatch(arrival, house()), school);
  }
  return bringToMidday(
    {
      records,
      settle,
      say: (id, text) => turn(id, { kind: 'said', text, pictures: 0 }),
      press: (id, verb, data) => turn(id, { kind: 'pressed', verb, data }),
    },
    library,
  );
}
