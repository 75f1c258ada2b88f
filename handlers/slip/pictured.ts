import type { SchoolClass } from '../../domain/classes';
import type { School } from '../../domain/school';
import { heldIn } from './keeping';
import { formsOf, type Tally, tallyOf } from './rules';
import type { Held } from './schema';

/** The forms of a class that ask for consent to photographs. */
export function photoForms(one: SchoolClass, school: School) {
  return formsOf(one, school).filter(({ kind }) => kind === 'photo');
}

/**
 * How many children of some classes may be in no photograph, and how many only inside school. Where a class has several
 * such forms, a child may do what all of them allow; what is not back allows nothing.
 */
export function countPictured(seen: readonly SchoolClass[], all: ReadonlyMap<string, Held>, school: School) {
  const counts = { not: 0, inside: 0 };
  for (const one of seen) {
    const tallies = photoForms(one, school).map(({ id }) => tallyOf(one, heldIn(all, one.id, id)));
    const isIn = (pupil: string, list: (tally: Tally) => readonly string[]) =>
      tallies.some((tally) => list(tally).includes(pupil));
    for (const pupil of one.pupils) {
      if (isIn(pupil, ({ no, out }) => [...no, ...out])) counts.not += 1;
      else if (isIn(pupil, (tally) => tally.school)) counts.inside += 1;
    }
  }
  return counts;
}
