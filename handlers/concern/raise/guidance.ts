import type { DateTime } from 'luxon';
import { isOpen } from '../../../domain/calendar';
import { CATEGORIES } from '../../../domain/categories';
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
 * Danger, then whom to ring, then what cannot wait, then who will hear of it, then what else the category asks.
 * @param room how many lines there is room for.
 */
export function guidanceFor(matter: Matter, route: Route, school: School, at: DateTime, room = MOST): GuidanceId[] {
  const scene = { matter, route, school, at };
  const asked = ofCategory(scene).filter((line) => isFor(line, scene));
  const [first] = asked;
  const now = first && CANNOT_WAIT.includes(first) ? [first] : [];
  const usual = [...now, ...people(scene), ...ownDuty(scene), ...asked];
  const lines = [...danger(scene), ...ringing(scene), ...withClosedHours(usual, scene)];
  // Wales has its own guidance, and a line that says so always has room.
  const last: GuidanceId[] = school.nation === 'wales' ? ['welsh-guidance'] : [];
  return [...[...new Set(lines)].slice(0, room - last.length), ...last];
}

/** Where a category begins with one of these, it goes before who will hear of it: a minute later may be too late. */
const CANNOT_WAIT: readonly GuidanceId[] = [
  ...(['ring-999-first', 'stop-and-leave-device', 'do-not-view-or-copy', 'do-not-examine'] as const),
  ...(['prevent', 'tell-data-lead-now'] as const),
];

function danger({ matter, route }: Scene): GuidanceId[] {
  if (matter.danger) return ['ring-999-first', 'find-lead-in-person'];
  const isLeadOut = [...route.absent, ...route.vacant].some((office) => office === 'dsl' || office === 'deputy');
  const isTold = route.tell.some(({ office }) => office === 'dsl' || office === 'deputy');
  return CHILD_LINES.includes(route.line) && isLeadOut && !isTold ? ['find-lead-in-person'] : [];
}

function ringing({ matter, route }: Scene): GuidanceId[] {
  const lines: GuidanceId[] = [];
  const isAboutOutsider = ADULT_LINES.includes(route.line) || route.line === 'visitor';
  const isCrime =
    matter.category === 'nudes' || matter.category === 'grooming' || matter.category === 'illegal-material';
  if (isAboutOutsider && isCrime && !isSelfReport(matter)) lines.push('adult-involved-police');
  if (route.showNumberAtOnce && route.end?.contact === 'lado') lines.push('ring-lado');
  if (route.showNumberAtOnce && route.end?.contact === 'councilSafeguarding') lines.push('ring-council-officer');
  if (route.showNumberAtOnce && route.end?.contact === 'childrensServices') lines.push('anyone-may-refer');
  return lines;
}

/** While school or council is shut: whom to ring outside. First where a child may come to harm, else after the first of the rest. */
function withClosedHours(lines: readonly GuidanceId[], { matter, route, school, at }: Scene): GuidanceId[] {
  const isShut = route.outOfHours !== null || !isOpen(school, at);
  const { area, risk } = CATEGORIES[matter.category];
  const isChild = route.line === 'pupil' || route.line === 'visitor';
  const isAdult = ADULT_LINES.includes(route.line) && !isSelfReport(matter) && area !== 'information';
  if (!isShut || !(isChild || isAdult)) return [...lines];
  const outside: GuidanceId[] = isChild ? ['ring-duty-team', 'anyone-may-refer'] : ['ring-duty-team'];
  const isUrgent = risk === 'high' || matter.danger || route.showNumberAtOnce;
  const urgent = lines[0] === 'ring-999-first' ? 1 : 0;
  const before = isUrgent ? urgent : AFTER_THE_FIRST;
  return [...lines.slice(0, before), ...outside, ...lines.slice(before)];
}

const AFTER_THE_FIRST = 3;

function people({ matter, route, school }: Scene): GuidanceId[] {
  if (ADULT_LINES.includes(route.line) && !isSelfReport(matter)) {
    const lines: GuidanceId[] = ['do-not-investigate', 'do-not-tell-subject', 'your-name-is-kept', 'who-receives'];
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
