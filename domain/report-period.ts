import { DateTime } from 'luxon';
import { localDay } from './calendar';
import { dayAfter } from './days';
import { schoolYearOf } from './duty-dates';
import type { School } from './school';

/** A span of whole days, both counted: 2026-09-02 to 2026-12-10. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** So long after its day a report is still made for a term; what was missed longer ago belongs to the next one. */
const LATE_DAYS = 21;

/**
 * The last day of the term whose report should have been begun by this instant; undefined where it is not time for one.
 * A term has one report, also when somebody moves its last day afterwards: a report of a few days would tell of few.
 * @param lastTerm the last day, as it was then, of the term of which a report was made last.
 */
export function reportDue(school: School, now: DateTime, lastTerm: string | undefined): string | undefined {
  const today = localDay(school, now);
  const due = school.calendar.terms.filter(({ from, to }) => {
    return (
      makesOn(school, to) <= today && today <= dayAfter(to, LATE_DAYS) && !(lastTerm !== undefined && from <= lastTerm)
    );
  });
  return due.at(-1)?.to;
}

/**
 * The days that a report tells of: from the day after the one before, up to yesterday. No two reports share a day, so
 * nothing can be worked out by taking one from another.
 * @param term the last day of the term that it belongs to; without one the first report begins with the school year.
 * @param lastTo the last day of the report before, if there was one.
 */
export function periodOf(school: School, term: string | undefined, lastTo: string | undefined, now: DateTime): Period {
  const to = dayAfter(localDay(school, now), -1);
  const terms = school.calendar.terms;
  const at = terms.findIndex((each) => each.to === term);
  const before = terms[at - 1]?.to;
  const from = lastTo ?? before;
  return { from: from ? dayAfter(from, 1) : (terms[at]?.from ?? `${schoolYearOf(to)}-09-01`), to };
}

/** The day on which the next report is made by itself; undefined where the school file names no term to come. */
export function nextReportOn(school: School, now: DateTime, lastTerm?: string): string | undefined {
  const term = nextTerm(school, localDay(school, now), lastTerm);
  return term && makesOn(school, term);
}

/** The last day of the first term that is still to have its report. */
export function nextTerm(school: School, today: string, lastTerm: string | undefined): string | undefined {
  return school.calendar.terms.find(
    ({ from, to }) => today <= dayAfter(to, LATE_DAYS) && !(lastTerm !== undefined && from <= lastTerm),
  )?.to;
}

/** The day on which the report of a term is made by itself. */
export function makesOn({ report }: School, term: string): string {
  return dayAfter(term, -report.daysBeforeTermEnds);
}

/** Every month of a period, as 2026-11. */
export function monthsOf({ from, to }: Period): string[] {
  const months: string[] = [];
  let month = DateTime.fromISO(from.slice(0, 7), { zone: 'utc' });
  while (month.toFormat('yyyy-MM') <= to.slice(0, 7)) {
    months.push(month.toFormat('yyyy-MM'));
    month = month.plus({ months: 1 });
  }
  return months;
}
