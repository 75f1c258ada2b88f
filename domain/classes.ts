import { z } from 'zod';
import { belongs } from './belonging';
import { isMark, SAY_MARKS } from './pupil-marks';
import type { Person, School } from './school';
import { SchoolYear, sayYear } from './school-year';

const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/, 'letters, digits, dots, dashes and underscores');

/** More than any class has: a list that is longer is several. */
export const MOST_PUPILS = 60;
const MOST_CLASSES = 400;

/** One class in one school year. The year is said, so that a list that nobody has renewed is never taken for the new one. */
const ClassEntry = z.strictObject({
  id: Id,
  /** What people call it, where that is not the id. */
  name: z.string().trim().min(1).max(40).optional(),
  schoolYear: SchoolYear,
  /** Ids of people: who ticks off its forms. */
  teachers: z.array(z.string().min(1).max(64)).max(8).default([]),
  /** Initials or codes, as `pupilsAs` says; never names. */
  pupils: z.array(z.string().max(120)).max(MOST_PUPILS).default([]),
});
export type SchoolClass = z.infer<typeof ClassEntry>;

/** The classes of a school: `classes` in its file. */
export const ClassSettings = z
  .strictObject({
    pupilsAs: z.enum(['initials', 'code']).default('initials'),
    list: z.array(ClassEntry).max(MOST_CLASSES).default([]),
  })
  .superRefine(({ pupilsAs, list }, check) => {
    const complain = (path: (string | number)[], message: string) => check.addIssue({ code: 'custom', path, message });
    const seen = new Map<string, string>();
    for (const [index, { id, schoolYear, pupils }] of list.entries()) {
      const isTwice = list.findIndex((each) => isSame(each, { id, schoolYear })) !== index;
      if (isTwice) complain(['list', index], `two classes of ${schoolYear} have the id ${id}`);
      for (const [at, pupil] of pupils.entries()) {
        // A code is one child of the school, initials are one of a class.
        const key = `${schoolYear}|${pupilsAs === 'code' ? '' : index}|${pupil.toLowerCase()}`;
        if (!isMark(pupil, pupilsAs)) complain(['list', index, 'pupils', at], SAY_MARKS[pupilsAs]);
        else if (seen.has(key)) complain(['list', index, 'pupils', at], `the same pupil stands in ${seen.get(key)}`);
        else seen.set(key, id);
      }
    }
  });
export type ClassSettings = z.infer<typeof ClassSettings>;

function isSame(one: Pick<SchoolClass, 'id' | 'schoolYear'>, other: Pick<SchoolClass, 'id' | 'schoolYear'>): boolean {
  return one.schoolYear === other.schoolYear && one.id.toLowerCase() === other.id.toLowerCase();
}

/** The classes of one school year, in the order of the school file. @param year in which it begins. */
export function classesIn({ classes }: Pick<School, 'classes'>, year: number): SchoolClass[] {
  return classes.list.filter(({ schoolYear }) => schoolYear === sayYear(year));
}

/** A class by its id or by what people call it, in small letters or large. */
export function findClass(classes: readonly SchoolClass[], called: string): SchoolClass | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();
  const is = (text: string | undefined) => text !== undefined && plain(text) === plain(called);
  return classes.find(({ id }) => is(id)) ?? classes.find(({ name }) => is(name));
}

/** Whether a person teaches a class and is of the school on this day. */
export function teaches({ teachers }: Pick<SchoolClass, 'teachers'>, person: Person, day: string): boolean {
  return teachers.includes(person.id) && belongs(person, day);
}
