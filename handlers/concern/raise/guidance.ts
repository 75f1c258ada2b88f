import type { DateTime } from 'luxon';
import { isOpen } from '../../../domain/calendar';
import { isSelfReport, type Matter } from '../../../domain/matter';
import { holds } from '../../../domain/people';
import type { Route } from '../../../domain/routes';
import { isEmployedElsewhere } from '../../../domain/routes-lines';
import { ADULT_LINES, type LineId } from '../../../domain/routes-table';
import type { School } from '../../../domain/school';
import { BY_CATEGORY, type GuidanceId } from './guidance-table';

export { type GuidanceId, NOT_SAFEGUARDING } from './guidance-table';

/** More than fits a telephone's screen is read by nobody. */
export const MOST = 8;

const CHILD_LINES: readonly LineId[] = ['pupil', 'visitor', 'system'];

interface Scene {
  readonly matter: Matter;
  readonly route: Route;
  readonly school: School;
  readonly at: DateTime;
}

/**
 * What to do and what not to do, for this concern at this hour: at most eight lines, what matters most first.
 * Danger, then whom to ring, then who will hear of it, then what the category asks.
 * @param room how many lines there is room for.
 */
export function guidanceFor(matter: Matter, route: Route, school: School, at: DateTime, room = MOST): GuidanceId[] {
  const scene = { matter, route, school, at };
  const lines = [
    ...danger(scene),
    ...ringing(scene),
    ...people(scene),
    ...ownDuty(scene),
    ...ofCategory(scene).filter((line) => isFor(line, scene)),
  ];
  // Wales has its own guidance, and a line that says so always has room.
  const last: GuidanceId[] = school.nation === 'wales' ? ['welsh-guidance'] : [];
  return [...[...new Set(lines)].slice(0, room - last.length), ...last];
}

function danger({ matter, route }: Scene): GuidanceId[] {
  if (matter.danger) return ['ring-999-first', 'find-lead-in-person'];
  const isLeadOut = [...route.absent, ...route.vacant].some((office) => office === 'dsl' || office === 'deputy');
  const isTold = route.tell.some(({ office }) => office === 'dsl' || office === 'deputy');
  return CHILD_LINES.includes(route.line) && isLeadOut && !isTold ? ['find-lead-in-person'] : [];
}

function ringing({ matter, route, school, at }: Scene): GuidanceId[] {
  const lines: GuidanceId[] = [];
  const isAboutOutsider = ADULT_LINES.includes(route.line) || route.line === 'visitor';
  const isCrime =
    matter.category === 'nudes' || matter.category === 'grooming' || matter.category === 'illegal-material';
  if (isAboutOutsider && isCrime && !isSelfReport(matter)) lines.push('adult-involved-police');
  if (route.showNumberAtOnce && route.end?.contact === 'lado') lines.push('ring-lado');
  if (route.showNumberAtOnce && route.end?.contact === 'councilSafeguarding') lines.push('ring-council-officer');
  const isChildAtRisk = route.line === 'pupil' || route.line === 'visitor';
  const isClosed = route.outOfHours !== null || !isOpen(school, at);
  if (isClosed && (isChildAtRisk || (ADULT_LINES.includes(route.line) && !isSelfReport(matter)))) {
    lines.push('ring-duty-team');
  }
  const isNumberOfChildren = route.showNumberAtOnce && route.end?.contact === 'childrensServices';
  if (isNumberOfChildren || (isChildAtRisk && isClosed)) lines.push('anyone-may-refer');
  return lines;
}

function people({ matter, route, school }: Scene): GuidanceId[] {
  if (ADULT_LINES.includes(route.line) && !isSelfReport(matter)) {
    const lines: GuidanceId[] = ['who-receives', 'do-not-investigate', 'do-not-tell-subject', 'your-name-is-kept'];
    return isEmployedElsewhere(matter, school) ? [...lines, 'employer-told-later'] : lines;
  }
  if (route.line === 'visitor') return ['do-not-investigate', 'do-not-tell-subject'];
  return isSelfReport(matter) || route.excluded.length > 0 ? ['who-receives'] : [];
}

/** A teacher whom a child has told of FGM rings the police in person; nobody can do it for them. */
function ownDuty({ matter }: Scene): GuidanceId[] {
  return matter.category === 'fgm' && matter.childSaid === true ? ['fgm-own-duty'] : [];
}

const OF_A_CHILD: readonly GuidanceId[] = ['listen', 'childs-own-words', 'no-blame', 'stay-with-the-child'];

/** What the category asks. Of a website or system there may be no child to speak with, so that comes last. */
function ofCategory({ matter: { category, about } }: Scene): GuidanceId[] {
  const lines = BY_CATEGORY[category];
  if (about !== 'system') return [...lines];
  return [
    ...lines.filter((line) => !OF_A_CHILD.includes(line)),
    ...lines.filter((line) => OF_A_CHILD.includes(line) && line !== 'stay-with-the-child'),
  ];
}

/** To somebody who tells of their own mistake these would be a reproach, or make no sense. */
const NOT_OF_ONESELF: readonly GuidanceId[] = [
  ...(['listen', 'no-blame', 'stay-with-the-child', 'do-not-investigate', 'report-anyway'] as const),
  ...(['two-senior-staff', 'one-machine', 'tell-lead-only', 'leave-image-questions'] as const),
];

/** Lines that send people to an office: not to one that is kept out, for it may be the one it is about. */
const SENDS_TO: Partial<Record<GuidanceId, string>> = {
  'change-password': 'ictLead',
  'lock-or-wipe': 'ictLead',
  'tell-data-lead-now': 'dataProtectionOfficer',
};

function isFor(line: GuidanceId, scene: Scene): boolean {
  const { matter, route, school } = scene;
  if (isSelfReport(matter) && NOT_OF_ONESELF.includes(line)) return false;
  const office = SENDS_TO[line];
  return office === undefined || !route.excluded.some((id) => holds(school, id, office));
}

/** Whether a safeguarding lead is among those who receive it: only then may advice send people to one. */
export function isLeadTold({ tell }: Route, school: School): boolean {
  return tell.some(
    ({ office, people: told }) =>
      office === 'dsl' || office === 'deputy' || told.some((id) => holds(school, id, 'dsl', 'deputy')),
  );
}
