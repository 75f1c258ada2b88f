import { z } from 'zod';
import { phrase } from '../../../cards/view';
import { type Desk, type Outcome, type Turn, type Verb, verb } from '../../capability';
import { concernOf } from '../finding';
import { mayOpen } from '../rules';
import type { Concern } from '../schema';
import { isAlarm, stateData } from '../telling';
import type { Person } from '../../../domain/school';
import { openRows } from './open-rows';

/** As many as one card shows well on a telephone. */
const SHOWN = 8;

/** Counted no further: a number that nobody can hold in their head. */
const COUNTED = 99;

/** How many concerns are open for this person; more than 99 are said to be that. */
export async function countOpen(person: Person, desk: Desk): Promise<number> {
  let count = 0;
  for await (const _ of openRows(person.id, desk)) if (++count > COUNTED) break;
  return count;
}

/** The next open concerns that this person may open, after the one at `after`. */
async function openFor(person: Person, desk: Desk, after: string): Promise<{ concerns: Concern[]; next: string }> {
  const concerns: Concern[] = [];
  let next = '';
  for await (const { order, row } of openRows(person.id, desk, after)) {
    if (concerns.length === SHOWN) return { concerns, next };
    const kept = await concernOf(row.ref, desk);
    if (!kept || !mayOpen(person.id, kept.concern, desk.school, desk.now)) continue;
    concerns.push(kept.concern);
    next = order;
  }
  return { concerns, next: '' };
}

export async function listOpen(turn: Turn, desk: Desk, after = ''): Promise<Outcome> {
  const { concerns, next } = await openFor(turn.person, desk, after);
  const total = await countOpen(turn.person, desk);
  const lines = concerns.map((concern) => ({
    ref: concern.ref,
    open: phrase('concern.list.open', { ref: concern.ref }),
    line: phrase(isAlarm(concern) ? 'concern.list.danger' : 'concern.list.line', stateData(concern, desk)),
  }));
  const count = total > COUNTED ? phrase('concern.list.many') : String(total);
  return { reply: inPrivate(turn, { card: 'concern/list', data: { concerns: lines, total: count, next } }) };
}

function inPrivate(turn: Turn, view: { card: string; data: Record<string, never> | object }): Outcome['reply'] {
  const shown = view as { card: string; data: Record<string, string> };
  return turn.where === 'private' ? { here: [shown] } : { privately: [shown] };
}

export const listVerbs: readonly Verb[] = [
  verb({
    name: 'concern/list',
    data: z.object({
      after: z
        .string()
        .regex(/^(\d\|[A-Z0-9-]{1,20})?$/)
        .default(''),
    }),
    find: async () => true,
    may: () => true,
    handle: ({ turn, desk, data }) => listOpen(turn, desk, data.after),
  }),
];
