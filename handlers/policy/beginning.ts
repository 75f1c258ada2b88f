import { phrase } from '../../cards/view';
import type { Person } from '../../domain/school';
import type { Beginning, Desk } from '../capability';
import { countUndecided } from './list';
import { keepsAll, mayKeep } from './rules';

/** Whether every policy can be read, and no new version waits for a word. */
export async function beginning(person: Person, desk: Desk): Promise<Beginning | undefined> {
  const { policies } = desk.school;
  const mine = policies.filter((each) => mayKeep(desk.school, each, person.id));
  const isBare = policies.length === 0 && keepsAll(desk.school, person.id);
  if (mine.length === 0 && !isBare) return undefined;
  const unread = mine.filter(({ id }) => !desk.library.policy(id)).length;
  const open = await countUndecided(person, desk);
  return {
    title: phrase('policy.beginning.title'),
    line: phrase('policy.beginning.line', { all: mine.length, unread, open }),
    isSet: !isBare && unread === 0 && open === 0,
    ...(isBare ? {} : { button: { title: phrase('policy.beginning.open'), verb: 'policy/list' } }),
  };
}
