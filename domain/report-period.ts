import { DateTime } from 'luxon';
import { localDay } from './calendar';
import { dayAfter } from './days';
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
 * @param lastMade the last day, as it was then, of the term of which a report was made last.
 */
export function reportDue(school: School, now: DateTime, lastMade: string | undefined): string | undefined {
  const today = localDay(school, now);
  const due = school.calendar.terms.filter(({ from, to }) => {
    const makesOn = dayAfter(to, -school.report.daysBeforeTermEnds);
    return makesOn <= today && today <= dayAfter(to, LATE_DAYS) && !(lastMade !== undefined && from <= lastMade);
  });
  return due.at(-1)?.to;
}

/**
 * The days that a report tells of: from the day after the one before, up to yesterday. No two reports share a day, so
 * nothing can be worked out by taking one from another.
 * @param lastTo the last day of the report before, if there was one.
 */
export function periodOf(school: School, term: string, lastTo: string | undefined, now: DateTime): Period {
  const to = dayAfter(localDay(school, now), -1);
  const terms = school.calendar.terms;
  const at = terms.findIndex((each) => each.to === term);
  const before = terms[at - 1]?.to;
  const from = lastTo ?? before;
  return { from: from ? dayAfter(from, 1) : (terms[at]?.from ?? to), to };
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
