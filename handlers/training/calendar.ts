import { phrase } from '../../cards/view';
import { holds } from '../../domain/people';
import type { CalendarDay, Desk } from '../capability';
import { ownNeeds } from './standing';
import { titleOf } from './words';

/** Until when those who hold an office are trained, each kind by the first of them whose training runs out. No names. */
export async function calendarOf(office: string, desk: Desk): Promise<readonly CalendarDay[]> {
  const holders = desk.school.people.filter(({ id }) => holds(desk.school, id, office));
  const needs = (await Promise.all(holders.map((person) => ownNeeds(person, desk)))).flat();
  const soonest = new Map<string, CalendarDay>();
  for (const { kind, dueOn } of needs) {
    const known = soonest.get(kind.id);
    if (dueOn === undefined || (known && known.on <= dueOn)) continue;
    soonest.set(kind.id, {
      id: `training-${kind.id}`,
      on: dueOn,
      title: phrase('training.inCalendar', { title: titleOf(kind) }),
    });
  }
  return [...soonest.values()];
}
