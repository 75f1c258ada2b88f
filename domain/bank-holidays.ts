import { DateTime } from 'luxon';

const MONDAY = 1;
const SATURDAY = 6;

function day(year: number, month: number, date: number): DateTime {
  return DateTime.utc(year, month, date);
}

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature, 20 April 1876). */
export function easterSunday(year: number): DateTime {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * moon + 22 * toSunday) / 451);
  const count = moon + toSunday - 7 * correction + 114;
  return day(year, Math.floor(count / 31), (count % 31) + 1);
}

function firstMonday(year: number, month: number): DateTime {
  const first = day(year, month, 1);
  return first.plus({ days: (MONDAY - first.weekday + 7) % 7 });
}

function lastMonday(year: number, month: number): DateTime {
  const last = day(year, month, 1).endOf('month').startOf('day');
  return last.minus({ days: last.weekday - MONDAY });
}

/** The working day that stands in for a holiday at a weekend, passing over days that are taken. */
function observed(holiday: DateTime, taken: readonly string[]): DateTime {
  let free = holiday;
  while (free.weekday >= SATURDAY || taken.includes(free.toFormat('yyyy-MM-dd'))) free = free.plus({ days: 1 });
  return free;
}

/**
 * Bank holidays of England and Wales in one year, as days (2026-12-25).
 * By the rules of the Banking and Financial Dealings Act 1971 and of common law (Christmas Day, Good Friday).
 * A day proclaimed for one year only cannot be computed: the school writes it under `calendar.closed`.
 */
export function bankHolidays(year: number): string[] {
  const easter = easterSunday(year);
  const fixed = [
    observed(day(year, 1, 1), []),
    easter.minus({ days: 2 }),
    easter.plus({ days: 1 }),
    firstMonday(year, 5),
    lastMonday(year, 5),
    lastMonday(year, 8),
  ].map((holiday) => holiday.toFormat('yyyy-MM-dd'));
  // Boxing Day first: when Christmas falls on a Sunday, Monday is Boxing Day and Tuesday stands in for Christmas.
  const boxing = day(year, 12, 26);
  const christmas = day(year, 12, 25);
  const boxingFirst = christmas.weekday === 7;
  const one = observed(boxingFirst ? boxing : christmas, []).toFormat('yyyy-MM-dd');
  const two = observed(boxingFirst ? christmas : boxing, [one]).toFormat('yyyy-MM-dd');
  return [...fixed, one, two].sort();
}

const computed = new Map<number, ReadonlySet<string>>();

/** Whether a day (2026-12-25) is a bank holiday in England and Wales. */
export function isBankHoliday(on: string): boolean {
  const year = Number(on.slice(0, 4));
  const days = computed.get(year) ?? new Set(bankHolidays(year));
  computed.set(year, days);
  return days.has(on);
}
