import { type Datum, phrase, type View } from '../../cards/view';
import { dayAt, isOpen } from '../../domain/calendar';
import { type AskedReport, askedReport } from '../../domain/report-asked';
import { nextReportOn } from '../../domain/report-period';
import { dayInWords } from '../../domain/when';
import type { Desk } from '../capability';
import { findReport, lastOf } from './kept';
import type { Last } from './schema';

/** The report that could be made for somebody who asks now, or from when on; undefined while another is looked over. */
export function reportToAsk(
  last: Last | undefined,
  { school, now }: Desk,
): AskedReport | { readonly notBefore: string } | undefined {
  return last && last.made !== last.sent ? undefined : askedReport(school, now, last);
}

/** What asking for a report would do, before anything is done; or why there can be none now, and when there is one. */
export async function askView(desk: Desk): Promise<View> {
  const { last } = await lastOf(desk);
  const plan = reportToAsk(last, desk);
  const lines = plan ? linesOf(plan, last, desk) : [await lookedOverLine(last, desk)];
  return { card: 'report/ask', data: { lines: lines.map((line) => ({ line })), mayMake: isMade(plan) } };
}

/** What somebody reads who has asked for one. */
export function askedLine({ school, now }: Desk): Datum {
  return phrase(isOpen(school, now) ? 'report.asked.now' : 'report.asked.later');
}

export function isMade(plan: ReturnType<typeof reportToAsk>): plan is AskedReport {
  return plan !== undefined && !('notBefore' in plan);
}

function linesOf(
  plan: NonNullable<ReturnType<typeof reportToAsk>>,
  last: Last | undefined,
  { school, now }: Desk,
): Datum[] {
  const byItself = nextReportOn(school, now, last?.term);
  const next = byItself ? [phrase('report.ask.next', { day: dayInWords(byItself) })] : [];
  if (!isMade(plan)) return [phrase('report.ask.notBefore', { day: dayInWords(plan.notBefore) }), ...next];
  const { from, to } = plan.period;
  return [
    phrase('report.ask.tells', { from: dayInWords(from), to: dayInWords(to) }),
    ...(plan.isOfTerm ? [phrase('report.ask.early')] : [phrase('report.ask.short'), ...next]),
    phrase('report.ask.looked', { days: school.report.lookedOverWithin }),
  ];
}

async function lookedOverLine(last: Last | undefined, desk: Desk): Promise<Datum> {
  const draft = last && (await findReport(last.made, desk))?.report;
  return phrase('report.ask.draft', { day: draft ? dayInWords(dayAt(draft.goesAt, desk.school)) : '' });
}
