import { phrase } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import type { Period } from '../../domain/report-period';
import type { Desk } from '../capability';
import type { Figures } from '../figures';
import { daysUntil } from './rules';
import { Event } from './schema';
import { allStandings, type Standing } from './standing';

/** As long before its day as the first reminder. */
const SOON_DAYS = 56;

/** Reviews that are past their day, that are due soon, and that were done. */
export async function figures(desk: Desk, period: Period): Promise<Figures | undefined> {
  const all = await allStandings(desk);
  if (all.length === 0) return undefined;
  const today = localDay(desk.school, desk.now);
  const days = all.flatMap(({ reviewOn }) => (reviewOn ? [daysUntil(reviewOn, today)] : []));
  const ratified = await Promise.all(all.map((standing) => ratifiedIn(standing, period, desk)));
  const line = (label: ReturnType<typeof phrase>, value: number) => ({ label, value });
  return {
    title: phrase('figures.review.title'),
    lines: [
      line(phrase('figures.review.overdue'), days.filter((left) => left < 0).length),
      line(phrase('figures.review.soon'), days.filter((left) => left >= 0 && left <= SOON_DAYS).length),
      line(phrase('figures.review.undated'), all.length - days.length),
      line(phrase('figures.review.ratified'), ratified.filter(Boolean).length),
    ],
  };
}

async function ratifiedIn({ policy }: Standing, { from, to }: Period, { records }: Desk): Promise<boolean> {
  const { rows } = await records.listPrefix(`review|${policy.id}|`);
  return rows
    .map(({ value }) => Event.parse(value))
    .some(({ event, on }) => event === 'ratified' && from <= on && on <= to);
}
