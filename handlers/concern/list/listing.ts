import { z } from 'zod';
import { phrase, type View } from '../../../cards/view';
import { type Desk, type Outcome, type Turn, type Verb, verb } from '../../capability';
import { concernOf } from '../finding';
import { mayOpen } from '../rules';
import type { Concern } from '../schema';
import { isAlarm, stateData } from '../telling';
import type { Person } from '../../../domain/school';
import { EVERYTHING, Filter, fits, isFiltered } from './filter';
import { filterLines, filterView } from './filter-view';
import { openRows } from './open-rows';

/** As many as one card shows well on a telephone. */
export const SHOWN = 8;

/** Counted no further: a number that nobody can hold in their head. */
const COUNTED = 99;

/** How many concerns are open for this person; more than 99 are said to be that. */
export async function countOpen(person: Person, desk: Desk): Promise<number> {
  return countFitting(person, desk, EVERYTHING);
}

async function countFitting(person: Person, desk: Desk, filter: Filter): Promise<number> {
  let count = 0;
  for await (const { row } of openRows(person.id, desk))
    if (fits(row, filter, person.id, desk.now) && ++count > COUNTED) break;
  return count;
}

interface OpenPage {
  readonly concerns: readonly Concern[];
  /** After which the next page begins; '' when there is none. */
  readonly next: string;
}

/** The next open concerns that this person may open, after the one at `after`. */
async function openFor(person: Person, desk: Desk, after: string, filter: Filter): Promise<OpenPage> {
  const concerns: Concern[] = [];
  let next = '';
  for await (const { order, row } of openRows(person.id, desk, after)) {
    if (!fits(row, filter, person.id, desk.now)) continue;
    if (concerns.length === SHOWN) return { concerns, next };
    const kept = await concernOf(row.ref, desk);
    if (!kept || !mayOpen(person.id, kept.concern, desk.school, desk.now)) continue;
    concerns.push(kept.concern);
    next = order;
  }
  return { concerns, next: '' };
}

export async function listOpen(turn: Turn, desk: Desk, after = '', filter = EVERYTHING): Promise<Outcome> {
  const { concerns, next } = await openFor(turn.person, desk, after, filter);
  const total = await countFitting(turn.person, desk, filter);
  const data = {
    concerns: concerns.map((concern) => lineOf(concern, desk)),
    total: total > COUNTED ? phrase('concern.list.many') : String(total),
    next,
    only: filterLines(filter, desk),
    isFiltered: isFiltered(filter),
    ...filter,
  };
  return { reply: inPrivate(turn, { card: 'concern/list', data }) };
}

/** A concern on a list, with its button. */
export function lineOf(concern: Concern, desk: Desk) {
  return {
    ref: concern.ref,
    open: phrase('concern.list.open', { ref: concern.ref }),
    line: phrase(isAlarm(concern) ? 'concern.list.danger' : 'concern.list.line', stateData(concern, desk)),
  };
}

/** What a list shows is nobody else's business, wherever it was asked for. */
export function inPrivate(turn: Turn, view: View): Outcome['reply'] {
  return turn.where === 'private' ? { here: [view] } : { privately: [view] };
}

const Page = Filter.extend({
  after: z
    .string()
    .regex(/^(\d\|[A-Z0-9-]{1,20})?$/)
    .default(''),
});

export const listVerbs: readonly Verb[] = [
  verb({
    name: 'concern/list',
    data: Page,
    find: async () => true,
    may: () => true,
    handle: ({ turn, desk, data: { after, ...filter } }) => listOpen(turn, desk, after, filter),
  }),
  verb({
    name: 'concern/narrow',
    data: Filter,
    find: async () => true,
    may: () => true,
    handle: async ({ turn, desk, data }) => ({ reply: { here: [filterView(data, turn.person.id, desk)] } }),
  }),
];
