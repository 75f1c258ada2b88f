import { DateTime } from 'luxon';
import { z } from 'zod';
import { phrase } from '../../../../cards/view';
import { addWorkingDays } from '../../../../domain/council';
import { addSchoolDays } from '../../../../domain/school-days';
import { Day } from '../../../../domain/school';
import type { Desk } from '../../../capability';
import { Short } from '../../schema';
import { clocksShown, ownClock } from '../clock-lines';
import { clockReminders } from '../clock-reminders';
import { IN_PAST } from '../days';
import type { Step } from '../step';

const Time = z.string().regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/);
const shape = {
  name: Short.min(1),
  rule: Short.min(1),
  runs: z.enum(['school', 'council', 'day']),
  days: z.union([z.literal(''), z.string().regex(/^[1-9]\d?$/)]).default(''),
  dueOn: z.union([z.literal(''), Day]).default(''),
  time: z.union([z.literal(''), Time]).default(''),
};
type Said = z.output<z.ZodObject<typeof shape>>;

/** A clock of this case alone: what is due, from which rule, and when (a council's own time for an answer, a review). */
export const clock: Step<typeof shape> = {
  name: 'clock',
  verb: 'concern/do-clock',
  shape,
  lines: ({ concern, work }, desk) => clocksShown(concern, work, desk).map(({ line }) => line),
  fields: () => [
    { id: 'name', kind: 'line', isNeeded: true, hasHint: true },
    { id: 'rule', kind: 'line', isNeeded: true, hasHint: true },
    {
      id: 'runs',
      kind: 'choice',
      isNeeded: true,
      choices: shape.runs.options.map((value) => ({ title: phrase(`clockRuns.${value}`), value })),
    },
    { id: 'days', kind: 'line', longest: 2, hasHint: true },
    { id: 'dueOn', kind: 'day' },
    { id: 'time', kind: 'line', longest: 5, hasHint: true },
  ],
  act({ data, kept, desk, turn }) {
    const due = endOf(data, desk);
    if (!due?.isValid) return { problem: phrase(data.runs === 'day' ? 'step.clock.needsDay' : 'step.clock.needsDays') };
    if (due <= desk.now) return IN_PAST;
    const { clocks } = kept.work;
    const { name, rule } = data;
    const dueAt = due.toUTC().toISO() ?? '';
    const added = { n: clocks.length + 1, name, rule, dueAt, by: turn.person.id, at: desk.now.toUTC().toISO() };
    return {
      work: { clocks: [...clocks, added] },
      fact: { kind: 'clock-set', facts: { name, rule, dueAt } },
      jobs: clockReminders(kept.concern.ref, ownClock(added.n), due, desk),
    };
  },
};

/** When it ends; undefined where the days, or the day and the hour, are missing. */
function endOf({ runs, days, dueOn, time }: Said, { school, now }: Desk): DateTime | undefined {
  if (runs === 'day') {
    const at = (time || school.hours.to).replace('.', ':').padStart(5, '0');
    return dueOn ? DateTime.fromISO(`${dueOn}T${at}`, { zone: school.timezone }) : undefined;
  }
  if (!days) return undefined;
  return runs === 'school' ? addSchoolDays(school, now, Number(days)) : addWorkingDays(now, Number(days));
}
