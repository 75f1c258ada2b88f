import { phrase } from '../../cards/view';
import { alone } from '../alone';
import type { Capability } from '../capability';
import { isCommand } from '../command';
import { beginning } from './beginning';
import { countUndecided, listView } from './list';
import { nudges } from './nudging';
import { mayKeep } from './rules';
import { verbs } from './verbs';

const COMMANDS = ['policies', 'our policies', 'school policies', 'list policies', 'list of policies', 'all policies'];

/** Shows the school's policies, what is worth a look in them and what a new version changes, and asks who must agree again. */
export const policy: Capability = {
  name: 'policy',
  hears: (text) => isCommand(text, COMMANDS),
  said: async (turn, desk) => ({ reply: alone(turn, await listView(turn.person, desk)) }),
  nudges,
  verbs,

  beginning,

  async summary(person, desk) {
    if (!desk.school.policies.some((each) => mayKeep(desk.school, each, person.id))) return [];
    const count = await countUndecided(person, desk);
    const title = count > 0 ? phrase('policy.summaryToDecide', { count }) : phrase('policy.summary');
    return [{ title, verb: 'policy/list' }];
  },
};
