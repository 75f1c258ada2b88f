import fc from 'fast-check';
import { DateTime } from 'luxon';
import { isOpen, isSchoolDay, localDay, nextOpening } from '../../domain/calendar';
import { ladderOf, latestRung } from '../../domain/ladder';
import { schoolDayAfter, schoolDayBefore } from '../../domain/school-days';
import type { School } from '../../domain/school';
import { dueOn, lapsesOn } from '../../handlers/agreement/rules';
import { anyDay, DAY, leapDays, scenes } from './calendar-scenes';

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

test.each(['review', 'agreement', 'duty', 'training', 'induction'] as const)(
  'the ladder of a %s only ever climbs',
  (kind) => {
    const ladder = ladderOf({ ladders: {} }, kind);
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -80, max: 200 }), fc.integer({ min: 0, max: 60 }), (due, from, more) => {
        const on = (days: number) =>
          latestRung(ladder, due, DateTime.fromISO(due, { zone: 'utc' }).plus({ days }).toFormat(DAY))?.on ?? '';
        expect(on(from) <= on(from + more)).toBe(true);
      }),
    );
  },
);
