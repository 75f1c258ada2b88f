import fc from 'fast-check';
import { DateTime } from 'luxon';
import { isOpen, isSchoolDay, localDay, nextOpening } from '../../domain/calendar';
import { ladderOf, latestRung } from '../../domain/ladder';
import { schoolDayAfter, schoolDayBefore } from '../../domain/school-days';
import type { School } from '../../domain/school';
import { dueOn, lapsesOn } from '../../handlers/agreement/rules';
import { school } from './rules-school';

const DAY = 'yyyy-MM-dd';
const dayFrom = (year: number, month: number, date: number) =>
  DateTime.utc(year, month, 1)
    .plus({ days: date - 1 })
    .toFormat(DAY);

/** A school year with three terms, a week off in the middle of each, and odd days that somebody closed. */
const schools = fc
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
const scenes = schools.chain(({ year, school: each }) =>
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

function minuteOfDay(each: School, at: DateTime): string {
  return at.setZone(each.timezone).toFormat('HH:mm');
}

describe('In any school year, at any minute of it', () => {
  test('school is open in its hours of its own days, and at no other time', () => {
    fc.assert(
      fc.property(scenes, ({ at, school: each }) => {
        const time = minuteOfDay(each, at);
        expect(isOpen(each, at)).toBe(isSchoolDay(each, at) && each.hours.from <= time && time < each.hours.to);
      }),
    );
  });

  test('the next opening is the first minute at which school is open, now if it is', () => {
    fc.assert(
      fc.property(scenes, fc.integer({ min: 1, max: 2000 }), ({ at, school: each }, before) => {
        const next = nextOpening(each, at);
        const between = next.minus({ minutes: before });

        expect(next >= at && isOpen(each, next)).toBe(true);
        expect(between >= at && next > at && isOpen(each, between)).toBe(false);
        if (isOpen(each, at)) expect(next.toMillis()).toBe(at.toMillis());
        else expect(minuteOfDay(each, next)).toBe(each.hours.from);
      }),
    );
  });

  test('the school day after is the nearest one, and the one before it leads back', () => {
    fc.assert(
      fc.property(scenes, ({ at, school: each }) => {
        const after = schoolDayAfter(each, at);
        const days = Math.round(after.startOf('day').diff(at.setZone(each.timezone).startOf('day'), 'days').days);

        expect(isSchoolDay(each, after)).toBe(true);
        for (let ahead = 1; ahead < days; ahead += 1)
          expect(isSchoolDay(each, at.setZone(each.timezone).plus({ days: ahead }))).toBe(false);
        if (isSchoolDay(each, at)) expect(localDay(each, schoolDayBefore(each, after))).toBe(localDay(each, at));
      }),
      { numRuns: 60 },
    );
  });
});

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => DateTime.utc(2015, 1, 1).plus({ days }).toFormat(DAY));
const leapDays = fc.integer({ min: 4, max: 18 }).map((each) => `20${String(each * 4).padStart(2, '0')}-02-29`);

describe('A yearly date', () => {
  test('is the same day a year on; from 29 February it is the 28th', () => {
    fc.assert(
      fc.property(fc.oneof(anyDay, leapDays), (day) => {
        const [year = '', month = '', date = ''] = day.split('-');
        const isLeapDay = month === '02' && date === '29';
        expect(lapsesOn({ every: 'P1Y' }, day)).toBe(`${Number(year) + 1}-${month}-${isLeapDay ? '28' : date}`);
      }),
    );
  });

  test('gives everybody a week at least, whenever they are asked', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.option(anyDay, { nil: undefined }), (asked, lapses, startsOn) => {
        for (const because of ['first', 'changed', 'again', 'yearly'] as const) {
          const due = dueOn(because, asked, startsOn, lapses);
          expect(due >= DateTime.fromISO(asked, { zone: 'utc' }).plus({ days: 7 }).toFormat(DAY)).toBe(true);
        }
      }),
    );
  });
});

test.each(['review', 'agreement', 'duty', 'training'] as const)('the ladder of a %s only ever climbs', (kind) => {
  const ladder = ladderOf({ ladders: {} }, kind);
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -80, max: 200 }), fc.integer({ min: 0, max: 60 }), (due, from, more) => {
      const on = (days: number) =>
        latestRung(ladder, due, DateTime.fromISO(due, { zone: 'utc' }).plus({ days }).toFormat(DAY))?.on ?? '';
      expect(on(from) <= on(from + more)).toBe(true);
    }),
  );
});
