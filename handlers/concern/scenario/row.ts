import { DateTime } from 'luxon';
import { z } from 'zod';
import { isSchoolDay, localDay } from '../../../domain/calendar';
import { isBankHoliday } from '../../../domain/bank-holidays';
import { Category } from '../../../domain/categories';
import type { School } from '../../../domain/school';

/** One line of a file of scenarios: what is asked. What is expected of the answer is never read. */
export const ScenarioRow = z.object({
  id: z.string(),
  when: z.enum(['school-day-10:15', 'school-day-17:30', 'evening', 'weekend', 'holiday']),
  raiser: z.string(),
  about: z.enum(['pupil', 'adult', 'headteacher', 'dsl', 'deputy', 'chair', 'system', 'self', 'none']),
  category: Category,
  away: z.array(z.string()).default([]),
  conflict: z.array(z.string()).default([]),
  setup: z
    .object({
      danger: z.boolean().default(false),
      vacant: z.array(z.string()).default([]),
      sameHolder: z.array(z.string()).default([]),
      subject: z.string().nullish(),
      childSaid: z.boolean().nullish(),
    })
    .prefault({}),
});
export type ScenarioRow = z.output<typeof ScenarioRow>;

const FRIDAY = 5;
const SATURDAY = 6;
const FAR_ENOUGH_DAYS = 400;

/** An instant in this school's own calendar: the first that fits, a week after term began. */
export function instantOf(when: ScenarioRow['when'], school: School): DateTime {
  const start = DateTime.fromISO(school.calendar.terms[0]?.from ?? '2026-09-02', { zone: school.timezone }).plus({
    weeks: 1,
  });
  const schoolFriday = firstDay(start, (day) => day.weekday === FRIDAY && isSchoolDay(school, day));
  switch (when) {
    case 'school-day-10:15':
      return schoolFriday.set({ hour: 10, minute: 15 });
    case 'school-day-17:30':
      return schoolFriday.set({ hour: 17, minute: 30 });
    case 'evening':
      return schoolFriday.set({ hour: 20, minute: 30 });
    case 'weekend':
      return firstDay(schoolFriday, (day) => day.weekday === SATURDAY).set({ hour: 11 });
    case 'holiday':
      return firstDay(start, (day) => isHoliday(school, day)).set({ hour: 11 });
  }
}

function isHoliday(school: School, day: DateTime): boolean {
  return day.weekday < SATURDAY && !isSchoolDay(school, day) && !isBankHoliday(localDay(school, day));
}

function firstDay(from: DateTime, fits: (day: DateTime) => boolean): DateTime {
  for (let ahead = 0; ahead < FAR_ENOUGH_DAYS; ahead += 1) {
    const day = from.plus({ days: ahead });
    if (fits(day)) return day;
  }
  return from;
}

/** The school as the row has it: offices joined in one person or left vacant, and holders away that day. */
export function schoolOf(row: ScenarioRow, school: School, at: DateTime): School {
  const offices = { ...school.offices };
  const one = sharedHolder(row, school);
  for (const office of one ? row.setup.sameHolder : []) offices[office] = one ? [one] : [];
  for (const office of row.setup.vacant) offices[office] = [];
  const gone = new Set(row.away.flatMap((name) => offices[name] ?? [name]));
  const day = localDay(school, at);
  const people = school.people.map((person) => {
    return gone.has(person.id) ? { ...person, away: [...person.away, { from: day, to: day }] } : person;
  });
  return { ...school, offices, people };
}

/** Whoever was picked as subject if they hold one of the offices, else the first holder of the first that is held. */
function sharedHolder({ setup }: ScenarioRow, school: School): string | undefined {
  const holders = setup.sameHolder.flatMap((office) => school.offices[office] ?? []);
  return holders.find((id) => id === setup.subject) ?? holders[0];
}
