import { type Datum, phrase, type View } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import { nextReportOn } from '../../domain/report-period';
import type { Person } from '../../domain/school';
import { dayInWords } from '../../domain/when';
import type { Desk } from '../capability';
import { findReport, type KeptReport, lastOf } from './kept';
import { askers, mayRead, readers } from './rules';
import { reportView } from './views';

/** The newest report that this person may read: a draft for those who look it over, else the one that went out last. */
export async function newestFor(person: Person, desk: Desk): Promise<KeptReport | undefined> {
  const { last } = await lastOf(desk);
  const day = localDay(desk.school, desk.now);
  for (const id of [last?.made, last?.sent]) {
    const found = id === undefined ? undefined : await findReport(id, desk);
    if (found && mayRead(desk.school, person, found.report, day)) return found;
  }
  return undefined;
}

/** What somebody sees who asks for it. Whoever it is not for learns that it is not for them, and nothing of it. */
export async function askedView(person: Person, desk: Desk): Promise<View> {
  const day = localDay(desk.school, desk.now);
  if (!readers(desk.school, day).some(({ id }) => id === person.id)) return none(phrase('report.notYours'));
  const found = await newestFor(person, desk);
  if (found) return reportView(found.report, person, desk);
  const mayAsk = askers(desk.school, day).some(({ id }) => id === person.id);
  const next = nextReportOn(desk.school, desk.now, (await lastOf(desk)).last?.term);
  return none(next ? phrase('report.noneYet', { day: dayInWords(next) }) : phrase('report.noTerms'), mayAsk);
}

/** A word in place of a report. */
export function none(line: Datum, mayAsk = false): View {
  return { card: 'report/none', data: { line, mayAsk } };
}
