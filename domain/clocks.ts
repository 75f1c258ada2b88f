import type { DateTime } from 'luxon';
import { addSchoolMinutes } from './calendar';
import { CATEGORIES, type Risk } from './categories';
import { addLength, escalatesWithin, lengthOf } from './clocks-lengths';
import type { Clock } from './clocks-names';
import { isSelfReport, type Matter } from './matter';
import { ADULT_LINES, type LineId } from './routes-table';
import type { School } from './school';

export { CLOCKS, type Clock, LEGAL_CLOCKS, NO_CLOCK } from './clocks-names';
export { escalatesWithin } from './clocks-lengths';
export { type Escalation, escalationPlan } from './clocks-plan';

/**
 * Which clocks run on a matter. Legal ones start at raising, whether or not anyone has opened it.
 * @param isSomebodyInside false when nobody in the school is fit to receive it: only the legal clocks remain.
 */
export function clocksFor(school: School, matter: Matter, line: LineId, isSomebodyInside: boolean): Clock[] {
  const legal = legalClocks(school, matter, line);
  if (!isSomebodyInside) return legal;
  if (matter.danger) return ['danger-now 5 min', ...legal];
  return legal.includes('72 h breach') ? legal : ['school hours', ...legal];
}

function legalClocks(school: School, matter: Matter, line: LineId): Clock[] {
  const clocks: Clock[] = [];
  const { category } = matter;
  if (category === 'personal-data' || category === 'lost-device') clocks.push('72 h breach');
  if (ADULT_LINES.includes(line) && CATEGORIES[category].isAllegation && !isSelfReport(matter)) {
    clocks.push(school.nation === 'wales' ? 'council clock (Wales)' : 'LADO one working day');
  }
  if (category === 'fgm' && matter.childSaid === true) clocks.push('FGM from school file');
  return clocks;
}

/**
 * When a clock that started at `raisedAt` is due: an instant.
 * @param risk of the concern, for `school hours` alone.
 */
export function dueAt(clock: Clock, raisedAt: DateTime, school: School, risk: Risk = 'medium'): DateTime {
  switch (clock) {
    case 'danger-now 5 min':
      return raisedAt.plus({ minutes: 5 });
    case 'school hours':
      return addSchoolMinutes(school, raisedAt, escalatesWithin(school, risk));
    case '72 h breach':
      return addLength(raisedAt, lengthOf(school, 'breach'));
    case 'LADO one working day':
      return addLength(raisedAt, lengthOf(school, 'lado'));
    case 'council clock (Wales)':
      return addLength(raisedAt, lengthOf(school, 'council'));
    case 'FGM from school file':
      return addLength(raisedAt, lengthOf(school, 'fgm'));
  }
}
