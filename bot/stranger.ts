import type { Desk, Reply } from '../handlers/capability';
import { numberOutside, whomToFind } from '../handlers/people-to-find';
import type { Arrival } from './dispatch';

/**
 * What Lantern says to somebody whom the school does not know: nothing of its own, but never silence, because a child
 * may be in danger. The emergency line, who to find, whom to ring outside, and that a lead can take it down by hand.
 */
export function greetStranger(
  { where, act }: Pick<Arrival, 'where' | 'act'>,
  { school, now }: Pick<Desk, 'school' | 'now'>,
): Reply {
  const data = { ...whomToFind(school, now), outside: numberOutside(school, now) };
  const view = { card: 'common/stranger', data };
  return where === 'private' && act.kind !== 'pressed' ? { here: [view] } : { privately: [view] };
}
