import { TRAINED, Trained } from '../domain/trained';
import { everyRow } from '../infra/every-row';
import type { Desk } from './capability';

/** The latest training of everybody of whom any was recorded, by person: one row each. */
export async function everyoneTrained(desk: Pick<Desk, 'records'>): Promise<ReadonlyMap<string, Trained>> {
  const all = new Map<string, Trained>();
  for await (const { key, value } of everyRow(desk, TRAINED)) all.set(key.slice(TRAINED.length), Trained.parse(value));
  return all;
}
