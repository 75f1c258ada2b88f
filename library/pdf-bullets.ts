import type { Box, Run } from './pdf-page';

/** A bullet stands so close before its words, as a part of the size of the letters. */
const CLOSE = 2.6;

/** The bullets that a page draws instead of writing, as words of the lines that they open. */
export function bulletsOf(dots: readonly Box[], runs: readonly Run[]): Run[] {
  const words = runs.filter((run) => run.turned === undefined && run.text.trim() !== '');
  return dots.flatMap((dot): Run[] => {
    const level = words.filter((run) => dot.bottom <= run.baseline + 1 && dot.bottom > run.baseline - run.size * 0.75);
    const isFirst = !level.some((run) => run.left < dot.left);
    const [next] = level.sort((one, other) => one.left - other.left);
    if (!isFirst || next === undefined || next.left - dot.right > next.size * CLOSE) return [];
    return [{ ...next, text: '•', left: dot.left, right: dot.right }];
  });
}
