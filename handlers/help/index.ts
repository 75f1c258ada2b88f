import type { View } from '../../cards/view';
import type { Person } from '../../domain/school';
import { type Capability, type Desk, type Turn, verb } from '../capability';
import { isCommand } from '../command';
import { isAboutLantern, isGreeting, isSmallTalk } from './chatter';
import { COMMANDS, inRows, isThanks } from './rules';
import { Menu } from './schema';

/**
 * A person with no office and no history. In a group everybody sees the same card, so it shows what anybody may do:
 * nobody's office and nobody's numbers.
 */
const ANYBODY: Person = { id: '', name: '', roles: [], away: [] };

/** Says what this person, with these offices, can do here. @param others whose summaries it shows, in this order. */
export function openHelp(others: readonly Capability[]): Capability {
  async function menu({ person, where }: Pick<Turn, 'person' | 'where'>, desk: Desk): Promise<View> {
    const inGroup = where === 'group';
    const shown = inGroup ? ANYBODY : person;
    const summaries = await Promise.all(others.map((other) => other.summary?.(shown, desk)));
    const buttons = summaries
      .flatMap((summary) => summary ?? [])
      .map(({ title, verb: name }) => ({ title, verb: name }));
    return { card: 'help/menu', data: { inGroup, rows: inRows(buttons).map((row) => ({ buttons: row })) } };
  }

  const show = async (turn: Turn, desk: Desk) => ({ reply: { here: [await menu(turn, desk)] } });

  return {
    name: 'help',
    hears: (text) => isMeant(text) || isThanks(text) || isSmallTalk(text),
    async said(turn, desk) {
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
    ],
  };
}

/** Only what greets, or asks about Lantern itself; whatever else is said in words is looked for. */
function isMeant(text: string): boolean {
  return isCommand(text, COMMANDS) || isAboutLantern(text) || isGreeting(text);
}
