import { z } from 'zod';

/** Whether a text is a day as schools write it, for example 2026-09-02; 31 November is none. */
export function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** Such a day in the school file, in a form or in a row. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'a day such as 2026-09-02', abort: true })
  .refine(isDay, 'there is no such day');

/** One day, or the first and last day of a span: 2026-10-26/2026-10-30. */
export const Days = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(\/\d{4}-\d{2}-\d{2})?$/, {
    error: 'a day such as 2026-12-25, or a span such as 2026-10-26/2026-10-30',
    abort: true,
  })
  .refine((text) => text.split('/').every(isDay), 'there is no such day')
  .transform((text) => {
    const [from = text, to = from] = text.split('/');
    return { from, to };
  });
export type Days = z.infer<typeof Days>;
