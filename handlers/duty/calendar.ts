import { phrase } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import { duesAround, schoolYearOf } from '../../domain/duty-dates';
import type { Duty } from '../../domain/duty-settings';
import type { CalendarDay, Desk } from '../capability';
import { allStandings } from './standing';
import { titleOf } from './views';

/** The duties of an office for its own calendar, to the end of the next school year: what is late, and what comes. */
export async function calendarOf(office: string, desk: Desk): Promise<readonly CalendarDay[]> {
  const today = localDay(desk.school, desk.now);
  const standings = await allStandings(desk);
  return standings
    .filter(({ duty }) => duty.office === office)
    .flatMap(({ duty, open, last }) => {
      const ahead = duesAround(duty, desk.school, today).filter(({ dueOn }) => today <= dueOn && dueOn <= endOf(today));
      const late = open.filter(({ dueOn }) => dueOn < today);
      return [...late, ...ahead]
        .filter(({ dueOn }) => !last || last.dueOn < dueOn)
        .map(({ dueOn }) => entryOf(duty, dueOn));
    });
}

function entryOf(duty: Duty, dueOn: string): CalendarDay {
  return { id: `duty-${duty.id}-${dueOn}`, on: dueOn, title: phrase('duty.inCalendar', { title: titleOf(duty) }) };
}

/** The last day of the next school year: 31 August. */
function endOf(today: string): string {
  return `${schoolYearOf(today) + 2}-08-31`;
}
