import { type Datum, type Phrase, phrase, type View } from '../../cards/view';
import { barOf } from '../../domain/bar';
import { localDay } from '../../domain/calendar';
import type { SchoolClass } from '../../domain/classes';
import type { Form } from '../../domain/form-settings';
import { findPerson } from '../../domain/people';
import type { Person, School } from '../../domain/school';
import { sayYear } from '../../domain/school-year';
import { dayInWords } from '../../domain/when';
import type { Desk } from '../capability';
import { heldFor, heldIn } from './keeping';
import { countPictured, photoForms } from './pictured';
import { classesFor, formsOf, mayNote, type Tally, tallyOf } from './rules';
import type { Held } from './schema';
import { dueOf, marks, nameOf, titleOf, yearNow } from './words';

/** On one card: more would not fit on a telephone. */
const SHOWN = { classes: 6, forms: 4 } as const;

/** What "forms" shows: their one class to a teacher, and all classes with a bar to whoever sees several. */
export async function startView(person: Person, desk: Desk): Promise<View> {
  const own = classesOf(person, desk);
  const [one, other] = own;
  return one && !other ? classView(one, person, desk) : listView(person, desk);
}

function classesOf(person: Person, desk: Desk): SchoolClass[] {
  return classesFor(person, desk.school, yearNow(desk), localDay(desk.school, desk.now));
}

/** How many forms are out in the classes that this person sees. */
export async function countOut(person: Person, desk: Desk): Promise<number> {
  const own = classesOf(person, desk);
  const all = await heldFor(own, yearNow(desk), desk);
  return own.reduce((sum, one) => sum + lineOf(one, all, desk).out, 0);
}

/** The classes that this person sees, the one with the most forms out first. */
export async function listView(person: Person, desk: Desk, from = 0, notice: Datum = ''): Promise<View> {
  const year = yearNow(desk);
  const own = classesOf(person, desk);
  const all = await heldFor(own, year, desk);
  const lines = own.map((one) => lineOf(one, all, desk)).sort((a, b) => b.out - a.out);
  return {
    card: 'slip/list',
    data: {
      notice,
      intro: introOf(lines, year, desk),
      lines: lines.slice(from, from + SHOWN.classes),
      next: from + SHOWN.classes,
      left: Math.max(0, lines.length - from - SHOWN.classes),
    },
  };
}

function introOf(lines: readonly { readonly out: number }[], year: number, { school }: Desk): Phrase {
  if (school.forms.list.length === 0) return phrase('slip.noForms');
  const isKnown = school.classes.list.some(({ schoolYear }) => schoolYear === sayYear(year));
  if (!isKnown) return phrase('slip.noClasses', { year: sayYear(year) });
  if (lines.length === 0) return phrase('slip.notYours');
  const out = lines.reduce((sum, line) => sum + line.out, 0);
  return phrase('slip.listIntro', { count: lines.length, out, year: sayYear(year) });
}

function lineOf(one: SchoolClass, all: ReadonlyMap<string, Held>, { school }: Desk) {
  const tallies = formsOf(one, school).map((form) => tallyOf(one, heldIn(all, one.id, form.id)));
  const out = tallies.reduce((sum, tally) => sum + tally.out.length, 0);
  const whole = tallies.length * one.pupils.length;
  const who = one.teachers.map((id) => findPerson(school, id)?.name ?? '').filter(Boolean);
  return {
    class: one.id,
    title: nameOf(one),
    bar: barOf(whole - out, whole),
    counted: phrase('slip.counted', { done: whole - out, all: whole }),
    photos: photosOf(one, all, school),
    who: who.length > 0 ? who.join(', ') : phrase('slip.noTeacher'),
    out,
  };
}

/** For the lead who goes through all classes: where there are children to look out for. */
function photosOf(one: SchoolClass, all: ReadonlyMap<string, Held>, school: School): Phrase | '' {
  if (photoForms(one, school).length === 0) return '';
  const counts = countPictured([one], all, school);
  return counts.not + counts.inside === 0 ? '' : phrase('slip.photoLine', { ...counts });
}

/** A form as it stands by the change that this reply comes with. */
interface JustNow {
  readonly slip: string;
  readonly held: Held;
}

/** One class: each form with its bar, who is still out, and for photographs who may not be in any. */
export async function classView(
  one: SchoolClass,
  person: Person,
  desk: Desk,
  { notice = '', from = 0, now: latest }: { notice?: Datum; from?: number; now?: JustNow } = {},
): Promise<View> {
  const { school, now } = desk;
  const year = yearNow(desk);
  const all = await heldFor([one], year, desk);
  const forms = formsOf(one, school);
  const isNoter = mayNote(person, one, school, localDay(school, now));
  return {
    card: 'slip/class',
    data: {
      class: one.id,
      year,
      title: phrase('slip.classTitle', { name: nameOf(one), year: sayYear(year) }),
      notice,
      isEmpty: one.pupils.length === 0,
      forms: forms.slice(from, from + SHOWN.forms).map((form) => {
        const held = latest?.slip === form.id ? latest.held : heldIn(all, one.id, form.id);
        const tally = tallyOf(one, held);
        return { class: one.id, year, ...formLines(form, tally, { isNoter, due: dueOf(form, year, school) }) };
      }),
      isAlone: classesOf(person, desk).length < 2,
      next: from + SHOWN.forms,
      left: Math.max(0, forms.length - from - SHOWN.forms),
    },
  };
}

interface Shown {
  readonly isNoter: boolean;
  readonly due: string | undefined;
}

function formLines(form: Form, tally: Tally, { isNoter, due }: Shown) {
  const [back, out] = [tally.yes.length + tally.school.length + tally.no.length, tally.out.length];
  const isPhoto = form.kind === 'photo';
  return {
    slip: form.id,
    title: titleOf(form),
    bar: barOf(back, back + out),
    counted: phrase('slip.counted', { done: back, all: back + out }),
    due: due === undefined || out === 0 ? '' : phrase('slip.dueBy', { due: dayInWords(due) }),
    no: who(isPhoto ? 'noPhotos' : 'disagree', tally.no),
    school: who('onlySchool', tally.school),
    // Nothing is known of these, and nothing known is no consent.
    out: who(isPhoto ? 'outPhotos' : 'out', tally.out),
    tone: isPhoto ? 'attention' : 'default',
    canTick: isNoter && out > 0,
    canCorrect: isNoter && back > 0,
  };
}

function who(sentence: string, pupils: readonly string[]): Phrase | '' {
  return pupils.length === 0 ? '' : phrase(`slip.${sentence}`, { who: marks(pupils) });
}
