import { DateTime } from 'luxon';

/** How a school says a moment: "14:32" today, "16 Dec at 14:32" otherwise. Both instants in the school's zone. */
export function sayMoment(at: DateTime, now: DateTime): string {
  if (at.hasSame(now, 'day')) return at.toFormat('HH:mm');
  return at.toFormat(at.hasSame(now, 'year') ? "d LLL 'at' HH:mm" : "d LLL yyyy 'at' HH:mm");
}

/** The same for a card that stands: tomorrow "14:32" would be a lie. */
export function sayInstant(at: DateTime): string {
  return at.toFormat("d LLL 'at' HH:mm");
}

/** What is read years later has its year: "16 December 2025 at 14:32". */
export function sayForYears(at: DateTime): string {
  return at.toFormat("d LLLL yyyy 'at' HH:mm");
}

/** "4 Sept 2026" is what schools write; luxon writes "Sep", so the month is given in full. */
export function sayDay(day: DateTime): string {
  return day.toFormat('d LLLL yyyy');
}

/** 2026-11-30 as "30 November 2026". */
export function dayInWords(day: string): string {
  return sayDay(DateTime.fromISO(day, { zone: 'utc' }));
}
