import { findPerson, holds } from './people';
import { isFromElsewhere, isSelfReport, type Matter } from './matter';
import { DEFAULT_LINES, type Line, type LineId } from './routes-table';
import type { RouteOverride, School } from './school';

/** The line of the table for one matter, with what this school changes in it. */
export interface ChosenLine extends Line {
  readonly id: LineId;
  readonly alsoOpen: readonly string[];
  /** Who steps in when nobody of `tell` and `next` can: nobody at home at one office leaves no child without a lead. */
  readonly fallback: readonly string[];
  readonly mode: 'all' | 'any';
  readonly overriddenBy: RouteOverride | undefined;
}

const ABOUT_AN_ADULT: readonly Matter['category'][] = ['staff-conduct', 'low-level-concern'];

/**
 * Which line of the table counts. An adult as subject decides first, then personal data and lost device, then the rest.
 * What a person does by their office decides over what the reporter called them: a headteacher who is also the lead is
 * a headteacher here.
 */
export function lineIdOf(school: School, matter: Matter): LineId {
  if (isAboutAdult(matter)) return adultLine(school, matter);
  if (matter.category === 'personal-data' || matter.category === 'lost-device') return matter.category;
  if (isSelfReport(matter)) return holds(school, matter.raisedBy, 'headteacher') ? 'headteacher' : 'self';
  return matter.about === 'pupil' || matter.about === 'visitor' || matter.about === 'system' ? matter.about : 'self';
}

function isAboutAdult(matter: Matter): boolean {
  if (matter.about === 'self') return false;
  if (matter.about === 'pupil' || matter.about === 'visitor' || matter.about === 'system') {
    // The reporter chose another door, but the category says that it is about what an adult does here.
    return ABOUT_AN_ADULT.includes(matter.category);
  }
  return true;
}

function adultLine(school: School, matter: Matter): LineId {
  const { about, subject } = matter;
  if (about === 'headteacher' || holds(school, subject, 'headteacher')) return 'headteacher';
  if (about === 'governor' || isGovernor(school, subject)) return 'governor';
  return about === 'lead' || holds(school, subject, 'dsl', 'deputy') ? 'lead' : 'adult';
}

/** A staff governor is staff first: their work with children is what the headteacher answers for. */
function isGovernor(school: School, id: string | undefined): boolean {
  if (holds(school, id, 'chairOfGovernors')) return true;
  const roles = school.people.find((person) => person.id === id)?.roles ?? [];
  return roles.includes('governor') && !roles.includes('staff');
}

/** Supply staff, contractors and visiting teachers have an employer of their own (KCSIE Part four). */
export function isEmployedElsewhere({ subject }: Matter, school: School): boolean {
  return isFromElsewhere(subject) || (findPerson(school, subject)?.roles ?? []).includes('visitor');
}

/** The line for a matter, the school's most specific override applied. */
export function lineOf(school: School, matter: Matter): ChosenLine {
  const id = lineIdOf(school, matter);
  const line = DEFAULT_LINES[id];
  const override = overrideFor(school, matter, id);
  if (!override) return { ...line, id, alsoOpen: [], fallback: [], mode: 'all', overriddenBy: undefined };
  const isReader = (office: string) => override.view[office] !== 'technical';
  const alsoOpen = override.alsoOpen.filter(isReader);
  // Whoever may open it anyway is told before it leaves the school.
  const next = override.then ?? [...line.next, ...alsoOpen];
  return {
    ...line,
    id,
    tell: override.tell,
    technical: override.tell.filter((office) => !isReader(office)),
    next: next.filter((office) => !override.tell.includes(office) && isReader(office)),
    alsoOpen,
    fallback: [...alsoOpen, ...line.tell.filter((office) => !line.technical?.includes(office) && isReader(office))],
    mode: override.mode,
    overriddenBy: override,
  };
}

/** A school may change the lines for pupils and systems, never one about adults: that would undo P2. */
function overrideFor(school: School, matter: Matter, id: LineId): RouteOverride | undefined {
  const isData = id === 'personal-data' || id === 'lost-device';
  if (id !== 'pupil' && id !== 'system' && !isData) return undefined;
  const matching = school.routes.filter(({ for: wanted }) => {
    if (wanted.about && !wanted.about.includes(matter.about)) return false;
    if (wanted.category) return wanted.category.includes(matter.category);
    return !isData;
  });
  return matching.sort((one, two) => specificity(two) - specificity(one))[0];
}

/** A named category counts most, a named About next; of two that name as much, the shorter list, then the first in the file. */
function specificity({ for: wanted }: RouteOverride): number {
  const breadth = (wanted.category?.length ?? 0) + (wanted.about?.length ?? 0);
  return (wanted.category ? 2000 : 0) + (wanted.about ? 1000 : 0) - breadth;
}
