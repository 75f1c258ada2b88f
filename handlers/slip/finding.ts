import { phrase } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import { classesIn, type SchoolClass } from '../../domain/classes';
import type { Form } from '../../domain/form-settings';
import { holds } from '../../domain/people';
import type { Person } from '../../domain/school';
import type { Desk, Outcome, Press, Turn } from '../capability';
import { formsOf, mayNote, maySee, seesAll } from './rules';
import { classView, listView } from './views';
import { yearNow } from './words';

/** A form of a class, as a verb means it. */
export interface OfClassForm {
  readonly one: SchoolClass;
  readonly form: Form;
  /** In which the school year begins. */
  readonly year: number;
}

/** `gone` is said to those alone who see every class: to anybody else there is none that they could mean. */
export type Found = SchoolClass | 'gone';

/** The class of this school year that a card means; undefined reads as if there were none. */
export async function findClassOf(
  { class: id }: { class: string },
  turn: Turn,
  desk: Desk,
): Promise<Found | undefined> {
  const one = classesIn(desk.school, yearNow(desk)).find((each) => each.id === id);
  return one ?? (seesAll(turn.person, desk.school) ? 'gone' : undefined);
}

/** Whether somebody may see the forms of the class that was found. */
export function maySeeClass(person: Person, found: Found, { school, now }: Desk): boolean {
  return found === 'gone' ? seesAll(person, school) : maySee(person, found, school, localDay(school, now));
}

/** Whether somebody may note what is back in the class that was found. */
export function mayNoteIn(person: Person, found: Found, { school, now }: Desk): boolean {
  return found === 'gone'
    ? holds(school, person.id, 'officeManager')
    : mayNote(person, found, school, localDay(school, now));
}

/** Says of a card whose class is no longer in the school file that it is gone, and shows what there is. */
export async function unlessGone(
  { kept, turn, desk }: Press<unknown, Found>,
  then: (one: SchoolClass) => Promise<Outcome>,
): Promise<Outcome> {
  if (kept !== 'gone') return then(kept);
  return { reply: { here: [await listView(turn.person, desk, 0, phrase('slip.classGone'))] } };
}

/** The same of a form that the class has no longer, and of a card of another school year: nothing is changed by it. */
export async function unlessPast(
  press: Press<{ slip: string; year: number }, Found>,
  then: (which: OfClassForm) => Promise<Outcome>,
): Promise<Outcome> {
  return unlessGone(press, async (one) => {
    const { data, desk, turn } = press;
    const year = yearNow(desk);
    const form = formsOf(one, desk.school).find(({ id }) => id === data.slip);
    if (form && data.year === year) return then({ one, form, year });
    const notice = phrase(form ? 'slip.otherYear' : 'slip.formGone');
    return { reply: { here: [await classView(one, turn.person, desk, { notice })] } };
  });
}
