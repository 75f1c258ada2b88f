import { DateTime } from 'luxon';
import { z } from 'zod';
import { phrase } from '../../../cards/view';
import { isSchoolDay } from '../../../domain/calendar';
import { findPerson } from '../../../domain/people';
import { isAtHand } from '../../../domain/at-hand';
import { schoolDayBefore } from '../../../domain/school-days';
import type { Change, Job } from '../../../infra/outbox';
import type { Desk } from '../../capability';
import { leaders, mayOpen } from '../rules';
import { sayDayOf } from '../shown';
import { besides, tellPerson } from '../telling';
import { caseOf, type KeptCase } from './finding';

const Reminder = z.object({ ref: z.string(), n: z.int() });

/** Whoever has a task is reminded as the school opens: on the school day before, and on the day if school is open then (P7). */
export function taskReminders(ref: string, n: number, dueOn: string, { school, now }: Desk): Job[] {
  const [hour = 8, minute = 0] = school.hours.from.split(':').map(Number);
  const due = DateTime.fromISO(dueOn, { zone: school.timezone }).set({ hour, minute });
  return [schoolDayBefore(school, due), due]
    .filter((at) => at > now && isSchoolDay(school, at))
    .map((at) => ({
      id: `task|${ref}|${n}|${at.toISODate()}`,
      kind: 'concern/task-due',
      dueAt: at.toUTC().toISO() ?? '',
      data: { ref, n },
    }));
}

/** The day and no more: what is to be done is read on the case. Nothing once it is done (P5, P7). */
export async function remindOfTask(data: unknown, desk: Desk): Promise<Change> {
  const { ref, n } = Reminder.parse(data);
  const kept = await caseOf(ref, desk);
  const task = kept?.work.tasks.find((each) => each.n === n && !each.ended);
  if (!kept || !task || kept.concern.state === 'closed') return {};
  const { people, isInstead } = whoFor(task.owner, kept, desk);
  const why = phrase(isInstead ? 'concern.why.taskInstead' : 'concern.why.task', { on: sayDayOf(task.dueOn) });
  return {
    messages: people.map((person) =>
      besides(
        tellPerson(person, kept.concern, desk, { why, tone: 'attention', until: 'closed', of: { task: n } }, true),
        `task.${n}.${desk.now.toISODate()}`,
      ),
    ),
  };
}

/** Its owner; when they are not here today, or may not read the case any more, its holder or else those who lead it. */
function whoFor(owner: string, { concern }: KeptCase, desk: Desk): { people: string[]; isInstead: boolean } {
  const { school, now } = desk;
  if (isHere(owner, desk) && mayOpen(owner, concern, school, now)) return { people: [owner], isInstead: false };
  const leading = leaders(concern, school, now).filter((id) => isHere(id, desk));
  const holder = leading.filter((id) => id === concern.takenBy);
  return { people: holder.length > 0 ? holder : leading, isInstead: true };
}

function isHere(id: string, { school, now }: Desk): boolean {
  const person = findPerson(school, id);
  return person !== undefined && isAtHand(school, person, now);
}
