import { z } from 'zod';
import { phrase } from '../../../cards/view';
import { sayInstant } from '../../../domain/when';
import { type Desk, type Outcome, type Turn, type Verb, verb } from '../../capability';
import { concernOf } from '../finding';
import { mayOpen } from '../rules';
import type { Concern } from '../schema';
import { atSchool } from '../shown';
import { isAlarm, stateData } from '../telling';
import type { Person } from '../../../domain/school';

/** As many as one card shows well on a telephone. */
const SHOWN = 10;

/** Open concerns that this person may open. */
export async function openFor(person: Person, desk: Desk): Promise<Concern[]> {
  const found: Concern[] = [];
  for (const ref of await refs('open|', desk)) {
    const kept = await concernOf(ref, desk);
    if (kept && mayOpen(person.id, kept.concern, desk.school, desk.now)) found.push(kept.concern);
  }
  // What nobody has opened comes first, then what has waited longest.
  return found.sort((a, b) => Number(a.state !== 'raised') - Number(b.state !== 'raised') || (a.ref < b.ref ? -1 : 1));
}

async function refs(prefix: string, desk: Desk): Promise<string[]> {
  const all: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await desk.records.listPrefix(prefix, { limit: 500, ...(cursor ? { cursor } : {}) });
    all.push(...page.rows.map(({ key }) => key.slice(prefix.length)));
    cursor = page.cursor;
  } while (cursor);
  return all;
}

export async function listOpen(turn: Turn, desk: Desk): Promise<Outcome> {
  const open = await openFor(turn.person, desk);
  const concerns = open.slice(0, SHOWN).map((concern) => ({
    ref: concern.ref,
    open: phrase('concern.list.open', { ref: concern.ref }),
    line: phrase(isAlarm(concern) ? 'concern.list.danger' : 'concern.list.line', stateData(concern, desk)),
  }));
  const view = { card: 'concern/list', data: { concerns, total: open.length, more: Math.max(0, open.length - SHOWN) } };
  return { reply: inPrivate(turn, view) };
}

export async function listMine(turn: Turn, desk: Desk): Promise<Outcome> {
  const mine = (await refs(`mine|${turn.person.id}|`, desk)).reverse().slice(0, SHOWN);
  const kept = await Promise.all(mine.map((ref) => concernOf(ref, desk)));
  const reports = kept.flatMap((found) => {
    if (!found) return [];
    const { ref, raisedAt, state } = found.concern;
    const said = state === 'raised' ? 'received' : state === 'closed' ? 'dealtWith' : 'seen';
    const line = phrase('concern.mine.line', {
      ref,
      raised: sayInstant(atSchool(raisedAt, desk)),
      state: phrase(`concern.stage.${said}`),
    });
    return [{ ref, add: phrase('concern.mine.add', { ref }), line }];
  });
  return { reply: inPrivate(turn, { card: 'concern/mine', data: { reports } }) };
}

function inPrivate(turn: Turn, view: { card: string; data: Record<string, never> | object }): Outcome['reply'] {
  const shown = view as { card: string; data: Record<string, string> };
  return turn.where === 'private' ? { here: [shown] } : { privately: [shown] };
}

export const listVerbs: readonly Verb[] = [
  verb({
    name: 'concern/list',
    data: z.object({}),
    find: async () => true,
    may: () => true,
    handle: ({ turn, desk }) => listOpen(turn, desk),
  }),
  verb({
    name: 'concern/mine',
    data: z.object({}),
    find: async () => true,
    may: () => true,
    handle: ({ turn, desk }) => listMine(turn, desk),
  }),
];
