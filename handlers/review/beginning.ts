import { phrase } from '../../cards/view';
import type { Person } from '../../domain/school';
import type { Beginning, Desk } from '../capability';
import { mayDecide } from './rules';
import { allStandings } from './standing';
import { isOverdue } from './views';

/** Whether every policy that is theirs to decide on has a day for its next review. */
export async function beginning(person: Person, desk: Desk): Promise<Beginning | undefined> {
  const mine = (await allStandings(desk)).filter(({ policy }) => mayDecide(desk.school, policy, person.id));
  if (mine.length === 0) return undefined;
  const undated = mine.filter(({ reviewOn }) => reviewOn === undefined).length;
  const overdue = mine.filter((standing) => isOverdue(standing, desk)).length;
  return {
    title: phrase('review.beginning.title'),
    line: phrase('review.beginning.line', { all: mine.length, undated, overdue }),
    isSet: undated === 0 && overdue === 0,
    button: { title: phrase('review.beginning.open'), verb: 'review/list' },
  };
}
