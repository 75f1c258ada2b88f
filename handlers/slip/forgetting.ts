import { dayAt } from '../../domain/calendar';
import { schoolYearOf } from '../../domain/duty-dates';
import type { School } from '../../domain/school';
import { Fact, Held } from './schema';

/** The day from which nothing of a form is kept any more: so many school years after its own as the school's file says. */
export function forgetOn(value: unknown, school: School): string | undefined {
  const year = Fact.safeParse(value).data?.year ?? yearOf(Held.safeParse(value).data, school);
  return year === undefined ? undefined : `${year + 1 + school.forms.keptYears}-09-01`;
}

/** What is noted is noted in the form's own school year: a card of another changes nothing. */
function yearOf(held: Held | undefined, school: School): number | undefined {
  return held && schoolYearOf(dayAt(held.last, school));
}
