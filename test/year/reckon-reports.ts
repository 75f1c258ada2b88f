import { schoolDayFrom } from './plain-days';
import { isIn, isOfSchool, personOf } from './plain-people';
import { PLANNED } from './plan';
import { REPORTS } from './plan-work';
import type { Part } from './reckoning';

const LOOKING = ['person-5', 'head'];
const REMINDED_AFTER = 3;

/**
 * Once a term two people look the governors' report over; whoever has not after three school days is reminded once. Where
 * a remark was left both hear that it waits. In the end all governors have it.
 */
export function reckonReports(): Part {
  const sent = new Set<string>();
  const looked = new Set<string>();
  return {
    look(day, tell) {
      for (const { term, madeOn, waitsOn, sentOn } of REPORTS) {
        const once = (ids: readonly string[], what: string) => {
          for (const id of ids.filter((each) => !sent.has(`${term} ${each} ${what}`))) {
            sent.add(`${term} ${id} ${what}`);
            tell(id, what);
          }
        };
        if (day === madeOn) once(LOOKING, 'report look');
        if (day === waitsOn) once(LOOKING, 'report waits');
        if (day === sentOn)
          once(
            PLANNED.flatMap((each) =>
              each.roles.includes('governor') && isOfSchool(each, day) && !each.isOutside ? each.id : [],
            ),
            'report sent',
          );
        if (day < sentOn && (schoolDayFrom(madeOn, REMINDED_AFTER) ?? '9') <= day)
          once(
            LOOKING.filter((id) => !looked.has(`${term} ${id}`) && isIn(personOf(id), day)),
            'report remind',
          );
      }
    },
    noon(day) {
      for (const { term, looks } of REPORTS)
        for (const { by, on } of looks) if (on === day) looked.add(`${term} ${by}`);
    },
  };
}
