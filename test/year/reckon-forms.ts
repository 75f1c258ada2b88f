import { latestOf, mondayOf, plus } from './plain-days';
import { isIn, personOf } from './plain-people';
import { CLASSES, FORM } from './plan-forms';
import type { Part } from './reckoning';

const LISTED = 21;

/** Forms from home: a week before, on the day and twice after to the class's teacher, then once a week to the office manager. */
export function reckonForms(): Part {
  const sent = new Set<string>();
  const out = new Map(CLASSES.map(({ id, pupils }) => [id, new Set<string>(pupils)]));
  return {
    look(day, tell) {
      const open = CLASSES.filter(({ id }) => out.get(id)?.size);
      const once = (to: string, what: string, key: string) => {
        if (!isIn(personOf(to), day) || sent.has(key)) return;
        sent.add(key);
        tell(to, what);
      };
      const rung = latestOf([-7, 0, 7, 14, LISTED], FORM.due, day);
      for (const { id, teacher } of rung === undefined || rung === LISTED ? [] : open)
        once(teacher, 'forms', `${id} ${rung}`);
      if (plus(FORM.due, LISTED) <= day && open.length > 0) once('office', 'forms-list', mondayOf(day));
    },
    noon(day) {
      for (const { id, back } of CLASSES)
        for (const { pupils } of back.filter(({ on }) => on === day))
          for (const pupil of pupils) out.get(id)?.delete(pupil);
    },
  };
}
