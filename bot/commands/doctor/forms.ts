import { classesIn, type SchoolClass, teaches } from '../../../domain/classes';
import { schoolYearOf } from '../../../domain/duty-dates';
import { ladderOf } from '../../../domain/ladder';
import { isReachable } from '../../../domain/people';
import type { School } from '../../../domain/school';
import { sayYear } from '../../../domain/school-year';
import { formsOf } from '../../../handlers/slip/rules';
import { type Finding, look } from './finding';

/** Offices that see the forms of every class, as the school's ladder may name them. */
const MAY_HEAR = ['person', 'officeManager', 'dsl', 'deputy'];

/** Whether the forms of pupils and parents have class lists of this school year, and each somebody who ticks. */
export function checkForms(school: School, today: string): Finding[] {
  if (school.forms.list.length === 0) return [];
  const year = schoolYearOf(today);
  const classes = classesIn(school, year);
  const mend = 'put them under classes, or take them from a list: lantern classes FILE.csv';
  const none = look(`There is no class list for ${sayYear(year)}, so no form can be ticked`, mend);
  return [
    ...(classes.length === 0 ? [none] : []),
    ...classes.flatMap((one) => checkClass(one, school, today)),
    ...deafOffices(school).map((office) =>
      look(
        `The ladder of forms names ${office}, who may not see them and is told nothing`,
        'name officeManager or dsl',
      ),
    ),
  ];
}

function checkClass(one: SchoolClass, school: School, today: string): Finding[] {
  if (formsOf(one, school).length === 0) return [];
  const { id, pupils } = one;
  const isTaught = school.people.some((person) => teaches(one, person, today) && isReachable(person));
  return [
    ...(pupils.length === 0 ? [look(`No pupil stands on the list of class ${id}`, 'put in initials or codes')] : []),
    ...(isTaught ? [] : [look(`Nobody can be reminded of the forms of class ${id}`, 'name a teacher who is here')]),
  ];
}

function deafOffices(school: School): string[] {
  const named = ladderOf(school, 'forms').flatMap(({ to }) => to);
  return [...new Set(named)].filter((office) => !MAY_HEAR.includes(office));
}
