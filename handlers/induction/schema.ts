import { z } from 'zod';

/** That a new person did one thing of their list, `induction|<person>|<first day>|<item>`: once, and never changed. */
export const Fact = z.object({
  person: z.string(),
  item: z.string(),
  /** Of the policy that was read; empty for anything else. */
  version: z.string(),
  /** UTC, ISO 8601. */
  at: z.string(),
});
export type Fact = z.infer<typeof Fact>;

export const FromLine = z.object({ from: z.coerce.number().int().min(0).max(10_000).default(0) });
export const OfPerson = z.object({ person: z.string().min(1).max(64) });
export const OfPolicy = z.object({ policy: z.string().min(1).max(64) });
