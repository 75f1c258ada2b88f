import { DateTime } from 'luxon';
import { z } from 'zod';
import { type Area, CATEGORIES, Category } from '../domain/categories';
import type { Desk } from './capability';

/**
 * How many concerns of each area there were, read from the rows of each month by which concerns are counted,
 * `figure|2026-11|<reference>`: never a concern itself, and never a matter of staff, of which there is no such row.
 */
const Counted = z.object({ category: z.string(), raisedAt: z.string() });

const PAGE = 500;
/** A review that is further away tells of these months alone. */
const MOST_MONTHS = 36;

export type Raised = ReadonlyMap<Area, number>;

/** @param from a day such as 2026-01-14; what was raised on it counts. */
export async function raisedSince(
  from: string,
  { now, records, school }: Pick<Desk, 'now' | 'records' | 'school'>,
): Promise<Raised> {
  const counts = new Map<Area, number>();
  for (const month of monthsFrom(from, now)) {
    for (const { category, raisedAt } of await countedIn(month, records)) {
      if (DateTime.fromISO(raisedAt, { zone: school.timezone }).toFormat('yyyy-MM-dd') < from) continue;
      const { area } = CATEGORIES[Category.catch('other').parse(category)];
      counts.set(area, (counts.get(area) ?? 0) + 1);
    }
  }
  return counts;
}

function monthsFrom(from: string, now: DateTime): string[] {
  const last = now.startOf('month');
  const first = DateTime.max(
    DateTime.fromISO(from, { zone: now.zone }).startOf('month'),
    last.minus({ months: MOST_MONTHS }),
  );
  const count = Math.floor(last.diff(first, 'months').months) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, month) => first.plus({ months: month }).toFormat('yyyy-MM'));
}

async function countedIn(month: string, records: Desk['records']): Promise<z.infer<typeof Counted>[]> {
  const all: z.infer<typeof Counted>[] = [];
  let cursor: string | undefined;
  do {
    const page = await records.listPrefix(`figure|${month}|`, { limit: PAGE, ...(cursor ? { cursor } : {}) });
    all.push(...page.rows.flatMap(({ value }) => Counted.safeParse(value).data ?? []));
    cursor = page.cursor;
  } while (cursor);
  return all;
}
