import { sayFor } from '../../cards/say';
import { alone } from '../alone';
import { type Desk, type Turn, type Verb, verb } from '../capability';
import { confirmedView, confirmationsView, confirmView, saysOf } from './confirm-views';
import {
  confirmedDuties,
  type Confirming,
  confirmingsOf,
  everyConfirming,
  keepConfirmed,
  seesConfirmed,
} from './confirming';
import { HistoryOf, OfDuty } from './schema';

/** One's own and nobody else's: a person who is not asked finds nothing. */
async function findOwn({ duty }: { duty: string }, { person }: Turn, desk: Desk): Promise<Confirming | undefined> {
  return (await confirmingsOf(person, desk)).find((each) => each.duty.id === duty);
}

function isOwn({ id }: { id: string }, { person }: Confirming): boolean {
  return person.id === id;
}

/** The sentences as they read at this moment. */
function wordsOf({ duty }: Confirming, { school }: Desk): string[] {
  return saysOf(duty).map(sayFor(school));
}

export const confirmVerbs: readonly Verb[] = [
  verb({
    name: 'duty/confirm-open',
    data: OfDuty,
    find: findOwn,
    may: isOwn,
    handle: async ({ kept, turn }) => ({
      reply: alone(turn, kept.on ? confirmedView(kept, kept.on, false) : confirmView(kept)),
    }),
  }),

  verb({
    name: 'duty/confirm',
    data: OfDuty,
    find: findOwn,
    may: isOwn,
    handle: async ({ kept, desk }) => {
      if (kept.on) return { reply: { here: [confirmedView(kept, kept.on, true)] } };
      const op = keepConfirmed(kept, wordsOf(kept, desk), desk);
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
