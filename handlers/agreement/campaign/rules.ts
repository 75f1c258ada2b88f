import { isDay } from '../../../domain/day';
import { dayAfter } from '../../../domain/days';
import { holds } from '../../../domain/people';
import type { School } from '../../../domain/school';

/** Nobody has less than a week, and no round is set for more than a year ahead. */
const DAYS = { atLeast: 7, ahead: 366 } as const;

/** Longest reason, and longest name of a place where a paper lies. */
export const LONGEST = { reason: 300, heldBy: 120 } as const;

/** Who keeps the register: the office manager and the headteacher. */
export function keepsRegister(school: School, personId: string): boolean {
  return holds(school, personId, 'officeManager', 'headteacher');
}

export type PlanProblem =
  | 'noOpening'
  | 'noDue'
  | 'opensPast'
  | 'opensEarly'
  | 'opensFar'
  | 'duePast'
  | 'dueSoon'
  | 'dueFar';

/** What is wrong with the days of a round; undefined when they will do. @param wordsFrom the day that its words bear. */
export function planProblem(opensOn: string, dueOn: string, today: string, wordsFrom = ''): PlanProblem | undefined {
  if (!isDay(opensOn)) return 'noOpening';
  if (!isDay(dueOn)) return 'noDue';
  if (opensOn < today) return 'opensPast';
  if (opensOn < wordsFrom) return 'opensEarly';
  if (opensOn > dayAfter(today, DAYS.ahead)) return 'opensFar';
  if (dueOn < today) return 'duePast';
  if (dueOn < dayAfter(opensOn, DAYS.atLeast)) return 'dueSoon';
  return dueOn > dayAfter(opensOn, DAYS.ahead) ? 'dueFar' : undefined;
}

export type PaperProblem = 'noDay' | 'dayAhead' | 'dayOld' | 'dayBefore' | 'noHolder' | 'longHolder';

/** What is wrong with a signature on paper. @param since from this day on acts count in the round. */
export function paperProblem(
  { signedOn, heldBy }: { readonly signedOn: string; readonly heldBy: string },
  today: string,
  since: string | undefined,
): PaperProblem | undefined {
  if (!isDay(signedOn)) return 'noDay';
  if (signedOn > today) return 'dayAhead';
  if (signedOn < dayAfter(today, -DAYS.ahead)) return 'dayOld';
  if (since !== undefined && signedOn < since) return 'dayBefore';
  if (heldBy === '') return 'noHolder';
  return heldBy.length > LONGEST.heldBy ? 'longHolder' : undefined;
}

/** What is wrong with a reason; undefined when it will do. */
export function reasonProblem(reason: string): 'noReason' | 'longReason' | undefined {
  if (reason === '') return 'noReason';
  return reason.length > LONGEST.reason ? 'longReason' : undefined;
}
