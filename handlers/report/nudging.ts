import { DateTime } from 'luxon';
import { isOpen, localDay } from '../../domain/calendar';
import { nudgeId } from '../../domain/ladder';
import { addSchoolDays } from '../../domain/school-days';
import type { Desk, Nudge } from '../capability';
import { findReport, lastOf } from './kept';
import { lookers } from './rules';
import { toldView } from './views';

/** School days after which somebody who has not looked is reminded, once. */
const AFTER_DAYS = 3;

export async function nudges(desk: Desk): Promise<readonly Nudge[]> {
  const { school, now } = desk;
  const { last } = await lastOf(desk);
  if (!last || last.made === last.sent || !isOpen(school, now)) return [];
  const report = (await findReport(last.made, desk))?.report;
  if (!report || report.sentAt) return [];
  const from = addSchoolDays(school, DateTime.fromISO(report.madeAt), AFTER_DAYS);
  if (now < from) return [];
  return lookers(school, localDay(school, now))
    .filter(({ id }) => !report.looks.some(({ by }) => by === id))
    .map(({ id }) => ({
      id: nudgeId('report', report.id, report.id, 'look', id),
      to: id,
      kind: 'report',
      why: `the governors' report of ${report.id} waits to be looked over`,
      view: toldView('remind', report, desk),
    }));
}
