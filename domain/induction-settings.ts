import { z } from 'zod';
import { Role } from './role';

/** How this school takes in somebody new: `induction` in its file. Without it the usual holds. */
export const InductionSettings = z.strictObject({
  /** The school does it some other way. */
  off: z.literal(true).optional(),
  /** Whom it is for. */
  roles: z.array(Role).min(1).default(['staff', 'governor', 'volunteer', 'supply']),
  /** School days from the first day on, until all of it is to be done. */
  days: z.int().min(1).max(200).default(20),
  /** Whoever started longer ago than so many days is not new any more. */
  newFor: z.int().min(1).max(400).default(90),
});
export type InductionSettings = z.infer<typeof InductionSettings>;
