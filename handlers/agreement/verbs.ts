import { alone } from '../alone';
import { type Desk, type Outcome, type Turn, type Verb, verb } from '../capability';
import { findAct, keepAct, latestAct, wordsOf } from './acts';
import { type Ask, owed, owingOf, type Wording } from './asking';
import { findMine } from './finding';
import { lastAct } from './campaign/last';
import { isTakenBack } from './campaign/taken-back';
import { changesView } from './changed';
import { mineView } from './mine';
import { nameProblem } from './rules';
import { Agreeing, FromChange, Reading, Which, WhichAct } from './schema';
import { askView, receiptView, type Shown, wordsView } from './views';
import { z } from 'zod';

const findMyAct = ({ agreement, at }: { agreement: string; at: string }, { person }: Turn, desk: Desk) =>
  findAct(agreement, person.id, at, desk);

const anybody = () => true;

/** The question again, or the receipt of an agreement that holds: agreeing twice is agreeing once. */
async function askOrReceipt(wording: Wording, turn: Turn, desk: Desk, shown: Shown = {}): Promise<Outcome> {
  const ask = await owed(wording, turn.person, desk);
  if (ask) return { reply: alone(turn, askView(ask, desk, shown)) };
  const act = await latestAct(wording, turn.person.id, desk);
  return { reply: alone(turn, act ? receiptView(act, false, desk) : await mineView(turn.person, desk)) };
}

async function agree(
  ask: Pick<Ask, 'wording' | 'person'>,
  typedName: string,
  turn: Turn,
  desk: Desk,
): Promise<Outcome> {
  const { act, ops } = await keepAct(ask, typedName, desk);
  return { reply: alone(turn, receiptView(act, true, desk)), change: { ops } };
}

export const signerVerbs: readonly Verb[] = [
  verb({
    name: 'agreement/mine',
    data: z.object({}),
    find: async () => true,
    may: anybody,
    handle: async ({ turn, desk }) => ({ reply: alone(turn, await mineView(turn.person, desk)) }),
  }),

  verb({
    name: 'agreement/show',
    data: Which,
    find: findMine,
    may: anybody,
    handle: ({ kept, turn, desk }) => askOrReceipt(kept, turn, desk),
  }),

  verb({
    name: 'agreement/read',
    data: Reading,
    find: findMine,
    may: anybody,
    handle: ({ kept, turn, desk, data: { page, name } }) => askOrReceipt(kept, turn, desk, { page, name }),
  }),

  verb({
    name: 'agreement/changes',
    data: FromChange,
    find: findMine,
    may: anybody,
    async handle({ kept, turn, desk, data: { from } }) {
      const last = await lastAct(kept.entry.id, turn.person.id, desk.records);
      const all = last ? await kept.changedSince(last.hash) : [];
      if (all.length === 0) return askOrReceipt(kept, turn, desk);
      return { reply: alone(turn, changesView({ agreement: kept.entry.id, title: kept.title }, all, from)) };
    },
  }),

  verb({
    name: 'agreement/agree',
    data: Agreeing,
    find: findMine,
    may: anybody,
    async handle({ kept, turn, desk, data }) {
      const name = data.name.trim();
      const ask = await owingOf(kept, turn.person, desk);
      if (!ask) return askOrReceipt(kept, turn, desk);
      // An agreement is to the words that were on the card. If those are no longer the school's, the new ones are shown.
      if (data.hash !== kept.words.hash) return askOrReceipt(kept, turn, desk, { name, problem: 'changed' });
      const problem = nameProblem(name);
      if (problem) return askOrReceipt(kept, turn, desk, { name, problem });
      return agree(ask, name, turn, desk);
    },
  }),

  verb({
    name: 'agreement/receipt',
    data: WhichAct,
    find: findMyAct,
    may: anybody,
    handle: async ({ kept, turn, desk }) => ({
      reply: alone(
        turn,
        (await isTakenBack(kept, desk)) ? await mineView(turn.person, desk) : receiptView(kept, false, desk),
      ),
    }),
  }),

  verb({
    name: 'agreement/words',
    data: WhichAct,
    find: findMyAct,
    may: anybody,
    handle: async ({ kept, turn, desk, data }) => ({
      reply: alone(turn, wordsView(kept, (await wordsOf(kept, desk)) ?? '', data.page, desk)),
    }),
  }),
];
