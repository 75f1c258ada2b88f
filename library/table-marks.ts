/** Ticks, as schools type them and as symbol fonts leave them behind (Wingdings in its private places). */
const TICK = /^\(?\s*[✓✔☑√🗸✅\uf0fc\uf0fe\uf050\uf052]\s*\)?$/u;
const CROSS = /^\(?\s*[xX×✗✘☒❌\uf0fb\uf0fd\uf04f]\s*\)?$/u;
const YES = /^(?:yes|y)\.?$/i;
const NO = /^(?:[-–—]|no|n|none|nil|not allowed|n\/a|☐|✗|✘)\.?$/iu;
/** A cross that is drawn as one beside ticks says no; a typed x may be either. */
const DRAWN_CROSS = /[✗✘❌\uf0fb\uf0fd\uf04f]/u;

/** What one cell says: that its column holds, that it does not, or some words of its own. */
export type Says = 'holds' | 'not' | 'words';

/** Whether a cell is a mark or a plain yes or no rather than words. */
export function isMark(cell: string): boolean {
  return TICK.test(cell) || CROSS.test(cell) || YES.test(cell) || /^no$/i.test(cell);
}

/**
 * Learns from all cells of a table what its marks mean. A cross alone is a mark like any other; where every cell of a
 * row holds a tick or a cross, the cross says no.
 */
export function meaningOfMarks(rows: readonly (readonly string[])[]): (cell: string) => Says {
  const cells = rows.flat();
  const hasTicks = cells.some((cell) => TICK.test(cell) || YES.test(cell));
  const crossed = rows.filter((row) => row.some((cell) => CROSS.test(cell)));
  const full = crossed.filter((row) => row.every((cell) => cell !== ''));
  const isCrossNo = hasTicks && full.length * 2 > crossed.length;

  return (cell) => {
    if (cell === '') return 'not';
    if (CROSS.test(cell)) return isCrossNo || (hasTicks && DRAWN_CROSS.test(cell)) ? 'not' : 'holds';
    if (TICK.test(cell) || YES.test(cell)) return 'holds';
    return NO.test(cell) ? 'not' : 'words';
  };
}
