import { z } from 'zod';

/** Bars on one chart: more could not be told apart on a telephone. */
export const MOST_BARS = 30;

/**
 * Bars for numbers that stand on the card as text too, so that a client which draws no chart still says all of it. The
 * fallback is our own picture of the same: what Slack shows, and what a client of Teams shows that knows no charts.
 */
export function chartShape<Look extends z.ZodRawShape, Picture extends z.ZodType>(look: Look, picture: Picture) {
  return z.strictObject({
    type: z.literal('Chart.HorizontalBar'),
    ...look,
    title: z.string().min(1),
    data: z
      .array(z.strictObject({ x: z.string().min(1), y: z.number().min(0) }))
      .min(1)
      .max(MOST_BARS),
    fallback: z.union([z.literal('drop'), picture]),
  });
}
