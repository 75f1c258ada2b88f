import { holdersOf } from '../domain/people';
import type { Desk, Reply } from '../handlers/capability';
import type { Arrival } from './dispatch';

/**
 * What Lantern says to somebody whom the school does not know: nothing of its own, but never silence,
 * because a child may be in danger. The emergency line, and who to find in person.
 */
export function greetStranger({ where, act }: Pick<Arrival, 'where' | 'act'>, { school }: Pick<Desk, 'school'>): Reply {
  const leads = [...holdersOf(school, 'dsl'), ...holdersOf(school, 'deputy')];
  const find = leads.map(({ name, telephone }) => ({ name, telephone: telephone ?? '' }));
  const view = { card: 'common/stranger', data: { find } };
  return where === 'private' && act.kind !== 'pressed' ? { here: [view] } : { privately: [view] };
}
