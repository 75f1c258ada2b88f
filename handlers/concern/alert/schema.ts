import { z } from 'zod';

/** Longest word or line of an alert, and longest address: what is longer is shown shortened, and says so by its last sign. */
export const LONGEST_WORD = 140;
export const LONGEST_ADDRESS = 600;
/** What every limit ends with. */
export const SHORTENED = '…';

const Word = z.string().max(LONGEST_WORD);

/** One alert of the school's filter, as it is kept: in the filter's own words, with `''` for what it did not say. */
export const Alert = z.object({
  device: Word,
  user: Word,
  /** Year group or class, as the filter knows it. */
  year: Word,
  address: z.string().max(LONGEST_ADDRESS),
  /** The rule or category that was hit. */
  rule: Word,
  severity: z.enum(['low', 'medium', 'high']),
  product: Word,
  /** When it happened: an instant, UTC. */
  at: z.string(),
});
export type Alert = z.infer<typeof Alert>;

/** A concern that further alerts of the same device may still join. All of a school are one row, so that two at once meet. */
export const AlertGroups = z.object({
  groups: z.array(
    z.object({
      /** The device, or whoever the filter named, and an adult of the school who must not have it. */
      key: z.string(),
      ref: z.string(),
      lastAt: z.string(),
      /** Whether the leads were told once more that others came. */
      isToldAgain: z.boolean(),
    }),
  ),
});
export type AlertGroups = z.infer<typeof AlertGroups>;
export type AlertGroup = AlertGroups['groups'][number];
