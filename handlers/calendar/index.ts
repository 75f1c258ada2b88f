import { officeInWords } from '../../cards/office-words';
import { phrase, type View } from '../../cards/view';
import { holds, officesOf } from '../../domain/people';
import type { Person } from '../../domain/school';
import { alone } from '../alone';
import { type Capability, type Desk, verb } from '../capability';
import { isCommand } from '../command';
import { endAddress, generationOf, signedAs } from './addresses';
import { OfOffice } from './schema';

const COMMANDS = ['calendar', 'my calendar', 'calendar feed', 'calendar link'];

/** Gives whoever holds an office the address of a calendar with what is due for it, and ends it when they say so. */
export const calendar: Capability = {
  name: 'calendar',
  hears: (text) => isCommand(text, COMMANDS),
  said: async (turn, desk) => ({ reply: alone(turn, await addressesView(turn.person, desk)) }),
  verbs: [
    verb({
      name: 'calendar/renew',
      data: OfOffice,
      find: async ({ office }) => office,
      may: ({ id }, office, { school }) => holds(school, id, office),
      async handle({ turn, desk, kept: office }) {
        const whose = { office, person: turn.person.id };
        const op = await endAddress(whose, desk);
        const next = (await generationOf(whose, desk)) + 1;
        return {
          reply: alone(turn, await addressesView(turn.person, desk, { office, generation: next })),
          change: { ops: [op] },
        };
      },
    }),
  ],
};

/** One address for each office of a person. Offices beyond these few are nobody's. */
const MOST = 6;

async function addressesView(
  person: Person,
  desk: Desk,
  renewed?: { readonly office: string; readonly generation: number },
): Promise<View> {
  const offices = officesOf(desk.school, person.id).slice(0, MOST);
  const lines = await Promise.all(
    offices.map(async (office) => {
      const whose = { office, person: person.id };
      const generation = office === renewed?.office ? renewed.generation : await generationOf(whose, desk);
      return {
        office,
        name: officeInWords(office),
        address: desk.pageAt('calendar', office, signedAs(whose, generation)) ?? '',
      };
    }),
  );
  const state = lines.length === 0 ? 'none' : lines.some(({ address }) => address === '') ? 'noPages' : 'ready';
  return {
    card: 'calendar/addresses',
    data: {
      intro: phrase(`calendar.${state}`),
      renewed: renewed ? phrase('calendar.renewed', { office: officeInWords(renewed.office) }) : '',
      lines: state === 'ready' ? lines : [],
    },
  };
}
