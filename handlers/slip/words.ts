import { type Datum, phrase } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import type { SchoolClass } from '../../domain/classes';
import { dueDays, schoolYearOf } from '../../domain/duty-dates';
import type { Form } from '../../domain/form-settings';
import type { School } from '../../domain/school';
import type { Desk } from '../capability';

/** How a form is called: as the school says, else by what it is. */
export function titleOf({ title, kind }: Pick<Form, 'title' | 'kind'>): Datum {
  return title ?? phrase(`slip.usual.${kind}`);
}

/** How people call a class. */
export function nameOf({ name, id }: Pick<SchoolClass, 'name' | 'id'>): string {
  return name ?? id;
}

/** The school year of today, by the year in which it begins. */
export function yearNow({ school, now }: Pick<Desk, 'school' | 'now'>): number {
  return schoolYearOf(localDay(school, now));
}

/** By when a form should be back in a school year: on a school day, or undefined where the school has set none. */
export function dueOf({ due }: Pick<Form, 'due'>, year: number, school: School): string | undefined {
  if (due === undefined) return undefined;
  const [first] = dueDays({ on: due, lasts: '1 day' }, school, { from: `${year}-09-01`, to: `${year + 1}-08-31` });
  return first?.dueOn;
}

/** Initials or codes, one after the other. */
export function marks(pupils: readonly string[]): string {
  return pupils.join(', ');
}
