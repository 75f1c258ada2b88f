import { phrase, type View } from '../../cards/view';
import type { Person } from '../../domain/school';
import { alone } from '../alone';
import { type Capability, type Desk, type Outcome, type Turn, verb } from '../capability';
import { isCommand } from '../command';
import { isAboutLantern, isGreeting, isSmallTalk } from './chatter';
import { COMMANDS, inRows, isThanks, SET_UP } from './rules';
import { Menu } from './schema';
import { setsUp, setUpView } from './set-up';

/**
 * A person with no office and no history. In a group everybody sees the same card, so it shows what anybody may do:
 * nobody's office and nobody's numbers.
 */
const ANYBODY: Person = { id: '', name: '', roles: [], away: [] };

/**
 * Says what this person, with these offices, can do here, and where to begin.
 * @param others whose summaries it shows, in this order. @param begun what is set up, in this order.
 */
export function openHelp(others: readonly Capability[], begun: readonly Capability[]): Capability {
  async function menu({ person, where }: Pick<Turn, 'person' | 'where'>, desk: Desk): Promise<View> {
    const inGroup = where === 'group';
    const shown = inGroup ? ANYBODY : person;
    const summaries = await Promise.all(others.map((other) => other.summary?.(shown, desk)));
    const buttons = summaries
      .flatMap((summary) => summary ?? [])
      .map(({ title, verb: name }) => ({ title, verb: name }));
    if (!inGroup && setsUp(person, desk)) buttons.push({ title: phrase('help.setUp'), verb: 'help/set-up' });
    return { card: 'help/menu', data: { inGroup, rows: inRows(buttons).map((row) => ({ buttons: row })) } };
  }

  const show = async (turn: Turn, desk: Desk) => ({ reply: { here: [await menu(turn, desk)] } });

  /** To whoever looks after nothing "set up" is a call for help. */
  async function setUp(turn: Turn, desk: Desk): Promise<Outcome> {
    const view = await setUpView(begun, turn.person, desk);
    return view ? { reply: alone(turn, view) } : show(turn, desk);
  }

  return {
    name: 'help',
    saysAnew: true,
    hears: (text) => isMeant(text) || isThanks(text) || isSmallTalk(text),
    async said(turn, desk) {
      if (turn.act.kind === 'said' && isCommand(turn.act.text, SET_UP)) return setUp(turn, desk);
      if (turn.act.kind !== 'said' || isMeant(turn.act.text)) return show(turn, desk);
      const card = isThanks(turn.act.text) ? 'help/thanks' : 'help/small-talk';
      return { reply: { here: [{ card, data: {} }] } };
    },
    joined: show,
    verbs: [
      verb({
        name: 'help/menu',
        data: Menu,
        find: async () => true,
        may: () => true,
        handle: ({ turn, desk }) => show(turn, desk),
      }),

      verb({
        name: 'help/set-up',
        data: Menu,
        find: async () => true,
        // Each part says for itself who looks after it; whoever looks after none sees the menu.
        may: () => true,
        handle: ({ turn, desk }) => setUp(turn, desk),
      }),
    ],
  };
}

/** Only what greets, or asks about Lantern itself; whatever else is said in words is looked for. */
function isMeant(text: string): boolean {
  return isCommand(text, [...COMMANDS, ...SET_UP]) || isAboutLantern(text) || isGreeting(text);
}
