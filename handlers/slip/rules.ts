import { classesIn, type SchoolClass, teaches } from '../../domain/classes';
import type { Form, FormKind } from '../../domain/form-settings';
import { isFor } from '../../domain/form-settings';
import { holds } from '../../domain/people';
import { byMark } from '../../domain/pupil-marks';
import type { Person, School } from '../../domain/school';
import type { Answer, Held } from './schema';

/** What may come back on a form of each kind. */
export const ANSWERS: Readonly<Record<FormKind, readonly Answer[]>> = {
  pupil: ['yes', 'no'],
  parent: ['yes', 'no'],
  photo: ['yes', 'school', 'no'],
};

/** Offices that see the forms of every class: the office manager, and the leads, who must know which children may not be photographed. */
export const SEE_ALL: readonly string[] = ['officeManager', 'dsl', 'deputy'];

/** Who sees the forms of every class. */
export function seesAll({ id }: Pick<Person, 'id'>, school: School): boolean {
  return holds(school, id, ...SEE_ALL);
}

/** Who sees the forms of one class: whoever sees all, and the class's teachers. */
export function maySee(person: Person, one: SchoolClass, school: School, today: string): boolean {
  return seesAll(person, school) || teaches(one, person, today);
}

/** Who notes what is back: the class's teachers and the office manager. */
export function mayNote(person: Person, one: SchoolClass, school: School, today: string): boolean {
  return holds(school, person.id, 'officeManager') || teaches(one, person, today);
}

/** The classes of a school year whose forms a person sees. */
export function classesFor(person: Person, school: School, year: number, today: string): SchoolClass[] {
  return classesIn(school, year).filter((one) => maySee(person, one, school, today));
}

/** The forms that a class has, in the order of the school file. */
export function formsOf({ id }: Pick<SchoolClass, 'id'>, { forms }: Pick<School, 'forms'>): Form[] {
  return forms.list.filter((form) => isFor(form, id));
}

/** The pupils of a class by what is known of them, each list in the order of its marks. */
export type Tally = Readonly<Record<Answer | 'out', readonly string[]>>;

/** Who has left the class is in no list; what was noted of them stays in the register. */
export function tallyOf({ pupils }: Pick<SchoolClass, 'pupils'>, held: Held | undefined): Tally {
  const answerOf = (pupil: string) => held?.noted[pupil]?.answer ?? 'out';
  const are = (answer: Answer | 'out') => pupils.filter((pupil) => answerOf(pupil) === answer).sort(byMark);
  return { yes: are('yes'), school: are('school'), no: are('no'), out: are('out') };
}

export type TickProblem = 'nobody' | 'twice' | 'strangers' | 'otherwise';

/** What was ticked, in lists by answer. */
export type Ticks = Readonly<Partial<Record<Answer, readonly string[]>>>;

/** What is wrong with what was ticked, and with whom. Said before is no problem, said otherwise is: nothing is written over. */
export function tickProblem(
  ticks: Ticks,
  { pupils }: Pick<SchoolClass, 'pupils'>,
  held: Held | undefined,
): { readonly problem: TickProblem; readonly pupils: readonly string[] } | undefined {
  const all = Object.values(ticks).flat();
  const entries = Object.entries(ticks).flatMap(([answer, list]) => list.map((pupil) => ({ answer, pupil })));
  const strangers = all.filter((pupil) => !pupils.includes(pupil));
  const twice = all.filter((pupil, index) => all.indexOf(pupil) !== index);
  const otherwise = entries.filter(({ answer, pupil }) => (held?.noted[pupil]?.answer ?? answer) !== answer);
  if (all.length === 0) return { problem: 'nobody', pupils: [] };
  // A mark that was made up is not repeated: it could be a name.
  if (strangers.length > 0) return { problem: 'strangers', pupils: [] };
  if (twice.length > 0) return { problem: 'twice', pupils: twice };
  return otherwise.length > 0
    ? { problem: 'otherwise', pupils: otherwise.map(({ pupil }) => pupil).sort(byMark) }
    : undefined;
}

/** What a new list of a class does to what was noted under its marks, by whoever stood on the list before. */
export function touchedBy(
  before: readonly string[],
  after: readonly string[],
  held: readonly Held[],
): { readonly left: readonly string[]; readonly come: readonly string[] } {
  const noted = [...new Set(held.flatMap((each) => Object.keys(each.noted)))].sort(byMark);
  return {
    left: noted.filter((pupil) => before.includes(pupil) && !after.includes(pupil)),
    come: noted.filter((pupil) => !before.includes(pupil) && after.includes(pupil)),
  };
}
