import { alone } from '../../alone';
import { type Desk, type Turn, type Verb, verb } from '../../capability';
import { mineView } from '../mine';
import { Which } from '../schema';
import { agreedView } from './agreed-list';
import { exemptVerbs } from './exempting';
import { withFollowing } from './following';
import { listView } from './listing';
import { paperVerbs } from './paper';
import { paperBackVerbs } from './paper-back';
import { FromLine, OfList } from './presses';
import { registerVerb } from './register-verb';
import { remindVerbs } from './reminding';
import { keepsRegister } from './rules';
import { freshen } from './settling';
import { startVerbs } from './starting';
import { campaignsView, campaignView } from './views';

/** The school's agreements to whoever keeps the register; to everybody else their own. */
export async function agreementsView({ person }: Pick<Turn, 'person'>, desk: Desk, from = 0) {
  return keepsRegister(desk.school, person.id) ? campaignsView(desk, from) : mineView(person, desk);
}

export const campaignVerbs: readonly Verb[] = [
  verb({
    name: 'agreement/campaigns',
    data: FromLine,
    find: async () => true,
    may: () => true,
    handle: async ({ turn, desk, data }) =>
      withFollowing({ reply: alone(turn, await agreementsView(turn, desk, data.from)) }, turn, desk),
  }),

  registerVerb({
    name: 'agreement/campaign',
    data: Which,
    async handle({ turn, kept, desk }) {
      const change = await freshen(kept, desk);
      return { reply: alone(turn, await campaignView(kept, desk)), ...(change ? { change } : {}) };
    },
  }),

  registerVerb({
    name: 'agreement/standing',
    data: OfList,
    async handle({ turn, kept, desk, data: { state, role, after } }) {
      const isAgreed = state === 'agreed';
      const view = isAgreed ? agreedView(kept, after, desk) : listView(kept, { state, role, after }, desk);
      return { reply: alone(turn, await view) };
    },
  }),

  ...startVerbs,
  ...remindVerbs,
  ...exemptVerbs,
  ...paperVerbs,
  ...paperBackVerbs,
];
