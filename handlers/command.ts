/** Longest message that may still be a command: beyond it nobody mistyped two words. */
const LONGEST = 40;

/**
 * Whether a message is one of these commands: any case, with or without a full stop, a "please", or a slip of the finger.
 * Short commands are taken to the letter, because "hall" is not "help".
 */
export function isCommand(text: string, commands: readonly string[]): boolean {
  if (text.length > LONGEST) return false;
  const said = bare(text);
  return commands.some((command) => distance(said, command) <= slipsIn(command));
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}?]+/gu, ' ')
    .replace(/(^| )please( |$)/, ' ')
    .trim()
    .replace(/(?<=\w)\?+$/, '');
}

function slipsIn(command: string): number {
  if (command.length < 6) return 0;
  return command.length < 11 ? 1 : 2;
}

/** How many letters must be added, taken out, changed or swapped with their neighbour to make one text the other. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const least = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (same ? 0 : 1),
        swapped ? at(i - 2, j - 2) + 1 : 99,
      );
      const row = rows[i];
      if (row) row[j] = least;
    }
  }
  return at(a.length, b.length);
}
