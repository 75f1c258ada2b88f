import { z } from 'zod';
import { Day } from '../../domain/school';

/** One thing that happened to a policy's review date: `review|<policyId>|<at>`, never changed afterwards. */
export const Event = z.object({
  policy: z.string(),
  event: z.enum(['ratified', 'moved']),
  /** The day on which it was ratified, or on which the date was moved. */
  on: Day,
  minute: z.string().optional(),
  nextOn: Day,
  reason: z.string().optional(),
  /** Who recorded it: a person's id. */
  by: z.string(),
  /** UTC, ISO 8601. */
  at: z.string(),
});
export type Event = z.infer<typeof Event>;

/** The `due` date on the card that was pressed tells a second press, or one on an old card, from a first. */
export const OfPolicy = z.object({ policy: z.string().max(64), due: z.string().max(10).default('') });

/** What people type is checked by the rules, which say what to mend; here only what no form could send is refused. */
function typed(longest: number) {
  return z.string().trim().max(longest).default('');
}

export const RatifiedForm = OfPolicy.extend({ on: typed(60), minute: typed(200), nextOn: typed(60) });
export type RatifiedForm = z.infer<typeof RatifiedForm>;

export const MovedForm = OfPolicy.extend({ reason: typed(1000), nextOn: typed(60) });
export type MovedForm = z.infer<typeof MovedForm>;

export const FromLine = z.object({ from: z.coerce.number().int().min(0).max(10_000).default(0) });
