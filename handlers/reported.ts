import { type Area, CATEGORIES, Category } from '../domain/categories';
import { prefixRange } from '../infra/prefix';
import { KeptContent, REPORT } from '../pages/report-content';
import type { Desk } from './capability';

/** What the governors' reports say of the concerns of one area. */
export interface Reported {
  /** Those that stand there as numbers. */
  readonly count: number;
  /** There were more, too few of a kind to be said. */
  readonly isMore: boolean;
}

/** The way of a report in which concerns divide by kind, and how the kinds are called there. */
const BY_KIND = 'figures.concern.byKind';
const KIND = 'category.';

/**
 * Concerns by area as the governors' reports tell of them that went out for terms which ended since a day. Nothing is
 * counted anew: who could read today's number, and yesterday's, or take one from a report, would learn what the report
 * hides.
 */
export async function reportedSince(from: string, { records }: Pick<Desk, 'records'>): Promise<Map<Area, Reported>> {
  const { rows } = await records.list({ from: `${REPORT}${from}`, to: prefixRange(REPORT).to });
  const reports = rows.map(({ value }) => KeptContent.parse(value)).filter(({ sentAt }) => sentAt !== undefined);
  const ways = reports.flatMap(({ content }) => content.sections.flatMap((section) => section.ways));
  const areas = new Map<Area, Reported>();
  for (const { label, shown } of ways
    .filter(({ title }) => title.phrase === BY_KIND)
    .flatMap(({ parts = [] }) => parts)) {
    const { area } = CATEGORIES[Category.catch('other').parse(label.phrase.slice(KIND.length))];
    const { count, isMore } = areas.get(area) ?? { count: 0, isMore: false };
    areas.set(area, typeof shown === 'number' ? { count: count + shown, isMore } : { count, isMore: true });
  }
  return areas;
}
