import { z } from 'zod';

/** As what people without an account can sign: these four have words of their own, any other is shown as it is written. */
export const KNOWN_DESIGNATIONS = ['visitor', 'volunteer', 'supply', 'contractor'] as const;

/** How people agree who have no account here: `visitors` in the school file (seed rows S165, S230, S299). */
export const VisitorSettings = z.strictObject({
  /** What the page offers as "I am here as". */
  designations: z
    .array(z.string().trim().min(1).max(60))
    .min(1)
    .max(10)
    .refine((names) => new Set(names).size === names.length, 'each of them once')
    .default([...KNOWN_DESIGNATIONS]),
  /** For so many months after an agreement has lapsed the school keeps it; then it is deleted. The page says so. */
  keptMonths: z.int().min(1).max(120).default(12),
});
export type VisitorSettings = z.infer<typeof VisitorSettings>;
