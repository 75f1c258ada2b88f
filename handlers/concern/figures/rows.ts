import { z } from 'zod';
import type { Period } from '../../../domain/report-period';
import { monthsOf } from '../../../domain/report-period';
import { dayAt, localDay } from '../../../domain/calendar';
import { everyRow } from '../../../infra/every-row';
import type { Kept, RecordOp } from '../../../infra/records';
import type { Desk } from '../../capability';
import { isStaffMatter } from '../case/record/where';
import { concernOf } from '../finding';
import type { Concern } from '../schema';

/**
 * What is counted of a concern: one row in the month in which it was raised, `figure|2026-11|<reference>`, moved in the
 * same transaction as the concern. So a report reads the months that it tells of, and no concern.
 */
export const FigureRow = z.object({
  category: z.string(),
  raisedAt: z.string(),
  openedAt: z.string().optional(),
  isClosed: z.boolean(),
});
export type FigureRow = z.infer<typeof FigureRow>;

export const FIGURE = 'figure|';
const REFERRAL = 'referral|';

/**
 * Undefined for a matter of staff, and where somebody is kept out: whoever reads the report may be that person, and a number
 * that they cannot explain would tell them (P2). Those are reported in person by whoever has them.
 */
export function figureRow(concern: Concern, desk: Pick<Desk, 'school'>): FigureRow | undefined {
  if (isKeptApart(concern, desk)) return undefined;
  const { category, raisedAt, openedAt, state } = concern;
  return { category, raisedAt, ...(openedAt ? { openedAt } : {}), isClosed: state === 'closed' };
}

function isKeptApart(concern: Concern, desk: Pick<Desk, 'school'>): boolean {
  return concern.conflicts.length > 0 || isStaffMatter(concern, desk);
}

/** What a change of a concern moves in what is counted; mostly nothing. Without a `before` the store is asked. */
export async function moveInFigures(
  before: Concern | undefined,
  after: Concern,
  desk: Pick<Desk, 'school' | 'records'>,
): Promise<RecordOp[]> {
  const value = figureRow(after, desk);
  if (before && JSON.stringify(figureRow(before, desk)) === JSON.stringify(value)) return [];
  const key = figureKey(after, desk);
  const kept = await desk.records.get(key);
  if (!kept) return value ? [{ op: 'insert', key, value }] : [];
  if (!value) return [{ op: 'delete', key, etag: kept.etag }];
  return JSON.stringify(kept.value) === JSON.stringify(value) ? [] : [{ op: 'update', key, value, etag: kept.etag }];
}

function figureKey({ ref, raisedAt }: Concern, { school }: Pick<Desk, 'school'>): string {
  return `${FIGURE}${dayAt(raisedAt, school).slice(0, 7)}|${ref}`;
}

/** A referral of a case, where it is counted: in the month in which it was written down. */
export function referralOp(ref: string, n: number, { school, now }: Desk): RecordOp {
  const at = now.toUTC().toISO();
  return { op: 'insert', key: `${REFERRAL}${localDay(school, now).slice(0, 7)}|${ref}|${n}`, value: { at } };
}

/** What is counted of the concerns that were raised in the months of a period. */
export async function figuresIn(period: Period, desk: Pick<Desk, 'records'>): Promise<FigureRow[]> {
  return (await rowsIn(FIGURE, period, desk)).map(({ value }) => FigureRow.parse(value));
}

const Referral = z.object({ at: z.string() });

/**
 * When cases were referred in the months of a period. A matter of staff is left out here and not where it is written
 * down: what a case is about may be found out after it was referred.
 */
export async function referralsIn(period: Period, desk: Desk): Promise<string[]> {
  const rows = await rowsIn(REFERRAL, period, desk);
  const counted = await Promise.all(
    rows.map(async ({ key, value }) => {
      const kept = await concernOf(key.split('|')[2] ?? '', desk);
      return kept && !isKeptApart(kept.concern, desk) ? [Referral.parse(value).at] : [];
    }),
  );
  return counted.flat();
}

async function rowsIn(kind: string, period: Period, { records }: Pick<Desk, 'records'>): Promise<Kept[]> {
  const all: Kept[] = [];
  for (const month of monthsOf(period))
    for await (const row of everyRow({ records }, `${kind}${month}|`)) all.push(row);
  return all;
}
