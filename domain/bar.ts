/** Cells of a bar. */
const CELLS = 20;

/** How far something is, as a bar of letters that both platforms show; full only once it is. */
export function barOf(done: number, all: number): string {
  const share = all <= 0 ? 0 : done / all;
  const full = done > 0 ? Math.max(1, Math.floor(share * CELLS)) : 0;
  return `${'█'.repeat(full)}${'░'.repeat(CELLS - full)}`;
}
