import type { z } from 'zod';
import { type Asked, askedKey, carersOf, tends } from '../../domain/asked';
import { localDay } from '../../domain/calendar';
import { findPerson } from '../../domain/people';
import { type KeptAsked, keptAsked, standingOf } from '../asked';
import { type Desk, type Outcome, type Press, type Verb, verb } from '../capability';
import { resolve } from '../clauses';
import { Chosen, Looking, OfAsked } from './schema';
import { askedView, confirmView, decidedView, offersView } from './tending-views';

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
      const { change } = becomes(kept, { state: 'open', policy, to: owner.id }, desk);
      const asked: Asked = { ...kept.asked, state: 'open', policy, to: owner.id };
      const message = {
        // Handed back and forth it is a new message each time.
        id: `question|${asked.id}|${desk.now.toMillis()}`,
        to: { person: owner.id },
        view: askedView(asked, desk),
      };
      return {
        reply: { here: [{ card: 'answer/handed-on', data: { owner: owner.name } }] },
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
      const { change } = becomes(kept, { state: 'open' }, desk);
      const reply = { here: [askedView({ ...kept.asked, state: 'open' }, desk)] };
      return kept.asked.state === 'open' ? { reply } : { reply, ...(change ? { change } : {}) };
    },
  }),
];

const CHANGED: Outcome = { reply: { here: [{ card: 'answer/changed', data: {} }] } };

interface TendRule<Shape extends z.ZodType<z.infer<typeof OfAsked>>> {
  readonly name: string;
  readonly data: Shape;
  handle(press: Press<z.output<Shape>, KeptAsked>): Promise<Outcome>;
}

/** A verb about one question, for those who may say what becomes of it. */
function tendVerb<Shape extends z.ZodType<z.infer<typeof OfAsked>>>({ name, data, handle }: TendRule<Shape>): Verb {
  return verb({
    name,
    data,
    find: ({ asked }, _turn, desk) => keptAsked(asked, desk),
    may: (person, { asked }, { school, now }) => tends(school, asked, person.id, localDay(school, now)),
    handle,
  });
}

/** An old card decides nothing that is decided already: it shows what was, and how to change it. */
function undecided<Data>(handle: (press: Press<Data, KeptAsked>) => Promise<Outcome>) {
  return async (press: Press<Data, KeptAsked>): Promise<Outcome> => {
    const { asked } = press.kept;
    const standing = standingOf(asked, press.desk);
    if (standing !== 'matched' && standing !== 'absent') return handle(press);
    return { reply: { here: [decidedView(asked, press.desk)] } };
  };
}

function becomes({ asked, etag }: KeptAsked, turned: Partial<Asked>, desk: Desk): Outcome {
  const { clause: _before, ...rest } = asked;
  const value: Asked = { ...rest, ...turned };
  return {
    reply: { here: [decidedView(value, desk)] },
    change: { ops: [{ op: 'update', key: askedKey(asked.id), value, etag }] },
  };
}
