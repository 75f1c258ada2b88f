import { z } from 'zod';
import { addSchoolDays } from '../../domain/school-days';
import { isOpen, localDay, nextOpening } from '../../domain/calendar';
import { periodOf, reportDue } from '../../domain/report-period';
import { Day } from '../../domain/school';
import type { Change, Job, Message } from '../../infra/outbox';
import { reportKey } from '../../pages/report-content';
import type { Capability, Desk } from '../capability';
import { compose } from './composing';
import { findReport, type KeptReport, lastOf, lastOp, type Report, reportOp } from './kept';
import { hasRemark, lookers, mayGo, receivers } from './rules';
import { TermJob } from './schema';
import { toldView } from './views';

/** Puts a report down for the next school hours, once its day has come; one that was made already is left as it is. */
export async function beginReport(desk: Desk): Promise<Change> {
  const { last } = await lastOf(desk);
  const term = reportDue(desk.school, desk.now, last?.made);
  if (!term) return {};
  return { jobs: [jobAt('report/make', term, 'due', desk)] };
}

/** Works the report out, keeps it as it stands, and asks the two who look it over. */
export async function makeReport(data: unknown, desk: Desk, capabilities: readonly Capability[]): Promise<Change> {
  const { term } = TermJob.parse(data);
  const { last, kept } = await lastOf(desk);
  // It was made meanwhile, or the term ends on another day by now, under which it is put down anew.
  if (reportDue(desk.school, desk.now, last?.made) !== term) return {};
  if (!isOpen(desk.school, desk.now)) return { jobs: [jobAt('report/make', term, 'put-off', desk)] };
  const period = periodOf(desk.school, term, last?.to, desk.now);
  if (period.to < period.from) return {};
  const report: Report = {
    id: term,
    madeAt: desk.now.toUTC().toISO(),
    openAt: daysLater(1, desk),
    goesAt: daysLater(2, desk),
    content: await compose(capabilities, period, desk),
    looks: [],
  };
  return {
    ops: [{ op: 'insert', key: reportKey(term), value: report }, lastOp(kept, { ...last, made: term, to: period.to })],
    messages: lookers(desk.school, localDay(desk.school, desk.now)).map(({ id }) => tell(id, 'look', report, desk)),
    jobs: [
      { id: `report-open|${term}`, kind: 'report/send', dueAt: report.openAt, data: { report: term } },
      { id: `report-goes|${term}`, kind: 'report/send', dueAt: report.goesAt, data: { report: term } },
    ],
  };
}

/** So many times as long as there is to look it over. */
function daysLater(times: number, { school, now }: Desk): string {
  return (
    addSchoolDays(school, now, times * school.report.lookedOverWithin)
      .toUTC()
      .toISO() ?? ''
  );
}

/** It goes out once everybody has looked or the time is over: by itself, unless somebody left a remark; then when one of them says so, or in the end. */
export async function sendReport(data: unknown, desk: Desk): Promise<Change> {
  const { report: id } = z.object({ report: Day }).parse(data);
  const found = await findReport(id, desk);
  if (!found || found.report.sentAt) return {};
  if (!isOpen(desk.school, desk.now)) return { jobs: [jobAt('report/send', id, 'put-off', desk)] };
  const { school, now } = desk;
  const day = localDay(school, now);
  if (!mayGo(school, found.report, now.toUTC().toISO(), day)) return {};
  const mayPass = found.report.releasedBy || !hasRemark(found.report) || now.toUTC().toISO() >= found.report.goesAt;
  if (mayPass) return sent(found, desk);
  if (found.report.heldAt) return {};
  return {
    ops: [reportOp(found, { heldAt: now.toUTC().toISO() })],
    messages: lookers(school, day).map((person) => tell(person.id, 'waits', found.report, desk)),
  };
}

/** To the chair and the governors; each hears of it once. */
async function sent(found: KeptReport, desk: Desk): Promise<Change> {
  const { last, kept } = await lastOf(desk);
  const { id, content } = found.report;
  const report = { ...found.report, sentAt: desk.now.toUTC().toISO() };
  return {
    ops: [reportOp(found, { sentAt: report.sentAt }), lastOp(kept, { made: id, to: content.to, ...last, sent: id })],
    messages: receivers(desk.school, localDay(desk.school, desk.now)).map((person) =>
      tell(person.id, 'sent', report, desk),
    ),
  };
}

/** Something to do with a report in the next school hours. @param why keeps it apart from what else is put down at that instant. */
export function jobAt(kind: 'report/make' | 'report/send', id: string, why: string, { school, now }: Desk): Job {
  const data = kind === 'report/make' ? { term: id } : { report: id };
  return {
    id: `${kind.replace('/', '-')}|${id}|${why}|${now.toMillis()}`,
    kind,
    dueAt: nextOpening(school, now).toUTC().toISO() ?? '',
    data,
  };
}

function tell(person: string, kind: 'look' | 'waits' | 'sent', report: Report, desk: Desk): Message {
  const id = `report-${kind}|${report.id}|${person}`;
  return { id, to: { person }, view: toldView(kind, report, desk), inHours: true };
}
