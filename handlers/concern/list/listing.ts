import { z } from 'zod';
import { phrase } from '../../../cards/view';
import { alone } from '../../alone';
import { type Desk, type Outcome, type Turn, type Verb, verb } from '../../capability';
import { concernOf } from '../finding';
import { isReceiver, mayOpen } from '../rules';
import type { Concern } from '../schema';
import { isAlarm, stateData } from '../telling';
import type { Person } from '../../../domain/school';
import { EVERYTHING, Filter, fits, isFiltered } from './filter';
import { filterLines, filterView } from './filter-view';
import { MANY, openRows } from './open-rows';
import { heldBy } from '../hand-over/held';
import { tasksOf } from './my-tasks';

/** As many as one card shows well on a telephone. */
export const SHOWN = 8;

/** Counted no further: a number that nobody can hold in their head. */
const COUNTED = 49;

/** How many concerns are open for this person; more than 49 are said to be that. */
export async function countOpen(person: Person, desk: Desk): Promise<number> {
  let count = 0;
  for await (const _ of openRows(person.id, desk, '', MANY)) if (++count > COUNTED) break;
  return count;
}

interface OpenPage {
  readonly concerns: readonly Concern[];
  /** After which the next page begins; '' when there is none. */
  readonly next: string;
  /** All that there are, counted on the way where the page is the first. */
  readonly total: number;
}

/** Where a page begins: at the top, or after a concern, with the number that was counted at the top. */
interface From {
  readonly after: string;
  readonly total: number;
}

const TOP: From = { after: '', total: 0 };

/** The open concerns that this person may open, as many as one card shows. */
async function openFor(person: Person, desk: Desk, { after, total: before }: From, filter: Filter): Promise<OpenPage> {
  const concerns: Concern[] = [];
  const isCounting = after === '';
  const isNarrow = isFiltered(filter);
  let total = before;
  let last = '';
  let next = '';
  for await (const { order, ref, row } of openRows(person.id, desk, after, isCounting ? MANY : undefined)) {
    if (isNarrow && !fits(row(), filter, person.id, desk.now)) continue;
    // Looked into until it is known that there is a next page for this person: one more row may be one that is hidden (P2).
    const kept = next === '' ? await concernOf(ref, desk) : undefined;
    if (next === '' && !(kept && mayOpen(person.id, kept.concern, desk.school, desk.now))) continue;
    if (isCounting) total += 1;
    if (concerns.length === SHOWN) {
      next ||= last;
      if (!isCounting || total > COUNTED) break;
      continue;
    }
    if (kept) concerns.push(kept.concern);
    last = order;
  }
  return { concerns, next, total };
}

export async function listOpen(turn: Turn, desk: Desk, from = TOP, filter = EVERYTHING): Promise<Outcome> {
  const { concerns, next, total } = await openFor(turn.person, desk, from, filter);
  const data = {
    concerns: concerns.map((concern) => lineOf(concern, desk)),
    total: total > COUNTED ? phrase('concern.list.many') : String(total),
    next,
    counted: String(total),
    only: filterLines(filter, desk),
    isFiltered: isFiltered(filter),
    // Of one or none there is nothing to choose.
    mayNarrow: total > 1 || isFiltered(filter),
    ...filter,
    hasTasks: await isAny(tasksOf(turn.person.id, desk)),
    hasHeld: await isAny(heldBy(turn.person.id, desk)),
    receives: isReceiver(desk.school, turn.person.id),
  };
  return { reply: alone(turn, { card: 'concern/list', data }) };
}

/** A concern on a list, with its button. */
export function lineOf(concern: Concern, desk: Desk) {
  return {
    ref: concern.ref,
    open: phrase('concern.list.open', { ref: concern.ref }),
    line: phrase(isAlarm(concern) ? 'concern.list.danger' : 'concern.list.line', stateData(concern, desk)),
  };
}

async function isAny(things: AsyncIterable<unknown>): Promise<boolean> {
  for await (const _ of things) return true;
  return false;
}

const Page = Filter.extend({
  after: z
    .string()
    .regex(/^(\d\|[A-Z0-9-]{1,20}(\|x)?)?$/)
    .default(''),
  counted: z.coerce
    .number()
    .int()
    .min(0)
    .max(COUNTED + 1)
    .catch(0),
});

export const listVerbs: readonly Verb[] = [
  verb({
    name: 'concern/list',
    data: Page,
    find: async () => true,
    may: () => true,
    handle: ({ turn, desk, data: { after, counted, ...filter } }) =>
      listOpen(turn, desk, { after, total: after === '' ? 0 : counted }, filter),
  }),
  verb({
    name: 'concern/narrow',
    data: Filter,
    find: async () => true,
    may: () => true,
    handle: async ({ turn, desk, data }) => ({ reply: { here: [filterView(data, turn.person.id, desk)] } }),
  }),
];
