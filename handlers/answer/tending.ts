import { type Asked, carersOf } from '../../domain/asked';
import { localDay } from '../../domain/calendar';
import { findPerson } from '../../domain/people';
import type { Outcome, Verb } from '../capability';
import { resolve } from '../clauses';
import { holderOf } from './holder';
import { Chosen, Looking, OfAsked } from './schema';
import { becomes, tendVerb, undecided } from './tend-verb';
import { askedView, confirmView, offersView } from './tending-views';

/** What whoever looks after a policy does with a question that was passed on to them. */
export const tendVerbs: readonly Verb[] = [
  tendVerb({
    name: 'answer/asked',
    data: OfAsked,
    handle: async ({ kept, desk }) => ({ reply: { here: [askedView(kept.asked, desk)] } }),
  }),

  tendVerb({
    name: 'answer/look',
    data: Looking,
    handle: undecided(async ({ kept, data, desk }) => ({
      reply: { here: [offersView(kept.asked, data.words, desk)] },
    })),
  }),

  tendVerb({
    name: 'answer/choose',
    data: Chosen,
    handle: undecided(async ({ kept, data, turn, desk }) => {
      const place = resolve(data.clause, desk);
      if (!place) return CHANGED;
      return { reply: { here: [confirmView(kept.asked, place, turn.person.id, desk)] } };
    }),
  }),

  tendVerb({
    name: 'answer/match',
    data: Chosen,
    handle: undecided(async ({ kept, data, turn, desk }) => {
      const place = resolve(data.clause, desk);
      if (!place) return CHANGED;
      const policy = place.held.policy.id;
      if (!carersOf(desk.school, policy, localDay(desk.school, desk.now)).includes(turn.person.id))
        return { reply: { here: [confirmView(kept.asked, place, turn.person.id, desk)] } };
      return becomes(kept, { state: 'matched', clause: data.clause, policy }, desk);
    }),
  }),

  tendVerb({
    name: 'answer/hand-on',
    data: Chosen,
    handle: undecided(async ({ kept, data, desk }) => {
      const place = resolve(data.clause, desk);
      const policy = place?.held.policy.id ?? '';
      const [to] = carersOf(desk.school, policy, localDay(desk.school, desk.now));
      const owner = findPerson(desk.school, to);
      if (!place || !owner) return CHANGED;
      const { change } = await becomes(kept, { state: 'open', policy, to: owner.id }, desk);
      const asked: Asked = { ...kept.asked, state: 'open', policy, to: owner.id };
      const message = {
        // Handed back and forth it is a new message each time.
        id: `question|${asked.id}|${desk.now.toMillis()}`,
        to: { person: owner.id },
        view: askedView(asked, desk),
      };
      return {
        reply: { here: [{ card: 'answer/handed-on', data: { owner: holderOf(owner) } }] },
        change: { ...change, messages: [message] },
      };
    }),
  }),

  tendVerb({
    name: 'answer/absent',
    data: OfAsked,
    handle: undecided(async ({ kept, desk }) => becomes(kept, { state: 'absent' }, desk)),
  }),

  tendVerb({
    name: 'answer/leave',
    data: OfAsked,
    handle: undecided(async ({ kept, desk }) => becomes(kept, { state: 'left' }, desk)),
  }),

  tendVerb({
    name: 'answer/reopen',
    data: OfAsked,
    async handle({ kept, desk }) {
      const { change } = await becomes(kept, { state: 'open' }, desk);
      const reply = { here: [askedView({ ...kept.asked, state: 'open' }, desk)] };
      return kept.asked.state === 'open' ? { reply } : { reply, ...(change ? { change } : {}) };
    },
  }),
];

const CHANGED: Outcome = { reply: { here: [{ card: 'answer/changed', data: {} }] } };
