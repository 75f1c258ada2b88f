import { z } from 'zod';
import { type Area, CATEGORIES, Category } from '../domain/categories';
import type { Desk } from './capability';

/**
 * Read from the rows by which concerns are counted, `figure|2026-11|<reference>`: never a concern itself, and never a
 * matter of staff, of which there is no such row.
 */
const Counted = z.object({ category: z.string() });

const PAGE = 500;

export type Raised = ReadonlyMap<Area, number>;

/** How many concerns of each area were raised in the month that runs. For thresholds alone: it is never shown. */
export async function raisedThisMonth({ now, records }: Pick<Desk, 'now' | 'records'>): Promise<Raised> {
  const counts = new Map<Area, number>();
  let cursor: string | undefined;
  do {
    const prefix = `figure|${now.toFormat('yyyy-MM')}|`;
    const page = await records.listPrefix(prefix, { limit: PAGE, ...(cursor ? { cursor } : {}) });
    for (const { category } of page.rows.flatMap(({ value }) => Counted.safeParse(value).data ?? [])) {
      const { area } = CATEGORIES[Category.catch('other').parse(category)];
      counts.set(area, (counts.get(area) ?? 0) + 1);
    }
    cursor = page.cursor;
  } while (cursor);
  return counts;
}
