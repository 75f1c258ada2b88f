/** Ticks, as schools type them and as symbol fonts leave them behind (Wingdings in its private places). */
const TICK = /^\(?\s*[✓✔☑√🗸✅\uf0fc\uf0fe\uf050\uf052]\s*\)?$/u;
const CROSS = /^\(?\s*[xX×✗✘☒❌\uf0fb\uf0fd\uf04f]\s*\)?$/u;
const YES = /^(?:yes|y)\.?$/i;
const NO = /^(?:[-–—]|no|n|none|nil|not allowed|n\/a|☐|✗|✘)\.?$/iu;
/** A cross that is drawn as one beside ticks says no; a typed x may be either. */
const DRAWN_CROSS = /[✗✘❌\uf0fb\uf0fd\uf04f]/u;

/** A column that says no by its name, beside others: each row picks one of them, with whatever mark. */
const SAYS_NO = /\b(?:not|never|forbidden|prohibited|banned|unacceptable)\b/i;

/** What one cell says: that its column holds, that it does not, either of the two, or some words of its own. */
export type Says = 'holds' | 'not' | 'unsure' | 'words';

/** Whether a cell is a mark or a plain yes or no rather than words. */
export function isMark(cell: string): boolean {
  return isTick(cell) || CROSS.test(cell) || /^no$/i.test(cell);
}

/**
 * Learns from all cells of a table what its marks mean. A cross alone is a mark like any other. Beside ticks it says no
 * where no crossed row leaves a cell empty; where one does, the empty cell may say no as well, and nobody can tell.
 */
export function meaningOfMarks(
  rows: readonly (readonly string[])[],
  columns: readonly string[],
): (cell: string) => Says {
  const hasTicks = rows.flat().some(isTick);
  const crossed = rows.filter((row) => row.some((cell) => CROSS.test(cell)));
  const isFull = crossed.every((row) => row.every((cell) => cell !== ''));
  const picksOne = columns.some((name) => SAYS_NO.test(name)) && !crossed.some((row) => row.some(isTick));

  return (cell) => {
    if (cell === '') return 'not';
    if (CROSS.test(cell)) {
      if (!hasTicks) return 'holds';
      if (isFull || DRAWN_CROSS.test(cell)) return 'not';
      return picksOne ? 'holds' : 'unsure';
    }
    if (isTick(cell)) return 'holds';
    return NO.test(cell) ? 'not' : 'words';
  };
}

function isTick(cell: string): boolean {
  return TICK.test(cell) || YES.test(cell);
}
