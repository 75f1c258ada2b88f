import { phrase } from '../../cards/view';
import { classify } from '../../library';
import { alone } from '../alone';
import { aboutPerson } from './about-person';
import type { Capability, Desk, Outcome, Turn } from '../capability';
import { isCommand } from '../command';
import { beginning } from './beginning';
import { countOwed, owedBy, sentKey } from './asking';
import { figures } from './figures';
import { follow, isFollowed, notFollowed } from './campaign/following';
import { isOwed, remindSome } from './campaign/reminding';
import { keepsRegister } from './campaign/rules';
import { putRight, settleSome } from './campaign/settling';
import { agreementsView, campaignVerbs } from './campaign/verbs';
import { mineView } from './mine';
import { nudges } from './nudging';
import { printVerbs } from './printing';
import { questionVerbs } from './question/verbs';
import { retained } from './retained';
import { signerVerbs } from './verbs';
import { askView } from './views';
import { hearsVisitors, saidVisitors } from './visitor';
import { visitorVerbs } from './visitor/verbs';

const COMMANDS = ['my agreements', 'my agreement'];
/** To whoever keeps the register these show the school's; to everybody else their own. */
const OF_SCHOOL = ['agreements', 'agreement', 'school agreements', 'campaign', 'campaigns', 'start a campaign'];

/** Asks every adult to agree to the exact words meant for them, and keeps who agreed to which words, and when. */
export const agreement: Capability = {
  name: 'agreement',
  hears: (text) =>
    isCommand(text, [...COMMANDS, ...OF_SCHOOL]) || hearsVisitors(text) || classify(text).intent === 'my-aup',
  async said(turn, desk) {
    if (turn.act.kind === 'said' && hearsVisitors(turn.act.text)) return saidVisitors(turn.act.text, turn, desk);
    const isOfSchool = turn.act.kind === 'said' && isCommand(turn.act.text, OF_SCHOOL);
    return { reply: alone(turn, isOfSchool ? await agreementsView(turn, desk) : await mineView(turn.person, desk)) };
  },
  joined: askAtOnce,
  nudges,
  figures,
  putRight,
  jobs: {
    'agreement/places': settleSome,
    'agreement/remind-some': remindSome,
    'agreement/follow': follow,
    'agreement/not-followed': notFollowed,
  },
  still: { 'agreement/owed': isOwed, 'agreement/followed': isFollowed },
  verbs: [...signerVerbs, ...questionVerbs, ...campaignVerbs, ...printVerbs, ...visitorVerbs],

  async owed(person, desk) {
    return (await owedBy(person, desk)).map(({ wording: { entry, title } }) => ({
      ...{ id: `agreement.${entry.id}`, title },
      ...{ verb: 'agreement/show', data: { agreement: entry.id } },
    }));
  },

  retained,
  aboutPerson,

  beginning,

  async summary(person, desk) {
    const count = await countOwed(person, desk);
    const mine = {
      title: count > 0 ? phrase('agreement.summaryOwed', { count }) : phrase('agreement.summary'),
      verb: 'agreement/mine',
    };
    const all = { title: phrase('agreement.summaryAll'), verb: 'agreement/campaigns' };
    return keepsRegister(desk.school, person.id) ? [mine, all] : [mine];
  },
};

/** Asks a newcomer now, and writes the row of that reminder, so that the tick does not ask the same again. */
async function askAtOnce(turn: Turn, desk: Desk): Promise<Outcome> {
  const asks = (await owedBy(turn.person, desk)).filter(({ askedOn }) => askedOn === undefined);
  if (asks.length === 0) return { reply: {} };
  const at = desk.now.toUTC().toISO();
  const rows = asks.map(({ askId: id, person }) => ({
    op: 'insert' as const,
    key: sentKey(id),
    value: { id, to: person.id, kind: 'agreement', at },
  }));
  return { reply: alone(turn, ...asks.map((ask) => askView(ask, desk))), change: { ops: rows } };
}
