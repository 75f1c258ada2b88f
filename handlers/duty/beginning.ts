import { phrase } from '../../cards/view';
import { holdersOf } from '../../domain/people';
import type { Person } from '../../domain/school';
import type { Beginning, Desk } from '../capability';
import { maySeeAll } from './rules';
import { allStandings } from './standing';
import { isLate } from './views';

/** Whether anything comes round, somebody holds the office that does it, and none of it is late. */
export async function beginning(person: Person, desk: Desk): Promise<Beginning | undefined> {
  const { school } = desk;
  if (!maySeeAll(school, person.id)) return undefined;
  const all = school.duties.length;
  const vacant = school.duties.filter(
    ({ office, confirmedBy }) => confirmedBy.length === 0 && holdersOf(school, office).length === 0,
  ).length;
  const late = (await allStandings(desk)).filter((standing) => isLate(standing, desk)).length;
  return {
    title: phrase('duty.beginning.title'),
    line: phrase('duty.beginning.line', { all, vacant, late }),
    isSet: all > 0 && vacant === 0 && late === 0,
    ...(all > 0 ? { button: { title: phrase('duty.beginning.open'), verb: 'duty/list' } } : {}),
  };
}
