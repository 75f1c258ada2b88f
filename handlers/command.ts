import { editDistance, isSwapped } from '../library/edit-distance';

/** Longest message that may still be a command: beyond it nobody mistyped two words. */
const LONGEST = 40;

/** A shorter command is too near to other words for anything but a swap to be a slip: "hall" is not "help". */
const SHORTEST_FORGIVEN = 6;
const SHORTEST_SWAPPED = 4;

/** Whether a message is one of these commands: any case, with or without a full stop, a "please", or a slip of the finger. */
export function isCommand(text: string, commands: readonly string[]): boolean {
  if (text.length > LONGEST) return false;
  const said = bare(text);
  return commands.some((command) => said === command || isSlip(said, command));
}

/** Whether a message is one of these commands without any slip: for commands that are a slip away from each other. */
export function isVeryCommand(text: string, commands: readonly string[]): boolean {
  return text.length <= LONGEST && commands.includes(bare(text));
}

function isSlip(said: string, command: string): boolean {
  if (command.length < SHORTEST_FORGIVEN) return command.length >= SHORTEST_SWAPPED && isSwapped(said, command);
  const allowed = command.length < 11 ? 1 : 2;
  return Math.abs(said.length - command.length) <= allowed && editDistance(said, command) <= allowed;
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}?]+/gu, ' ')
    .replace(/(^| )please( |$)/, ' ')
    .trim()
    .replace(/(?<=\w)\?+$/, '');
}
