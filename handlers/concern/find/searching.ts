import { z } from 'zod';
import { phrase, type View } from '../../../cards/view';
import { alone } from '../../alone';
import { type Desk, type Outcome, type Turn, type Verb, verb } from '../../capability';
import { type Field, inputOf } from '../../fields';
import { concernOf } from '../finding';
import { lineOf, SHOWN } from '../list/listing';
import { mayOpen } from '../rules';
import type { Concern } from '../schema';
import { candidates } from './candidates';
import { refIn } from './reference';
import { soughtBy } from './terms';

/** As many as are looked at for one page, so that nobody keeps the bot busy: more than one child or class ever has. */
const LOOKED = 1000;
const LONGEST = 100;

const FIELD: Field = {
  id: 'sought',
  kind: 'line',
  label: phrase('concern.find.label'),
  hint: phrase('concern.find.hint'),
};

interface Found {
  readonly concerns: readonly Concern[];
  /** After which the next page begins; '' when there is none. */
  readonly next: string;
}

/**
 * Cases that this person may open, open or closed: nothing else is shown, counted or hinted at. Older ones are offered
 * once one of them is found that may be opened, since a button that leads to nothing would tell that one is hidden (P2).
 */
export async function found(sought: string, after: string, turn: Turn, desk: Desk): Promise<Found> {
  const ref = refIn(sought, desk.school.id);
  if (ref) return { concerns: await openable([ref], turn, desk), next: '' };
  const concerns: Concern[] = [];
  let looked = 0;
  let last = '';
  for await (const { order, ref: each } of candidates(soughtBy(sought, desk.school), desk, after)) {
    if (looked === LOOKED) return { concerns, next: last };
    looked += 1;
    const [concern] = await openable([each], turn, desk);
    if (concern && concerns.length === SHOWN) return { concerns, next: last };
    if (concern) concerns.push(concern);
    if (concerns.length < SHOWN || concern) last = order;
  }
  return { concerns, next: '' };
}

async function openable(refs: readonly string[], { person }: Turn, desk: Desk): Promise<Concern[]> {
  const kept = await Promise.all(refs.map((ref) => concernOf(ref, desk)));
  return kept.flatMap((each) => (each && mayOpen(person.id, each.concern, desk.school, desk.now) ? each.concern : []));
}

/** "find A.B.", a class, an adult, an address or a reference; without any of it the form that asks. */
export async function find(sought: string, turn: Turn, desk: Desk, after = ''): Promise<Outcome> {
  const typed = sought.slice(0, LONGEST).trim();
  if (typed === '') return { reply: alone(turn, formView()) };
  const { concerns, next } = await found(typed, after, turn, desk);
  const data = { sought: typed, concerns: concerns.map((concern) => lineOf(concern, desk)), after, next };
  return { reply: alone(turn, { card: 'concern/found', data }) };
}

function formView(): View {
  return { card: 'concern/find', data: { inputs: [inputOf({ ...FIELD, longest: LONGEST })] } };
}

/** What was looked for, and after which case the page begins. */
export const Search = z.object({
  sought: z.string().max(LONGEST).default(''),
  after: z
    .string()
    .regex(/^(\d{11}\|[A-Z0-9-]{1,20})?$/)
    .default(''),
});

export const findVerbs: readonly Verb[] = [
  verb({
    name: 'concern/find',
    data: Search,
    find: async () => true,
    may: () => true,
    handle: ({ turn, desk, data: { sought, after } }) => find(sought, turn, desk, after),
  }),
];
