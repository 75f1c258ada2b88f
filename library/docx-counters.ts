import { countAs } from './count-as';
import type { Level, List } from './docx-numbering';

const DEEPEST = 9;

/** Counts the paragraphs of all lists of a Word file from its first to its last, as Word does while it shows them. */
export function listCounters(lists: ReadonlyMap<string, List>) {
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();

  function countsOf(id: string, list: List): number[] {
    const held = counts.get(list.counts) ?? [];
    counts.set(list.counts, held);
    if (!begun.has(id)) for (const [level, start] of list.restarts) held[level] = start - 1;
    begun.add(id);
    return held;
  }

  return {
    /** What Word shows before the next paragraph of this list: `4.2`, `(b)`; undefined for a bullet. */
    next(id: string, level: number): string | undefined {
      const list = lists.get(id);
      const own = list?.levels.get(level);
      if (list === undefined || own === undefined || level >= DEEPEST) return undefined;
      const held = countsOf(id, list);
      held[level] = (held[level] ?? own.start - 1) + 1;
      for (const deeper of held.keys())
        if (deeper > level && restarts(list.levels.get(deeper), level)) delete held[deeper];
      if (own.form === 'none') return undefined;
      const label = own.shows.replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const counted = list.levels.get(at);
        const form = own.isLegal || counted === undefined || counted.form === 'none' ? 'decimal' : counted.form;
        return countAs(held[at] ?? counted?.start ?? 1, form);
      });
      return label.trim() === '' ? undefined : label.trim();
    },
  };
}

/** Whether a deeper level begins anew once this one has been used. */
function restarts(deeper: Level | undefined, level: number): boolean {
  return deeper?.restartsAfter === undefined || level < deeper.restartsAfter;
}
