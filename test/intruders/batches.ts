import fc from 'fast-check';
import { IS_WHOLE } from '../whole';

/** With the proof so many batches, each in a house of its own; otherwise the first, and of that the beginning. */
export function batches(most: number): readonly number[] {
  return Array.from({ length: IS_WHOLE ? most : 1 }, (_, batch) => batch);
}

/** How many cases a batch draws, and from which seed: the same in every run (`test/fixed-seed.cjs`). */
export function drawn(batch: number, few: number): { numRuns: number; seed?: number } {
  const { seed } = fc.readConfigureGlobal();
  return { numRuns: IS_WHOLE ? 3000 : few, ...(seed === undefined ? {} : { seed: seed + batch }) };
}

/** A batch has longer than other tests: on a machine that does much else it may take minutes. */
export const PATIENCE_MS = 900_000;
