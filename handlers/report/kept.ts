import { z } from 'zod';
import { Day } from '../../domain/school';
import type { Kept, RecordOp } from '../../infra/records';
import { ReportContent, reportKey } from '../../pages/report-content';
import type { Desk } from '../capability';
import { Last, Look } from './schema';

/** A report, `report|<last day of its term, or the last day that it tells of where somebody asked for it>`. */
export const Report = z.object({
  id: Day,
  /** The report before this one. */
  before: Day.optional(),
  /** Who asked for it, where it did not come by itself. */
  askedBy: z.string().optional(),
  madeAt: z.string(),
  /** From this instant on it may go out, whoever has looked. */
  openAt: z.string(),
  /** On this day it goes out in spite of a remark: nobody holds a report back for good (S177). */
  goesAt: z.string(),
  content: ReportContent,
  looks: z.array(Look).default([]),
  /** Who said that it goes out in spite of a remark. */
  releasedBy: z.string().optional(),
  /** When those who look were told that a remark holds it up. */
  heldAt: z.string().optional(),
  sentAt: z.string().optional(),
});
export type Report = z.infer<typeof Report>;

export interface KeptReport {
  readonly report: Report;
  readonly etag: string;
}

const LAST = 'report-last';

export async function findReport(id: string, { records }: Pick<Desk, 'records'>): Promise<KeptReport | undefined> {
  const kept = await records.get(reportKey(id));
  return kept && { report: Report.parse(kept.value), etag: kept.etag };
}

export function reportOp({ report, etag }: KeptReport, changes: Partial<Report>): RecordOp {
  return { op: 'update', key: reportKey(report.id), value: { ...report, ...changes }, etag };
}

export async function lastOf({ records }: Pick<Desk, 'records'>): Promise<{ last?: Last; kept?: Kept }> {
  const kept = await records.get(LAST);
  return kept ? { last: Last.parse(kept.value), kept } : {};
}

export function lastOp(kept: Kept | undefined, value: Last): RecordOp {
  const row = { ...value, term: value.term ?? null };
  return kept ? { op: 'update', key: LAST, value: row, etag: kept.etag } : { op: 'insert', key: LAST, value: row };
}
