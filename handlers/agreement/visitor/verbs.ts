import { alone } from '../../alone';
import { type Desk, type Turn, type Verb, type VerbRule, verb } from '../../capability';
import type { z } from 'zod';
import { wordings } from '../asking';
import { cameView } from './came';
import { makeView } from './form';
import { findLink, type KeptLink, linkFor, linkKey } from './links';
import { isForOutside, mayInvite, stateOf } from './rules';
import { Making, Nothing, Paging, WhichLink } from './schema';
import { endingView, linksView, linkView } from './views';

const REFUSED = { reply: { privately: [{ card: 'common/refused', data: {} }] } };

/** What the office manager and the headteacher may do, whatever it is about. */
function officeVerb<Shape extends z.ZodType>(
  rule: Pick<VerbRule<Shape, true>, 'name' | 'data' | 'handle' | 'invalid'>,
): Verb {
  return verb<Shape, true>({
    ...rule,
    find: async () => true,
    may: (person, _, { school }) => mayInvite(person, school),
  });
}

function linkVerb(rule: Pick<VerbRule<typeof WhichLink, KeptLink>, 'name' | 'handle'>): Verb {
  return verb<typeof WhichLink, KeptLink>({
    ...rule,
    data: WhichLink,
    find: ({ link }, _turn: Turn, desk: Desk) => findLink(link, desk),
    may: (person, _, { school }) => mayInvite(person, school),
  });
}

export const visitorVerbs: readonly Verb[] = [
  officeVerb({
    name: 'agreement/visitor-new',
    data: Nothing,
    handle: async ({ turn, desk }) => ({ reply: alone(turn, await makeView(turn, desk)) }),
  }),

  officeVerb({
    name: 'agreement/visitor-make',
    data: Making,
    async invalid(issues, raw, turn, desk) {
      if (!mayInvite(turn.person, desk.school)) return REFUSED;
      const wrong = new Set(issues.map(({ path }) => String(path[0])));
      return { reply: alone(turn, await makeView(turn, desk, raw, wrong)) };
    },
    async handle({ turn, desk, data }) {
      const wording = (await wordings(desk)).find(({ entry }) => entry.id === data.agreement && isForOutside(entry));
      // No page to be reached, or an agreement that is not for people from outside: the form says so.
      if (!desk.agreePage || !wording)
        return { reply: alone(turn, await makeView(turn, desk, data, new Set(['agreement']))) };
      const { link, ops, isNew } = await linkFor(data, turn, desk);
      const reply = alone(turn, await linkView(link, desk, isNew ? 'new' : 'again'));
      return { reply, ...(isNew ? { change: { ops } } : {}) };
    },
  }),

  officeVerb({
    name: 'agreement/visitor-links',
    data: Paging,
    handle: async ({ turn, desk, data }) => ({ reply: alone(turn, await linksView(desk, data.after)) }),
  }),

  linkVerb({
    name: 'agreement/visitor-link',
    handle: async ({ turn, desk, kept }) => ({ reply: alone(turn, await linkView(kept.link, desk)) }),
  }),

  linkVerb({
    name: 'agreement/visitor-end',
    handle: async ({ turn, desk, kept: { link } }) => ({
      reply: alone(turn, stateOf(link, desk) === 'open' ? await endingView(link, desk) : await linkView(link, desk)),
    }),
  }),

  linkVerb({
    name: 'agreement/visitor-ended',
    async handle({ turn, desk, kept: { link, etag } }) {
      if (stateOf(link, desk) !== 'open') return { reply: alone(turn, await linkView(link, desk)) };
      const ended = { ...link, ended: { at: desk.now.toUTC().toISO(), by: turn.person.id } };
      const ops = [{ op: 'update' as const, key: linkKey(link.id), value: ended, etag }];
      return { reply: alone(turn, await linkView(ended, desk)), change: { ops } };
    },
  }),

  officeVerb({
    name: 'agreement/visitors',
    data: Paging,
    handle: async ({ turn, desk, data }) => ({ reply: alone(turn, await cameView(desk, data)) }),
  }),

  officeVerb({
    name: 'agreement/visitor-find',
    data: Nothing,
    handle: async ({ turn }) => ({ reply: alone(turn, { card: 'visitor/find', data: {} }) }),
  }),
];
