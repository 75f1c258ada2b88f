import type { DateTime } from 'luxon';
import { addSchoolMinutes } from './calendar';
import { CATEGORIES, type Risk } from './categories';
import { escalatesWithin, lengthOf, type Length } from './clocks-lengths';
import type { Matter } from './matter';
import { lineOf } from './routes-lines';
import { type Outside, outOfHoursOf } from './routes-outside';
import type { Route } from './routes-shape';
import type { School } from './school';

/** The same concern told to somebody else because nobody opened it. */
export interface Escalation {
  readonly at: DateTime;
  /** 1 for the first; part of the identity of the message. */
  readonly rung: number;
  /** The office told next; null at the end of the line, where those told before and the reporter get the number. */
  readonly office: string | null;
  readonly people: readonly string[];
  /** The outside body and its number, at the end of the line. */
  readonly outside: Outside | null;
  readonly why: 'danger-not-opened' | 'not-opened';
}

/** Minutes after raising, at any hour. */
const DANGER_RUNGS = [5, 10, 15] as const;
/** Parts of the time to tell the regulator, at any hour: of 72 hours, after 12, 36 and 60. */
const BREACH_PARTS = [1 / 6, 1 / 2, 5 / 6] as const;
const HOURS_OF_A_WORKING_DAY = 24;

type Step = Pick<Escalation, 'office' | 'people' | 'outside'>;

/**
 * When, and to whom, a concern goes that nobody opens: along its own route and no other.
 * Danger now after 5, 10 and 15 minutes at any hour; a breach along its legal clock; the rest in school time, one rung
 * after each length of `escalatesWithin`. Empty when nobody inside is fit: the number was shown at once.
 * @param risk when a lead has changed it; else the category's own.
 */
export function escalationPlan(
  school: School,
  route: Route,
  matter: Matter,
  raisedAt: DateTime,
  risk: Risk = CATEGORIES[matter.category].risk,
): Escalation[] {
  if (route.mayOpenPeople.length === 0) return [];
  const offices = lineOf(school, matter).tell;
  const instants = instantsOf(school, route, raisedAt, risk, offices);
  const why = route.clocks.includes('danger-now 5 min') ? 'danger-not-opened' : 'not-opened';
  const steps = stepsOf(route, instants.length);
  return steps.flatMap((step, index) => {
    const at = instants[index];
    if (!at) return [];
    const outside = step.outside && (outOfHoursOf(school, step.outside, at) ?? step.outside);
    return [{ at, rung: index + 1, ...step, outside, why }];
  });
}

function instantsOf(
  school: School,
  route: Route,
  raisedAt: DateTime,
  risk: Risk,
  offices: readonly string[],
): DateTime[] {
  if (route.clocks.includes('danger-now 5 min')) return DANGER_RUNGS.map((minutes) => raisedAt.plus({ minutes }));
  if (!route.clocks.includes('school hours')) {
    const hours = hoursOf(lengthOf(school, 'breach'));
    return BREACH_PARTS.map((part) => raisedAt.plus({ minutes: Math.round(hours * 60 * part) }));
  }
  const within = escalatesWithin(school, risk);
  const rungs = route.next.length + 1;
  // Cover of the offices that are told first keeps the clock running in a holiday, also of one whose holder was away.
  return Array.from({ length: rungs }, (_, index) => addSchoolMinutes(school, raisedAt, within * (index + 1), offices));
}

function hoursOf({ count, unit }: Length): number {
  return unit === 'hours' ? count : count * HOURS_OF_A_WORKING_DAY;
}

/** One rung for each office that is left, then the end of the line; where danger asks for more, the end once again. */
function stepsOf(route: Route, wanted: number): Step[] {
  const inside = route.next.map((seat) => ({ office: seat.office, people: seat.people, outside: null }));
  const everyone = [...new Set([...route.mayOpenPeople, ...route.next.flatMap(({ people }) => people)])];
  const last: Step = { office: null, people: everyone, outside: route.end };
  const steps: Step[] = [...inside];
  while (steps.length < wanted) steps.push(last);
  return steps.slice(0, Math.max(wanted, 0));
}
