import { phrase } from '../../cards/view';
import { classify } from '../../library';
import { alone } from '../alone';
import type { Capability, Desk, Outcome, Turn } from '../capability';
import { isCommand } from '../command';
import { owedBy, sentKey } from './asking';
import { figures } from './figures';
import { mineView } from './mine';
import { nudges } from './nudging';
import { verbs } from './verbs';
import { askView } from './views';
import { hearsVisitors, saidVisitors } from './visitor';
import { visitorVerbs } from './visitor/verbs';

const COMMANDS = ['my agreements', 'my agreement', 'agreements'];

/** Asks every adult to agree to the exact words meant for them, and keeps who agreed to which words, and when. */
export const agreement: Capability = {
  name: 'agreement',
  hears: (text) => isCommand(text, COMMANDS) || hearsVisitors(text) || classify(text).intent === 'my-aup',
  async said(turn, desk) {
    if (turn.act.kind === 'said' && hearsVisitors(turn.act.text)) return saidVisitors(turn.act.text, turn, desk);
    return { reply: alone(turn, await mineView(turn.person, desk)) };
  },
  joined: askAtOnce,
  nudges,
  figures,
  verbs: [...verbs, ...visitorVerbs],

  async owed(person, desk) {
    return (await owedBy(person, desk)).map(({ wording: { entry, title } }) => ({
      ...{ id: `agreement.${entry.id}`, title },
      ...{ verb: 'agreement/show', data: { agreement: entry.id } },
    }));
  },

  async summary(person, desk) {
    const count = (await owedBy(person, desk)).length;
    return [
      {
        title: count > 0 ? phrase('agreement.summaryOwed', { count }) : phrase('agreement.summary'),
        verb: 'agreement/mine',
      },
    ];
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
