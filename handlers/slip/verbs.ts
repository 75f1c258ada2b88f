import { type Verb, verb } from '../capability';
import { alone } from '../alone';
import { askCorrect, correct } from './correct';
import { type Found, findClassOf, mayNoteIn, maySeeClass, unlessGone, unlessPast } from './finding';
import { Correcting, FromLine, OfClass, OfSlip, Ticking } from './schema';
import { askTick, tick } from './tick';
import { classView, listView } from './views';

/** Noting a form: for the class's teachers and the office manager. */
const noting = { find: findClassOf, may: mayNoteIn };

export const verbs: readonly Verb[] = [
  verb({
    name: 'slip/list',
    data: FromLine,
    find: async () => true,
    // Everybody sees their own classes, and who has none is told so.
    may: () => true,
    handle: async ({ turn, desk, data }) => ({ reply: alone(turn, await listView(turn.person, desk, data.from)) }),
  }),

  verb<typeof OfClass, Found>({
    name: 'slip/class',
    data: OfClass,
    find: findClassOf,
    may: maySeeClass,
    handle: (press) =>
      unlessGone(press, async (one) => {
        const { turn, desk, data } = press;
        return { reply: alone(turn, await classView(one, turn.person, desk, { from: data.from })) };
      }),
  }),

  verb<typeof OfSlip, Found>({
    name: 'slip/tick',
    data: OfSlip,
    ...noting,
    handle: (press) => unlessPast(press, (which) => askTick(press, which)),
  }),

  verb<typeof Ticking, Found>({
    name: 'slip/do-tick',
    data: Ticking,
    ...noting,
    handle: (press) => unlessPast(press, (which) => tick(press, which)),
  }),

  verb<typeof OfSlip, Found>({
    name: 'slip/correct',
    data: OfSlip,
    ...noting,
    handle: (press) => unlessPast(press, (which) => askCorrect(press, which)),
  }),

  verb<typeof Correcting, Found>({
    name: 'slip/do-correct',
    data: Correcting,
    ...noting,
    handle: (press) => unlessPast(press, (which) => correct(press, which)),
  }),
];
