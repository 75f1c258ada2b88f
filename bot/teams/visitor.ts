import type { Person } from '../../domain/school';
import { type House, type Household, whoIs } from '../house';

/** Somebody of a school that Lantern works for; the school may not know them. */
export interface Visitor {
  readonly household: Household;
  readonly person: Person | undefined;
}

/** The school and the person behind any of these ids of Teams; undefined when no school has this tenant. */
export function visitorOf(house: House, tenant: string | undefined, ids: readonly string[]): Visitor | undefined {
  const found = ids.flatMap((id) => whoIs(house, 'teams', tenant, id) ?? []);
  return found.find(({ person }) => person) ?? found[0];
}
