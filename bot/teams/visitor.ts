import type { Person } from '../../domain/school';
import type { House, Household } from '../house';
import { whoIs } from '../schools';

/** Somebody of a school that Lantern works for; the school may not know them. */
export interface Visitor {
  readonly household: Household;
  readonly person: Person | undefined;
}

/** The school and the person behind any of these ids of Teams; undefined when no school has this tenant. */
export async function visitorOf(
  house: House,
  tenant: string | undefined,
  ids: readonly string[],
): Promise<Visitor | undefined> {
  const found = (await Promise.all(ids.map((id) => whoIs(house, 'teams', tenant, id)))).flatMap((one) => one ?? []);
  return found.find(({ person }) => person) ?? found[0];
}
