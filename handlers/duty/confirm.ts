import { alone } from '../alone';
import { type Desk, type Turn, type Verb, verb } from '../capability';
import { asAsked, confirmedView, confirmationsView, confirmView } from './confirm-views';
import {
  confirmedDuties,
  type Confirming,
  confirmingsOf,
  everyConfirming,
  keepConfirmed,
  seesConfirmed,
} from './confirming';
import { AsAsked, HistoryOf, OfDuty } from './schema';
import { wordsOf } from './sentences';

/** One's own and nobody else's: a person who is not asked finds nothing. */
async function findOwn({ duty }: { duty: string }, { person }: Turn, desk: Desk): Promise<Confirming | undefined> {
  return (await confirmingsOf(person, desk)).find((each) => each.duty.id === duty);
}

function isOwn({ id }: { id: string }, { person }: Confirming): boolean {
  return person.id === id;
}

export const confirmVerbs: readonly Verb[] = [
  verb({
    name: 'duty/confirm-open',
    data: OfDuty,
    find: findOwn,
    may: isOwn,
    handle: async ({ kept, turn, desk }) => ({
      reply: alone(turn, kept.on ? confirmedView(kept, kept.on, false) : confirmView(kept, desk)),
    }),
  }),

  verb({
    name: 'duty/confirm',
    data: AsAsked,
    find: findOwn,
    may: isOwn,
    handle: async ({ kept, desk, data }) => {
      if (kept.on) return { reply: { here: [confirmedView(kept, kept.on, true)] } };
      // What is kept is what was on the card. Where the school has other sentences by now, or it is another year, those are shown.
      const { year, print } = asAsked(kept, desk);
      if (data.year !== year || data.print !== print) return { reply: { here: [confirmView(kept, desk, true)] } };
      const op = keepConfirmed(kept, wordsOf(kept.duty, desk.school), desk);
      const on = desk.now.setZone(desk.school.timezone).toFormat('yyyy-MM-dd');
      return { reply: { here: [confirmedView(kept, on, false)] }, change: { ops: [op] } };
    },
  }),

  verb({
    name: 'duty/confirmations',
    data: HistoryOf,
    find: async ({ duty }, _turn, desk) => confirmedDuties(desk).find(({ id }) => id === duty),
    may: ({ id }, kept, { school }) => school.people.some((person) => seesConfirmed(school, kept, id, person)),
    handle: async ({ kept, turn, desk, data }) => {
      const all = await everyConfirming(kept, desk);
      const seen = all.filter(({ person }) => seesConfirmed(desk.school, kept, turn.person.id, person));
      return { reply: alone(turn, confirmationsView(kept, seen, data.from)) };
    },
  }),
];
