import { z } from 'zod';

/** What an alert of the filter may say, by the names of the documented body (docs/alerts.md). */
export const AlertField = z.enum(['device', 'user', 'year', 'address', 'rule', 'severity', 'at', 'product']);
export type AlertField = z.infer<typeof AlertField>;

/** Where a field stands in a body of another shape: names with dots between them; a number is a place in a list. */
const Path = z
  .string()
  .max(200)
  .regex(/^[^.\s][^.]*(\.[^.]+){0,9}$/, 'names with dots between them, such as request.url');

/** How alerts of the school's filter come in: `alerts` in its file. */
export const AlertSettings = z.strictObject({
  /** For tools that send a body of their own shape. What is not named here is looked for under its own name. */
  map: z.partialRecord(AlertField, Path).default({}),
  /** Another number makes another secret, and the one before worthless. */
  secret: z.int().min(1).default(1),
});
export type AlertSettings = z.infer<typeof AlertSettings>;
