import { z } from 'zod';
import { type Datum, phrase } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import { findPerson } from '../../domain/people';
import type { Person, PolicyEntry } from '../../domain/school';
import { alone } from '../alone';
import { type Capability, type Desk, type Outcome, type Turn, verb } from '../capability';
import { isCommand } from '../command';
import { aboutPerson } from './about-person';
import { beginning } from './beginning';
import { checklistOf, keepItem, leftOf, type Owing, policiesFor } from './checklist';
import { listView, personView, seenBy } from './list';
import { inductionNudges } from './nudging';
import { isNew, maySee, type Newcomer, seesAll } from './rules';
import { FromLine, OfPerson, OfPolicy } from './schema';
import { mineView, policyView, reportingView } from './views';
import { beside } from './whom';

const OWN = ['my induction', 'my first days'];
const COMMANDS = ['induction', 'inductions', 'new starters', 'new staff'];

/** Takes somebody new through what they must know, agree to, read and learn, a few things a day (S246, S332). @param owing whose debts stand on the list. */
export function openInduction(owing: Owing): Capability {
  async function mine(turn: Turn, desk: Desk, done: Datum = '', items: readonly string[] = []) {
    const newcomer = newIn(turn.person, desk);
    if (!newcomer) return { card: 'induction/none', data: { seesOthers: seenBy(turn.person, desk).length > 0 } };
    return mineView(newcomer, await checklistOf(newcomer, owing, desk, items), desk, done);
  }

  async function list(turn: Turn, desk: Desk, from = 0) {
    const isSeer = seesAll(desk.school, turn.person.id) || seenBy(turn.person, desk).length > 0;
    return isSeer ? listView(turn.person, owing, desk, from) : mine(turn, desk);
  }

  /** Keeps that something was done. Whoever is not new, or has done it before, changes nothing. */
  async function doneWith(item: string, policy: string, turn: Turn, desk: Desk): Promise<Outcome> {
    const newcomer = newIn(turn.person, desk);
    const ops = newcomer ? await keepItem(newcomer, item, policy, desk) : [];
    const view = await mine(turn, desk, newcomer ? phrase('induction.thanks') : '', [item]);
    return { reply: alone(turn, view), ...(ops.length > 0 ? { change: { ops } } : {}) };
  }

  return {
    name: 'induction',
    hears: (text) => isCommand(text, [...OWN, ...COMMANDS]),
    async said(turn, desk) {
      const isOwn = turn.act.kind === 'said' && isCommand(turn.act.text, OWN);
      return { reply: alone(turn, isOwn ? await mine(turn, desk) : await list(turn, desk)) };
    },
    aboutPerson,
    nudges: (desk) => inductionNudges(owing, desk),
    beginning,
    beside,

    async summary(person, desk) {
      const newcomer = newIn(person, desk);
      const left = newcomer ? leftOf(await checklistOf(newcomer, owing, desk)) : 0;
      const count = seenBy(person, desk).length;
      return [
        ...(left > 0 ? [{ title: phrase('induction.summary', { left }), verb: 'induction/mine' }] : []),
        ...(count > 0 ? [{ title: phrase('induction.summaryAll', { count }), verb: 'induction/list' }] : []),
      ];
    },

    verbs: [
      verb({
        name: 'induction/mine',
        data: z.object({}),
        find: async () => true,
        may: () => true,
        handle: async ({ turn, desk }) => ({ reply: alone(turn, await mine(turn, desk)) }),
      }),

      verb({
        name: 'induction/list',
        data: FromLine,
        find: async () => true,
        // Whoever looks after nobody new sees their own, and nothing of anybody else.
        may: () => true,
        handle: async ({ turn, desk, data }) => ({ reply: alone(turn, await list(turn, desk, data.from)) }),
      }),

      verb({
        name: 'induction/person',
        data: OfPerson,
        find: async ({ person }, _turn, { school }) => findPerson(school, person),
        may: ({ id }, kept, { school }) => maySee(school, id, kept),
        handle: async ({ kept, turn, desk }) => ({ reply: alone(turn, await personView(kept, owing, desk)) }),
      }),

      verb({
        name: 'induction/reporting',
        data: z.object({}),
        find: async () => true,
        may: () => true,
        handle: async ({ turn, desk }) => ({
          reply: alone(turn, reportingView(desk, newIn(turn.person, desk) !== undefined)),
        }),
      }),

      verb({
        name: 'induction/know',
        data: z.object({}),
        find: async () => true,
        may: () => true,
        handle: ({ turn, desk }) => doneWith('reporting', '', turn, desk),
      }),

      verb({
        name: 'induction/policy',
        data: OfPolicy,
        find: findPolicy,
        may: () => true,
        handle: async ({ kept, turn, desk }) => ({
          reply: alone(turn, policyView(kept, newIn(turn.person, desk) !== undefined, desk)),
        }),
      }),

      verb({
        name: 'induction/read',
        data: OfPolicy,
        find: findPolicy,
        may: () => true,
        handle: ({ kept, turn, desk }) => doneWith(`policy.${kept.id}`, kept.id, turn, desk),
      }),
    ],
  };
}

function newIn(person: Person, { school, now }: Desk): Newcomer | undefined {
  return isNew(school, person, localDay(school, now)) ? person : undefined;
}

/** A policy of this person's own list; any other is not there at all. */
async function findPolicy(
  { policy }: { policy: string },
  { person }: Turn,
  desk: Desk,
): Promise<PolicyEntry | undefined> {
  const newcomer = newIn(person, desk);
  return newcomer && policiesFor(newcomer, desk).find(({ id }) => id === policy);
}
