import fc from 'fast-check';
import { DateTime } from 'luxon';
import { school } from './rules-school';

export const DAY = 'yyyy-MM-dd';
const dayFrom = (year: number, month: number, date: number) =>
  DateTime.utc(year, month, 1)
    .plus({ days: date - 1 })
    .toFormat(DAY);

/** A school year with three terms, a week off in the middle of each, and odd days that somebody closed. */
export const schools = fc
  .record({
    year: fc.integer({ min: 2015, max: 2060 }),
    shifts: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 }),
    odd: fc.array(fc.integer({ min: 0, max: 320 }), { maxLength: 5 }),
    from: fc.constantFrom('07:30', '08:00', '09:00'),
    to: fc.constantFrom('15:30', '17:00', '18:00'),
  })
  .map(({ year, shifts: [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0], odd, from, to }) => {
    const terms = [
      { from: dayFrom(year, 9, 1 + a), to: dayFrom(year, 12, 14 + b) },
      { from: dayFrom(year + 1, 1, 2 + c), to: dayFrom(year + 1, 3, 20 + d) },
      { from: dayFrom(year + 1, 4, 8 + e), to: dayFrom(year + 1, 7, 15 + f) },
    ];
    const start = DateTime.utc(year, 9, 1);
    const closed = [
      `${dayFrom(year, 10, 20 + a)}/${dayFrom(year, 10, 24 + a)}`,
      ...odd.map((days) => start.plus({ days }).toFormat(DAY)),
    ];
    return { year, school: school({ calendar: { terms, closed }, hours: { from, to } }) };
  });

/** Any minute of the school year, the nights of the clock changes more often than others. */
export const scenes = schools.chain(({ year, school: each }) =>
  fc
    .oneof(
      fc.integer({ min: 0, max: 365 * 1440 - 1 }).map((minutes) => DateTime.utc(year, 9, 1).plus({ minutes })),
      fc.integer({ min: -2880, max: 2880 }).map((minutes) => lastSunday(year, 10).plus({ minutes })),
      fc.integer({ min: -2880, max: 2880 }).map((minutes) => lastSunday(year + 1, 3).plus({ minutes })),
    )
    .map((at) => ({ at, school: each })),
);

function lastSunday(year: number, month: number): DateTime {
  const end = DateTime.utc(year, month, 1).endOf('month').startOf('day');
  return end.minus({ days: end.weekday % 7 }).plus({ hours: 1 });
}

export const anyDay = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => DateTime.utc(2015, 1, 1).plus({ days }).toFormat(DAY));
export const leapDays = fc.integer({ min: 4, max: 18 }).map((each) => `20${String(each * 4).padStart(2, '0')}-02-29`);
