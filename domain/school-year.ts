import { z } from 'zod';

/** A school year as schools write it: 2026/27, from 1 September to 31 August. */
export const SchoolYear = z
  .string()
  .regex(/^20\d\d\/\d\d$/, 'a school year such as 2026/27')
  .refine((text) => text === sayYear(yearIn(text)), 'a school year such as 2026/27');
export type SchoolYear = z.infer<typeof SchoolYear>;

/** The year in which it begins: 2026 for 2026/27. */
export function yearIn(text: string): number {
  return Number(text.slice(0, 4));
}

/** @param year in which it begins. */
export function sayYear(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}
