import { phrase } from '../../cards/view';
import type { CalendarDay, Desk } from '../capability';
import { dueOf, titleOf, yearNow } from './words';

/** The days by which forms should be back, this school year and the next, for the office manager, who hears of what is late. */
export async function calendarOf(office: string, desk: Desk): Promise<readonly CalendarDay[]> {
  if (office !== 'officeManager') return [];
  const year = yearNow(desk);
  return [year, year + 1].flatMap((each) =>
    desk.school.forms.list.flatMap((form) => {
      const on = dueOf(form, each, desk.school);
      if (on === undefined) return [];
      return [{ id: `slip-${form.id}-${each}`, on, title: phrase('slip.inCalendar', { title: titleOf(form) }) }];
    }),
  );
}
