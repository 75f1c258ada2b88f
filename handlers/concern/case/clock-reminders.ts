import { DateTime } from 'luxon';
import { nextOpening } from '../../../domain/calendar';
import { schoolDayBefore } from '../../../domain/school-days';
import type { School } from '../../../domain/school';
import type { Job } from '../../../infra/outbox';
import type { Desk } from '../../capability';

/** Reminded once this part of the time is over, or as the school opens on the day before if that is sooner. */
const BEFORE = 0.75;

/** The two reminders of a clock that a lead has set: in school hours, as no law says otherwise (P7). */
export function clockReminders(ref: string, clock: string, due: DateTime, { school, now }: Desk): Job[] {
  const before = beforeEnd(now, due, school);
  const end = nextOpening(school, due);
  return [...(before < due ? [before] : []), end].map((at, index) => ({
    id: `clock|${ref}|${clock}|${index}`,
    kind: 'concern/clock',
    dueAt: at.toUTC().toISO() ?? '',
    data: { ref, clock },
  }));
}

function beforeEnd(now: DateTime, due: DateTime, school: School): DateTime {
  const part = nextOpening(school, now.plus({ milliseconds: (due.toMillis() - now.toMillis()) * BEFORE }));
  const dayBefore = nextOpening(school, schoolDayBefore(school, due).startOf('day'));
  return dayBefore > now ? DateTime.min(part, dayBefore) : part;
}
