import { alone } from '../../alone';
import type { Desk, Outcome, Turn } from '../../capability';
import { isCommand } from '../../command';
import { cameView } from './came';
import { makeView } from './form';
import { mayInvite } from './rules';

const LINK_COMMANDS = ['visitor link', 'visitor links', 'link for visitors', 'volunteer link', 'supply link'];
const CAME_COMMANDS = ['visitors', 'visitors today'];

/** Whether a message is for this part: people without an account, who agree on a page. */
export function hearsVisitors(text: string): boolean {
  return isCommand(text, LINK_COMMANDS) || isCommand(text, CAME_COMMANDS);
}

export async function saidVisitors(text: string, turn: Turn, desk: Desk): Promise<Outcome> {
  if (!mayInvite(turn.person, desk.school)) return { reply: alone(turn, { card: 'visitor/not-yours', data: {} }) };
  const view = isCommand(text, LINK_COMMANDS) ? await makeView(turn, desk) : await cameView(desk);
  return { reply: alone(turn, view) };
}
