import { z } from 'zod';
import { LEAST_THRESHOLD } from './small-numbers';

/** The governors' report of this school: `report` in its file. */
export const ReportSettings = z.strictObject({
  /** Counts of cases below this, and not none, are hidden. */
  fewerThan: z.int().min(LEAST_THRESHOLD).max(20).default(5),
  /** How long before a term ends it is made. */
  daysBeforeTermEnds: z.int().min(0).max(28).default(7),
  /** After so many school days it goes out, also where not everybody has looked it over. */
  lookedOverWithin: z.int().min(1).max(20).default(5),
});
export type ReportSettings = z.infer<typeof ReportSettings>;
