import { z } from 'zod';
import { type Area, CATEGORIES, Category } from '../domain/categories';
import { everyRow } from '../infra/every-row';
import type { Desk } from './capability';

/**
 * Read from the rows by which concerns are counted, `figure|2026-11|<reference>`: never a concern itself, and never a
 * matter of staff, of which there is no such row.
 */
const Counted = z.object({ category: z.string() });

export type Raised = ReadonlyMap<Area, number>;

/** How many concerns of each area were raised in the month that runs. For thresholds alone: it is never shown. */
export async function raisedThisMonth({ now, records }: Pick<Desk, 'now' | 'records'>): Promise<Raised> {
  const counts = new Map<Area, number>();
  for await (const { value } of everyRow({ records }, `figure|${now.toFormat('yyyy-MM')}|`)) {
    const counted = Counted.safeParse(value).data;
    if (!counted) continue;
    const { area } = CATEGORIES[Category.catch('other').parse(counted.category)];
    counts.set(area, (counts.get(area) ?? 0) + 1);
  }
  return counts;
}
