import { type Datum, phrase } from '../../../cards/view';
import { findPerson } from '../../../domain/people';
import type { Desk } from '../../capability';
import { type Concern, THE_FILTER } from '../schema';

export function nameOf(id: string | undefined, { school }: Pick<Desk, 'school'>): Datum {
  return findPerson(school, id)?.name ?? phrase('concern.somebody');
}

/** Who raised it: a person, or the school's filter. */
export function reporterName({ raisedBy }: Concern, desk: Pick<Desk, 'school'>): Datum {
  return raisedBy === THE_FILTER ? phrase('concern.filter') : nameOf(raisedBy, desk);
}
