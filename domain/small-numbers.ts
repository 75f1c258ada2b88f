/** What may be shown of a count: itself, that it is small ("fewer than 5"), or nothing, because it would give a small one away. */
export type Shown = number | 'few' | 'hidden';

/** A total, and several ways in which the same things divide: each way has a count a part, or is left out as a whole. */
export interface ShownDivided {
  readonly total: Shown;
  readonly ways: readonly (readonly Shown[] | undefined)[];
}

/** Below this "fewer than" would name the number: fewer than two, and not none, is one. */
export const LEAST_THRESHOLD = 3;

/** A count that is no part of another. None stays none. */
export function shownAlone(count: number, threshold: number): Shown {
  return count > 0 && count < threshold ? 'few' : count;
}

/**
 * A total with the ways in which it divides (by kind, by month), so that no small count can be worked out from what is
 * shown, not even by somebody who knows this rule. A total that is small itself is shown undivided; else it is shown,
 * and then the ways tell nothing of each other beyond it, since any two divisions of one total fit together.
 * @param ways in each, the counts of the parts; every way has the same sum.
 */
export function shownDivided(total: number, ways: readonly (readonly number[])[], threshold: number): ShownDivided {
  const shown = shownAlone(total, threshold);
  return { total: shown, ways: ways.map((parts) => (shown === 'few' ? undefined : shownParts(parts, threshold))) };
}

/**
 * The parts of a total that everybody knows. Why nobody can work out a small one:
 * 1. Nothing larger than the threshold: the way is left out. At least two tables with this total are left out so, and
 *    differ in every part.
 * 2. There are several small ones, together more than one each and less than the most they could be: each could be another.
 * 3. Else the next larger ones are hidden too, under the same words as the small ones. What is hidden could then stand
 *    in any order, and holds two different numbers at least.
 */
function shownParts(parts: readonly number[], threshold: number): readonly Shown[] | undefined {
  const small = parts.filter((count) => shownAlone(count, threshold) === 'few');
  if (small.length === 0) return parts;
  if (Math.max(...parts) <= threshold) return undefined;
  const sum = small.reduce((all, count) => all + count, 0);
  const isOpen = small.length > 1 && small.length < sum && sum < small.length * (threshold - 1);
  if (isOpen) return parts.map((count) => shownAlone(count, threshold));
  const next = Math.min(...parts.filter((count) => count >= threshold));
  return parts.map((count) => (count > 0 && count <= next ? 'hidden' : count));
}
