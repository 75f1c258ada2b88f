import { z } from 'zod';
import { addSchoolDays } from '../../domain/school-days';
import { isOpen, localDay, nextOpening } from '../../domain/calendar';
import type { AskedReport } from '../../domain/report-asked';
import { periodOf, reportDue } from '../../domain/report-period';
import { Day } from '../../domain/school';
import type { Change, Job, Message } from '../../infra/outbox';
import { reportKey } from '../../pages/report-content';
import type { Capability, Desk } from '../capability';
import { reportToAsk } from './to-ask';
import { compose } from './composing';
import { findReport, type KeptReport, lastOf, lastOp, type Report, reportOp } from './kept';
import { hasRemark, lookers, mayGo, receivers } from './rules';
import { type Last, MakeJob } from './schema';
import { toldView } from './views';

/** Puts a report down for the next school hours, once its day has come; one that was made already is left as it is. */
export async function beginReport(desk: Desk): Promise<Change> {
  const { last } = await lastOf(desk);
  const term = reportDue(desk.school, desk.now, last?.term);
  if (!term) return {};
  return { jobs: [jobAt('report/make', { term }, term, 'due', desk)] };
}

/** Works the report out, keeps it as it stands, and asks the two who look it over. */
export async function makeReport(data: unknown, desk: Desk, capabilities: readonly Capability[]): Promise<Change> {
  const job = MakeJob.parse(data);
  const { last, kept } = await lastOf(desk);
  const plan = 'term' in job ? termReport(job.term, last, desk) : reportToAsk(last, desk);
  if (!plan || 'notBefore' in plan) return {};
  const { id, isOfTerm, period } = plan;
  if (!isOpen(desk.school, desk.now)) return { jobs: [jobAt('report/make', job, id, 'put-off', desk)] };
  const report: Report = {
    ...{ id, before: last?.made, ...('askedBy' in job ? { askedBy: job.askedBy } : {}) },
    madeAt: desk.now.toUTC().toISO(),
    openAt: daysLater(1, desk),
    goesAt: daysLater(2, desk),
    content: await compose(capabilities, period, desk),
    looks: [],
  };
  return {
    ops: [
      { op: 'insert', key: reportKey(id), value: report },
      lastOp(kept, { ...last, made: id, to: period.to, term: isOfTerm ? id : last?.term }),
    ],
    messages: lookers(desk.school, localDay(desk.school, desk.now)).map(({ id }) => tell(id, 'look', report, desk)),
    jobs: [
      { id: `report-open|${id}`, kind: 'report/send', dueAt: report.openAt, data: { report: id } },
      { id: `report-goes|${id}`, kind: 'report/send', dueAt: report.goesAt, data: { report: id } },
    ],
  };
}

/** The term's own report, if it is still time for it: it was not made meanwhile, and the term ends on no other day by now. */
function termReport(term: string, last: Last | undefined, { school, now }: Desk): AskedReport | undefined {
  if (reportDue(school, now, last?.term) !== term) return undefined;
  const period = periodOf(school, term, last?.to, now);
  return period.to < period.from ? undefined : { id: term, isOfTerm: true, period };
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
  if (!isOpen(desk.school, desk.now)) return { jobs: [jobAt('report/send', { report: id }, id, 'put-off', desk)] };
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
    ops: [
      reportOp(found, { sentAt: report.sentAt }),
      lastOp(kept, { made: id, to: content.to, term: undefined, ...last, sent: later(last?.sent, id) }),
    ],
    messages: receivers(desk.school, localDay(desk.school, desk.now)).map((person) =>
      tell(person.id, 'sent', report, desk),
    ),
  };
}

/** A draft that a remark held up goes out after the one that followed it, and is not the newest for it. */
function later(sent: string | undefined, id: string): string {
  return sent !== undefined && sent > id ? sent : id;
}

/** Something to do with a report in the next school hours. @param why keeps it apart from what else is put down at that instant. */
export function jobAt(
  kind: 'report/make' | 'report/send',
  data: Readonly<Record<string, string>>,
  id: string,
  why: string,
  { school, now }: Desk,
): Job {
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
