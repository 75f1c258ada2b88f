import { duesAround } from '../../../domain/duty-dates';
import type { School } from '../../../domain/school';
import { doersOf } from '../../../handlers/duty/rules';
import { type Finding, look } from './finding';

/**
 * Whether every duty has somebody who does it, and a day. @param today the school's own day.
 * What the organisers of a week set each year cannot be reckoned: the card of that week asks the school to check it.
 */
export function checkDuties(school: School, today: string): Finding[] {
  return school.duties.flatMap((duty) => {
    const { id, office, confirmedBy } = duty;
    const found: Finding[] = [];
    const [doer] = doersOf(school, duty, today);
    const mend = `fill the office ${office}, or give the duty another office`;
    if (confirmedBy.length === 0 && doer === undefined)
      found.push(look(`Nobody can be reminded of the duty ${id}`, mend));
    else if (confirmedBy.length === 0 && doer?.why === 'vacant')
      found.push(
        look(
          `Nobody whom Lantern can write to holds ${office}, so ${doer.person.name} is reminded of the duty ${id}`,
          mend,
        ),
      );
    if (!duesAround(duty, school, today).some(({ dueOn }) => dueOn >= today))
      found.push(look(`The duty ${id} has no day to come`, 'add terms under calendar, or mend every, from or on'));
    return found;
  });
}
