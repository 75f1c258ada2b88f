import { phrase } from '../../cards/view';
import { classesIn } from '../../domain/classes';
import { holds } from '../../domain/people';
import type { Person } from '../../domain/school';
import { sayYear } from '../../domain/school-year';
import type { Beginning, Desk } from '../capability';
import { countOut } from './views';
import { yearNow } from './words';

/** Whether this year's class lists are in, for the office manager of a school that keeps forms or classes here. */
export async function beginning(person: Person, desk: Desk): Promise<Beginning | undefined> {
  const { school } = desk;
  if (!holds(school, person.id, 'officeManager')) return undefined;
  if (school.forms.list.length + school.classes.list.length === 0) return undefined;
  const year = yearNow(desk);
  const [classes, forms] = [classesIn(school, year).length, school.forms.list.length];
  const out = classes > 0 && forms > 0 ? await countOut(person, desk) : 0;
  return {
    title: phrase('slip.beginning.title'),
    line: phrase('slip.beginning.line', { classes, forms, out, year: sayYear(year) }),
    isSet: classes > 0 && forms > 0,
    ...(classes > 0 && forms > 0 ? { button: { title: phrase('slip.beginning.open'), verb: 'slip/list' } } : {}),
  };
}
