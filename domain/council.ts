import type { DateTime } from 'luxon';
import { isBankHoliday } from './bank-holidays';

/** A council's day, not a school's: legal clocks count it, and out of it the emergency duty team answers. Councils differ by half an hour. */
export const COUNCIL_HOURS = { from: 9, to: 17 } as const;
const COUNCIL_ZONE = 'Europe/London';

/** Monday to Friday, save the bank holidays of England and Wales. */
export function isWorkingDay(at: DateTime): boolean {
  const local = at.setZone(COUNCIL_ZONE);
  return local.weekday <= 5 && !isBankHoliday(local.toFormat('yyyy-MM-dd'));
}

/** Whether a council's offices answer their telephones. */
export function isCouncilOpen(at: DateTime): boolean {
  const { hour } = at.setZone(COUNCIL_ZONE);
  return isWorkingDay(at) && COUNCIL_HOURS.from <= hour && hour < COUNCIL_HOURS.to;
}

function workingDayAfter(at: DateTime): DateTime {
  let next = at.plus({ days: 1 });
  while (!isWorkingDay(next)) next = next.plus({ days: 1 });
  return next;
}

/**
 * So many council working days after an instant. In office hours: the same time of a later working day.
 * Out of them, the count starts with the next working day, and ends when that one (or a later one) closes:
 * a concern of Friday evening with one working day to go is due at the end of Monday.
 */
export function addWorkingDays(at: DateTime, days: number): DateTime {
  const local = at.setZone(COUNCIL_ZONE);
  if (days <= 0) return local;
  if (isCouncilOpen(local)) return advance(local, days);
  const counted = isWorkingDay(local) && local.hour < COUNCIL_HOURS.from ? local : workingDayAfter(local);
  return advance(counted, days - 1).set({ hour: COUNCIL_HOURS.to, minute: 0, second: 0, millisecond: 0 });
}

function advance(from: DateTime, days: number): DateTime {
  let day = from;
  for (let count = 0; count < days; count += 1) day = workingDayAfter(day);
  return day;
}
