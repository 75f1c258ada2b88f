import { phrase } from '../../cards/view';
import { alone } from '../alone';
import type { Capability, Desk, Turn } from '../capability';
import { aboutPerson } from './about-person';
import { askVerbs, askView, permissionsOf, startView } from './asking';
import { decideVerbs } from './deciding';
import { endVerbs } from './ending';
import { countWaiting, listVerbs, mineView, waitingView } from './lists';
import { nudges } from './nudging';
import { oneView } from './one';
import { requestVerb } from './press';
import { forget, retained } from './retained';
import { Which } from './schema';
import { isStillWaiting } from './telling';
import { wayOf } from './ways';

/** Takes what needs permission to whoever may give it, keeps what was said and why, and sees that it ends on its day. */
export const request: Capability = {
  name: 'request',
  hears: (text, pictures = 0) => pictures === 0 && wayOf(text) !== undefined,
  said: async (turn, desk) => ({ reply: alone(turn, await shown(turn, desk)) }),
  nudges,
  retained: [retained],
  aboutPerson,
  forget,
  still: { 'request/still-waiting': isStillWaiting },

  async summary(person, desk) {
    const ask = { title: phrase('request.summary'), verb: 'request/start' };
    const waiting = await countWaiting(person, desk);
    return [
      ...(permissionsOf(desk.school).length > 0 ? [ask] : []),
      ...(waiting > 0 ? [{ title: phrase('request.summaryWaiting', { waiting }), verb: 'request/waiting' }] : []),
    ];
  },

  verbs: [
    ...askVerbs,
    ...listVerbs,
    requestVerb('request/open', 'both', Which, async ({ kept, turn, desk }) => ({
      reply: alone(turn, await oneView(kept.request, turn.person.id, desk)),
    })),
    ...decideVerbs,
    ...endVerbs,
  ],
};

async function shown(turn: Turn, desk: Desk) {
  const way = turn.act.kind === 'said' ? wayOf(turn.act.text) : undefined;
  if (way === undefined || way === 'start') return startView(desk);
  if (way === 'mine') return mineView(turn.person, desk);
  return way === 'waiting' ? waitingView(turn.person, desk) : askView(way, turn, desk);
}
