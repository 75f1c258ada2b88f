import { type Phrase, phrase } from '../../cards/view';
import { classesIn, teaches } from '../../domain/classes';
import { localDay } from '../../domain/calendar';
import type { Desk, Turn } from '../capability';
import { isAboutPhotos } from './about-photos';
import { heldFor } from './keeping';
import { countPictured, photoForms } from './pictured';
import { seesAll } from './rules';
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
  const all = await heldFor(seen, year, desk);
  const { not, inside } = countPictured(seen, all, school);
  const [one, other] = seen;
  const name = one && !other ? nameOf(one) : '';
  return phrase(name === '' ? 'slip.beside.classes' : 'slip.beside.class', { name, not, inside });
}
