import type { DateTime } from 'luxon';
import { isOpen, localDay } from './calendar';
import { dayAfter, daysBetween } from './days';
import type { School } from './school';

/**
 * One step of a ladder: once, or again and again. Days count from the due day, those before it as negative numbers.
 * `to` are offices, or `person`: whoever owes the thing, or whose it is; or `manager`: who looks after them in their work.
 */
export interface Step {
  readonly id: string;
  readonly reached: number | 'on-asking';
  readonly everyDays?: number;
  readonly times?: number;
  readonly to: readonly string[];
}

export type Ladder = readonly Step[];

/** Where a reminder stands. Its id goes into the identity of the nudge: `week-after-3` is another than `week-after-2`. */
export interface Rung {
  readonly id: string;
  readonly to: readonly string[];
  /** The day on which it was reached (2026-11-02); undefined for the asking itself. */
  readonly on: string | undefined;
}

/** A policy's review: 8 weeks, 4 weeks and 1 week before, on the day, and every week after; once it is late the clerk hears as well. */
export const REVIEW_LADDER: Ladder = [
  { id: 'weeks-before-8', reached: -56, to: ['person'] },
  { id: 'weeks-before-4', reached: -28, to: ['person'] },
  { id: 'weeks-before-1', reached: -7, to: ['person'] },
  { id: 'on-the-day', reached: 0, to: ['person'] },
  { id: 'week-after', reached: 7, everyDays: 7, to: ['person', 'clerk'] },
];

const ASKING: Step = { id: 'asked', reached: 'on-asking', to: ['person'] };

/** An agreement: on asking, 1 week before it is due, on the day, twice after; then the office manager has it on a weekly list. */
export const AGREEMENT_LADDER: Ladder = [
  ASKING,
  { id: 'weeks-before-1', reached: -7, to: ['person'] },
  { id: 'on-the-day', reached: 0, to: ['person'] },
  { id: 'week-after', reached: 7, everyDays: 7, times: 2, to: ['person'] },
  { id: 'listed', reached: 21, everyDays: 7, to: ['officeManager'] },
];

/** A duty that comes round: a week before, on the day, and every week after; four weeks late the headteacher hears as well. */
export const DUTY_LADDER: Ladder = [
  { id: 'weeks-before-1', reached: -7, to: ['person'] },
  { id: 'on-the-day', reached: 0, to: ['person'] },
  { id: 'week-after', reached: 7, everyDays: 7, to: ['person'] },
  { id: 'late', reached: 28, everyDays: 7, to: ['person', 'headteacher'] },
];

/** Training that runs out: 8 weeks and 2 weeks before, on the day, twice after; then the headteacher hears as well. */
export const TRAINING_LADDER: Ladder = [
  { id: 'weeks-before-8', reached: -56, to: ['person'] },
  { id: 'weeks-before-2', reached: -14, to: ['person'] },
  { id: 'on-the-day', reached: 0, to: ['person'] },
  { id: 'week-after', reached: 7, everyDays: 7, times: 2, to: ['person'] },
  { id: 'late', reached: 21, everyDays: 7, to: ['person', 'headteacher'] },
];

/** A request that nobody has decided: on the day by which it should be, and every week after. */
export const REQUEST_LADDER: Ladder = [
  { id: 'on-the-day', reached: 0, to: ['person'] },
  { id: 'week-after', reached: 7, everyDays: 7, to: ['person'] },
];

/** A website that is open until a day: on that day, and every week after until it is blocked again. */
export const BLOCK_AGAIN_LADDER: Ladder = [
  { id: 'on-the-day', reached: 0, to: ['person'] },
  { id: 'week-after', reached: 7, everyDays: 7, to: ['person'] },
];

/** Forms of pupils and parents that are still out: a week before, on the day, twice after; then the office manager has them on a weekly list. */
export const FORMS_LADDER: Ladder = [
  { id: 'weeks-before-1', reached: -7, to: ['person'] },
  { id: 'on-the-day', reached: 0, to: ['person'] },
  { id: 'week-after', reached: 7, everyDays: 7, times: 2, to: ['person'] },
  { id: 'listed', reached: 21, everyDays: 7, to: ['officeManager'] },
];

