import { findClass, MOST_PUPILS, type SchoolClass, classesIn } from './classes';
import { type Complain, type ListRow, plain } from './list-row';
import { byMark, isMark, markIn, SAY_MARKS } from './pupil-marks';
import type { School } from './school';
import { sayYear } from './school-year';

/** What a row of a class list may say, in the words that school systems use for it. Names of pupils are no column of it. */
export const CLASS_HEADINGS = {
  class: ['class', 'classname', 'form', 'tutorgroup', 'registrationgroup', 'reggroup', 'group'],
  pupil: ['pupil', 'initials', 'pupilinitials', 'code', 'pupilcode'],
  teachers: ['teacher', 'teachers', 'classteacher', 'formtutor', 'tutor'],
} as const;
type Row = ListRow<keyof typeof CLASS_HEADINGS>;

/** A class as the list has it, and how it differs from what the school file has. */
export interface ClassChange {
  readonly id: string;
  readonly name?: string;
  readonly teachers: readonly string[];
  readonly pupils: readonly string[];
  readonly joined: number;
  readonly left: number;
}

export interface ClassPlan {
  readonly schoolYear: string;
  readonly added: readonly ClassChange[];
  readonly changed: readonly ClassChange[];
  readonly unchanged: number;
  /** Classes of that year in the school file that are not on the list. */
  readonly gone: readonly string[];
  readonly problems: readonly string[];
}

/**
 * What a list of pupils by class changes in the classes of one school year. Values are never repeated in a problem: what
 * should be initials may be a child's name.
 */
export function planClasses(school: School, rows: readonly Row[], year: number): ClassPlan {
  const problems: string[] = [];
  const known = classesIn(school, year);
  const listed = new Map<string, Listed>();
  for (const row of rows) takeRow(row, listed, known, school, (what) => problems.push(`line ${row.line}: ${what}`));
  const changes = [...listed.values()].map((each) => ({ own: each.known, ...changeOf(each) }));
  const isSame = ({ own, teachers, joined, left }: (typeof changes)[number]) =>
    own !== undefined && joined + left === 0 && String([...own.teachers].sort()) === String([...teachers].sort());
  const changed = changes.filter((each) => each.own !== undefined && !isSame(each));
  return {
    schoolYear: sayYear(year),
    added: changes.filter(({ own }) => own === undefined).map(withoutOwn),
    changed: changed.map(withoutOwn),
    unchanged: changes.filter(isSame).length,
    gone: known.filter(({ id }) => ![...listed.values()].some((each) => each.id === id)).map(({ id }) => id),
    problems,
  };
}

interface Listed {
  readonly id: string;
  readonly name?: string;
  readonly known: SchoolClass | undefined;
  readonly teachers: Set<string>;
  /** By the mark in small letters, with the line on which each stands. */
  readonly pupils: Map<string, { readonly mark: string; readonly line: number }>;
}

function takeRow(
  { line, cells: written }: Row,
  listed: Map<string, Listed>,
  known: readonly SchoolClass[],
  school: School,
  complain: Complain,
): void {
  const { pupil } = written;
  const cells = pupil ? { ...written, pupil: markIn(pupil, school.classes.pupilsAs) } : written;
  const called = cells.class;
  if (!called) {
    complain('there is no class');
    return;
  }
  const one = listed.get(asOne(called)) ?? begin(called, known);
  listed.set(asOne(called), one);
  for (const teacher of partsOf(cells.teachers ?? '', school)) {
    const id = teacherIn(teacher, school);
    if (id === undefined)
      complain('the teacher is nobody of the school file: give the id, the e-mail or the whole name');
    else one.teachers.add(id);
  }
  const wrong = problemOfPupil(cells, one, school);
  if (wrong !== undefined) complain(wrong);
  else if (cells.pupil) one.pupils.set(cells.pupil.toLowerCase(), { mark: cells.pupil, line });
}

/** A row without a pupil may name the teacher of a class. */
function problemOfPupil({ pupil, teachers }: Row['cells'], one: Listed, { classes }: School): string | undefined {
  if (!pupil) return teachers ? undefined : 'there is no pupil';
  if (!isMark(pupil, classes.pupilsAs)) return SAY_MARKS[classes.pupilsAs];
  const before = one.pupils.get(pupil.toLowerCase());
  const numbered = classes.pupilsAs === 'initials' ? ': where there are two, give each a number (AB1, AB2)' : '';
  if (before) return `the same pupil as line ${before.line}${numbered}`;
  return one.pupils.size >= MOST_PUPILS ? `the class has more than ${MOST_PUPILS} pupils` : undefined;
}

/** "4B" is its own id; of "Year 4 Badgers" one is made, and the words stay as its name. */
function begin(called: string, classes: readonly SchoolClass[]): Listed {
  const known = findClass(classes, called);
  const isId = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/.test(called);
  const made = called
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  const id = known?.id ?? (isId ? called : made || 'class');
  return { id, ...(isId ? {} : { name: called }), known, teachers: new Set(), pupils: new Map() };
}

function changeOf({ id, name, known, teachers, pupils }: Listed): ClassChange {
  const before = known?.pupils ?? [];
  // A class that is named with its teacher alone keeps its pupils.
  const marks = pupils.size > 0 ? [...pupils.values()].map(({ mark }) => mark).sort(byMark) : before;
  return {
    id,
    ...(name === undefined ? {} : { name }),
    // A list without teachers leaves them as they are.
    teachers: teachers.size > 0 ? [...teachers] : (known?.teachers ?? []),
    pupils: marks,
    joined: marks.filter((mark) => !before.includes(mark)).length,
    left: before.filter((mark) => !marks.includes(mark)).length,
  };
}

function withoutOwn({ own: _, ...change }: ClassChange & { own: SchoolClass | undefined }): ClassChange {
  return change;
}

function teacherIn(text: string, { people }: School): string | undefined {
  const byId = people.filter(({ id, email }) => id === text || email?.toLowerCase() === text.toLowerCase());
  const [found, other] = byId.length > 0 ? byId : people.filter(({ name }) => plain(name) === plain(text));
  return found && !other ? found.id : undefined;
}

/** A name may have the word that parts two of them in it. */
function partsOf(text: string, school: School): string[] {
  if (teacherIn(text, school) !== undefined) return [text];
  return text
    .split(/[;|]| and /)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** "4B" and "4 b" are one class; 1/12 and 11/2 are two. */
function asOne(called: string): string {
  return called.toLowerCase().replace(/\s+/g, '');
}
