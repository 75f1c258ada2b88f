import { phrase } from '../../cards/view';
import { alone } from '../alone';
import type { Capability, Desk, Turn } from '../capability';
import { isCommand } from '../command';
import { aboutPerson } from './about-person';
import { beginning } from './beginning';
import { calendarOf } from './calendar';
import { figures } from './figures';
import { keepRest } from './keeping';
import { listView } from './list';
import { mineView } from './mine';
import { nudges } from './nudging';
import { retained } from './retained';
import { mayKeepTraining } from './rules';
import { ownNeeds } from './standing';
import { verbs } from './verbs';
import { titleOf } from './words';

const OWN = ['my training', 'my trainings', 'my cpd'];
const COMMANDS = ['training', 'trainings', 'training due', 'training record', 'staff training'];

/** Keeps who was trained in what and when, and says in time what runs out (KCSIE part two). */
export const training: Capability = {
  name: 'training',
  hears: (text) => isCommand(text, [...OWN, ...COMMANDS]),
  said: async (turn, desk) => ({ reply: alone(turn, await shown(turn, desk)) }),
  nudges,
  figures,
  calendar: calendarOf,
  verbs,
  retained: [retained],
  aboutPerson,
  jobs: { 'training/keep': keepRest },

  async owed(person, desk) {
    const never = (await ownNeeds(person, desk)).filter(({ lastOn }) => lastOn === undefined);
    return never.map(({ kind }) => ({
      ...{ id: `training.${kind.id}`, title: titleOf(kind) },
      ...{ verb: 'training/mine', data: {} },
    }));
  },

  beginning,

  async summary(person, desk) {
    if (mayKeepTraining(desk.school, person.id))
      return [{ title: phrase('training.summaryAll'), verb: 'training/list' }];
    const needs = await ownNeeds(person, desk);
    const count = needs.filter(({ state }) => state === 'overdue' || state === 'soon' || state === 'new').length;
    const title = count > 0 ? phrase('training.summaryDue', { count }) : phrase('training.summary');
    return needs.length > 0 || person.id === '' ? [{ title, verb: 'training/mine' }] : [];
  },
};

/** "training" is the school's to whoever keeps it, and their own to everybody else; "my training" is always one's own. */
async function shown({ person, act }: Turn, desk: Desk) {
  const isOwn = act.kind === 'said' && isCommand(act.text, OWN);
  return !isOwn && mayKeepTraining(desk.school, person.id) ? listView(desk) : mineView(person, desk);
}
