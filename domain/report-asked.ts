import type { DateTime } from 'luxon';
import { localDay } from './calendar';
import { dayAfter } from './days';
import { makesOn, nextTerm, type Period, periodOf } from './report-period';
import type { School } from './school';

/** Days that a report on asking tells of at least: of fewer it would hide nearly all, and so would the one after it. */
export const LEAST_DAYS = 28;

/** What is known of the reports before: up to which day the last one tells, and the last term that had its own. */
export interface Before {
  readonly to: string;
  readonly term?: string | undefined;
}

/** A report on asking. Where the term's own would be made soon, it is that one, made early; else it goes by the last day that it tells of. */
export interface AskedReport {
  readonly id: string;
  readonly isOfTerm: boolean;
  readonly period: Period;
}

/**
 * The report that may be made today for somebody who asks: of at least four weeks, all of them after the report before, so
 * that nobody learns what is hidden by asking twice. Otherwise the first day on which one may.
 */
export function askedReport(school: School, now: DateTime, before?: Before): AskedReport | { notBefore: string } {
  const today = localDay(school, now);
  const next = nextTerm(school, today, before?.term);
  const madeOn = next && makesOn(school, next);
  const period = periodOf(school, next, before?.to, now);
  const first = dayAfter(period.from, LEAST_DAYS);
  if (today < first) return { notBefore: first };
  if (next && madeOn && madeOn < dayAfter(today, LEAST_DAYS)) return { id: next, isOfTerm: true, period };
  // The day on which a term ended whose report was made long before: its name is taken.
  if (period.to === before?.term) return { notBefore: dayAfter(today, 1) };
  return { id: period.to, isOfTerm: false, period };
}