/**
 * Somebody new: a week before all of it is to be done, on the day, and twice after. From the day after it the office
 * manager has them on a weekly list, and their line manager those whom they look after.
 */
export const INDUCTION_LADDER: Ladder = [
  { id: 'week-before', reached: -7, to: ['person'] },
  { id: 'on-the-day', reached: 0, to: ['person'] },
  { id: 'late', reached: 1, to: ['officeManager', 'manager'] },
  { id: 'week-after', reached: 7, everyDays: 7, times: 2, to: ['person', 'officeManager', 'manager'] },
];

const USUAL = {
  review: REVIEW_LADDER,
  agreement: AGREEMENT_LADDER,
  duty: DUTY_LADDER,
  training: TRAINING_LADDER,
  request: REQUEST_LADDER,
  blockAgain: BLOCK_AGAIN_LADDER,
  forms: FORMS_LADDER,
  induction: INDUCTION_LADDER,
} as const;

export type LadderKind = keyof typeof USUAL;

/** Whatever may carry a ladder of its own: a policy, an agreement, a duty, a kind of training. */
export interface Reminded {
  readonly ladder?: Ladder;
}

/**
 * The ladder that holds for a thing: its own, else that of the school, else the usual one. The asking for an agreement
 * comes first whatever a school sets.
 */
export function ladderOf({ ladders }: Pick<School, 'ladders'>, kind: LadderKind, thing: Reminded = {}): Ladder {
  const own = thing.ladder ?? ladders[kind];
  if (!own) return USUAL[kind];
  return kind === 'agreement' ? [ASKING, ...own] : own;
}

/**
 * The latest rung that is reached, so that a holiday ends with one message and not four; undefined when none is, and
 * outside school hours of a school day, when no reminder goes out (P7).
 * @param dueOn a day such as 2026-11-30.
 */
export function rungAt(ladder: Ladder, dueOn: string, now: DateTime, school: School): Rung | undefined {
  if (!isOpen(school, now)) return undefined;
  return latestRung(ladder, dueOn, localDay(school, now));
}

/** The latest rung that is reached on a day, whatever the hour: for lists and for looking ahead. */
export function latestRung(ladder: Ladder, dueOn: string, today: string): Rung | undefined {
  const past = daysBetween(dueOn, today);
  // 31 February is no day, though it can be counted with.
  if (Number.isNaN(past) || dayAfter(dueOn, 0) !== dueOn) return undefined;
  let latest: Rung | undefined;
  for (const step of ladder) latest = reachedRung(step, dueOn, past) ?? latest;
  return latest;
}

/** Ladders are written in the order in which they are climbed. */
function reachedRung(step: Step, dueOn: string, past: number): Rung | undefined {
  if (step.reached === 'on-asking') return { id: step.id, to: step.to, on: undefined };
  if (past < step.reached) return undefined;
  if (step.everyDays === undefined) return { id: step.id, to: step.to, on: dayAfter(dueOn, step.reached) };
  const again = Math.min(
    Math.floor((past - step.reached) / step.everyDays) + 1,
    step.times ?? Number.POSITIVE_INFINITY,
  );
  return { id: `${step.id}-${again}`, to: step.to, on: dayAfter(dueOn, step.reached + (again - 1) * step.everyDays) };
}

/**
 * What makes a second nudge impossible: the same facts give the same id, others another, in letters that a store's key
 * may hold. Anything else is written as `~` and its code.
 */
export function nudgeId(kind: string, thing: string, dueOn: string, rung: string, personId: string): string {
  return [kind, thing, dueOn, rung, personId].map(keySafe).join('|');
}

function keySafe(part: string): string {
  return part.replace(/[^A-Za-z0-9._-]/gu, (letter) => `~${(letter.codePointAt(0) ?? 0).toString(16)}.`);
}
