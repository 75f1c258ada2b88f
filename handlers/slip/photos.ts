import { type Phrase, phrase } from '../../cards/view';
import { classesIn, type SchoolClass, teaches } from '../../domain/classes';
import { localDay } from '../../domain/calendar';
import type { School } from '../../domain/school';
import type { Desk, Turn } from '../capability';
import { isAboutPhotos } from './about-photos';
import { allHeld, heldIn } from './keeping';
import { formsOf, seesAll, type Tally, tallyOf } from './rules';
import type { Held } from './schema';
import { nameOf, yearNow } from './words';

/**
 * Beside an answer on photographs, where this school keeps consent to them: how many children of one's own class, or of
 * all for whoever sees all, may not be in any. To everybody else, and in a channel, no number: only where to ask (S360, S92).
 */
export async function beside(question: string, { person, where }: Turn, desk: Desk): Promise<Phrase | undefined> {
  const { school, now } = desk;
  if (!isAboutPhotos(question)) return undefined;
  const year = yearNow(desk);
  const asked = classesIn(school, year).filter((one) => photoForms(one, school).length > 0 && one.pupils.length > 0);
  if (asked.length === 0) return undefined;
  const own = asked.filter((one) => teaches(one, person, localDay(school, now)));
  const seen = own.length > 0 ? own : seesAll(person, school) ? asked : [];
  if (where === 'group' || seen.length === 0) return phrase('slip.beside.others');
  const all = await allHeld(year, desk);
  const { not, inside } = countIn(seen, all, school);
  const [one, other] = seen;
  const name = one && !other ? nameOf(one) : '';
  return phrase(name === '' ? 'slip.beside.classes' : 'slip.beside.class', { name, not, inside });
}

function photoForms(one: SchoolClass, school: School) {
  return formsOf(one, school).filter(({ kind }) => kind === 'photo');
}

/** Where a class has several such forms, a child may do what all of them allow. What is not back allows nothing. */
function countIn(seen: readonly SchoolClass[], all: ReadonlyMap<string, Held>, school: School) {
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
