import { z } from 'zod';
import type { Ladder, Step } from './ladder';

const WHEN = /^(?:on the day|([1-9]\d?) (day|week)s? (before|after))$/;
const EVERY = /^([1-9]\d?) (day|week)s?$/;
const DAYS = { day: 1, week: 7 } as const;

/** A rung as a school writes it: `{ when: 4 weeks before }`, `{ when: 1 week after, every: 1 week, to: [headteacher] }`. */
const RungSetting = z.strictObject({
  when: z.string().regex(WHEN, 'a time such as "4 weeks before", "on the day" or "1 week after"'),
  /** From then on again and again. */
  every: z.string().regex(EVERY, 'a length such as "1 week"').optional(),
  /** How often at most. */
  times: z.int().min(1).max(100).optional(),
  /** Offices; `person` is whoever owes it, or whose it is; `manager` is who looks after that person in their work. */
  to: z.array(z.string().min(1).max(60)).min(1).default(['person']),
});

/** The rungs of one ladder, in the order in which they are climbed. */
export const LadderSetting = z
  .array(RungSetting)
  .min(1)
  .max(20)
  .transform((rungs) => rungs.map(stepOf))
  .refine(isClimbed, 'the rungs must stand in the order of their days, each on a day of its own');

/** When and to whom reminders of a kind go, where this school differs: `ladders` in its file. One thing may differ from its kind: `ladder`. */
export const LadderSettings = z.strictObject({
  review: LadderSetting.optional(),
  agreement: LadderSetting.optional(),
  duty: LadderSetting.optional(),
  training: LadderSetting.optional(),
  request: LadderSetting.optional(),
  blockAgain: LadderSetting.optional(),
  forms: LadderSetting.optional(),
  induction: LadderSetting.optional(),
});

function stepOf({ when, every, times, to }: z.output<typeof RungSetting>): Step {
  const reached = daysOf(when);
  const id = when.replaceAll(' ', '-');
  const everyDays = every && daysIn(EVERY.exec(every));
  return { id, reached, to, ...(everyDays ? { everyDays, ...(times ? { times } : {}) } : {}) };
}

/** Days from the due day; those before it are negative. */
function daysOf(when: string): number {
  const found = WHEN.exec(when);
  return found?.[3] === 'before' ? -daysIn(found) : daysIn(found);
}

function daysIn(found: RegExpExecArray | null): number {
  const [, count = '0', unit = 'day'] = found ?? [];
  return Number(count) * (unit === 'week' ? DAYS.week : DAYS.day);
}

function isClimbed(steps: Ladder): boolean {
  return steps.every((step, index) => index === 0 || Number(steps[index - 1]?.reached) < Number(step.reached));
}
