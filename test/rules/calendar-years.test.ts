import fc from 'fast-check';
import { DateTime } from 'luxon';
import { addSchoolMinutes, isOpen, isSchoolDay, localDay, nextOpening } from '../../domain/calendar';
import { dayAfter, daysBetween, daysIn, isSchoolDayOn } from '../../domain/days';
import { schoolYearOf } from '../../domain/duty-dates';
import { halfTermsOf, termsOf } from '../../domain/half-terms';
import { monthsOf } from '../../domain/report-period';
import { addSchoolDays } from '../../domain/school-days';
import { runsOutOn } from '../../domain/training-dates';
import { lastDayOf } from '../../handlers/agreement/visitor/rules';
import { anyDay, leapDays, scenes, schools } from './calendar-scenes';

describe('Time of school, whatever the clocks on the wall do', () => {
  test('so many minutes later, exactly so many minutes of it have passed', () => {
    fc.assert(
      fc.property(scenes, fc.integer({ min: 1, max: 700 }), ({ at, school: each }, minutes) => {
        const end = addSchoolMinutes(each, at, minutes);
        let open = 0;
        // Minute by minute, with a leap over each time in which it is closed.
        for (let now = nextOpening(each, at); now < end; now = nextOpening(each, now.plus({ minutes: 1 }))) open += 1;

        expect(open).toBe(minutes);
        expect(isOpen(each, end.minus({ milliseconds: 1 }))).toBe(true);
      }),
      { numRuns: 12 },
    );
  });

  test('so many school days later it is the same time of a school day, and just as many lie between', () => {
    fc.assert(
      fc.property(scenes, fc.integer({ min: 1, max: 30 }), ({ at, school: each }, days) => {
        fc.pre(isOpen(each, at));
        const end = addSchoolDays(each, at, days);
        const passed = [...daysIn({ from: localDay(each, at), to: localDay(each, end) })].filter((day) =>
          isSchoolDayOn(each, day),
        );
        const time = (when: DateTime) => when.setZone(each.timezone).toFormat('HH:mm');

        expect([isSchoolDay(each, end), time(end), passed.length]).toEqual([true, time(at), days + 1]);
      }),
      { numRuns: 60 },
    );
  });

  test('a day is counted as one day, also when it has 23 hours or 25', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (day, days) => {
        const there = dayAfter(day, days);
        const civil = DateTime.fromISO(`${day}T12:00`, { zone: 'Europe/London' }).plus({ days });

        expect([there, daysBetween(day, there)]).toEqual([civil.toFormat('yyyy-MM-dd'), days]);
      }),
    );
  });
});

describe('A school year', () => {
  test('takes in each day once, and ends nowhere but between 31 August and 1 September', () => {
    fc.assert(
      fc.property(fc.oneof(anyDay, leapDays), (day) => {
        const year = schoolYearOf(day);
        const isFirst = day.endsWith('-09-01');

        expect(`${year}-09-01` <= day && day <= `${year + 1}-08-31`).toBe(true);
        expect(schoolYearOf(dayAfter(day, -1))).toBe(isFirst ? year - 1 : year);
      }),
    );
  });

  test('of training lasts to the end of the next one: a year at least and two at most', () => {
    fc.assert(
      fc.property(fc.oneof(anyDay, leapDays), (on) => {
        const out = runsOutOn({ every: 'school year' }, on) ?? '';

        expect(schoolYearOf(out)).toBe(schoolYearOf(on) + 1);
        expect(schoolYearOf(dayAfter(out, 1))).toBe(schoolYearOf(on) + 2);
        expect(daysBetween(on, out)).toBeGreaterThanOrEqual(365);
      }),
    );
  });

  test('has terms of halves that go from a school day to a school day, and every school day of a term lies in one', () => {
    fc.assert(
      fc.property(schools, ({ school: each }) => {
        const halves = halfTermsOf(each);
        const days = termsOf(each).flatMap((term) => [...daysIn(term)].filter((day) => isSchoolDayOn(each, day)));

        expect(halves.flatMap((half) => [...daysIn(half)].filter((day) => isSchoolDayOn(each, day)))).toEqual(days);
        for (const { from, to } of halves)
          expect([isSchoolDayOn(each, from), isSchoolDayOn(each, to)]).toEqual([true, true]);
      }),
      { numRuns: 30 },
    );
  });

  test('has every month of it in a report, February with its 29th', () => {
    fc.assert(
      fc.property(fc.oneof(anyDay, leapDays), fc.integer({ min: 0, max: 500 }), (from, long) => {
        const to = dayAfter(from, long);
        const months = new Set([...daysIn({ from, to })].map((day) => day.slice(0, 7)));

        expect(monthsOf({ from, to })).toEqual([...months]);
      }),
    );
  });
});

describe('A year to the day', () => {
  test('of somebody without an account ends the day before it comes round; from 29 February on the 27th', () => {
    fc.assert(
      fc.property(fc.oneof(anyDay, leapDays), (today) => {
        const last = lastDayOf('year', today);
        const round = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;

        expect(dayAfter(last, 1)).toBe(round.endsWith('-02-29') ? `${round.slice(0, 4)}-02-28` : round);
      }),
    );
  });

  test.each(['P1Y', 'P2Y', 'P3Y', 'P4Y'])(
    'of training that holds %s from 29 February is a day that there is',
    (every) => {
      fc.assert(
        fc.property(leapDays, (on) => {
          const out = runsOutOn({ every }, on) ?? '';
          const year = Number(out.slice(0, 4));
          const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

          expect([year - Number(on.slice(0, 4)), out.slice(5)]).toEqual([
            Number(every.slice(1, -1)),
            isLeap ? '02-29' : '02-28',
          ]);
        }),
      );
    },
  );
});
