import fc from 'fast-check';
import { bankHolidays, easterSunday } from '../../domain/bank-holidays';
import { addSchoolMinutes, isCalendarKnown, isOpen, isSchoolDay, localDay, nextOpening } from '../../domain/calendar';
import { addWorkingDays, isCouncilOpen, isWorkingDay } from '../../domain/council';
import { at, school } from './rules-school';

const oakLane = school();
const written = 'yyyy-MM-dd HH:mm';

describe('School days', () => {
  test.each([
    ['a Tuesday in term', '2026-11-24', true],
    ['a Saturday in term', '2026-11-28', false],
    ['a day of half-term', '2026-10-28', false],
    ['the last day of term', '2026-12-18', true],
    ['Christmas Day', '2026-12-25', false],
    ['a weekday between two terms', '2027-04-06', false],
    ['the early May bank holiday inside a term', '2027-05-03', false],
    ['a summer day', '2027-08-10', false],
  ])('%s (%s): staff are in school is %s', (_what, day, expected) => {
    expect(isSchoolDay(oakLane, at(`${day}T12:00`))).toBe(expected);
  });

  test('a school that has entered no terms is taken to be open on weekdays that are no bank holiday', () => {
    const bare = school({ calendar: undefined });

    expect(isSchoolDay(bare, at('2026-08-11T12:00'))).toBe(true);
    expect(isSchoolDay(bare, at('2026-08-31T12:00'))).toBe(false);
  });

  test('when the terms that were entered have run out, reminders do not stop for ever', () => {
    const late = at('2027-10-05T12:00');

    expect(isCalendarKnown(oakLane, late)).toBe(false);
    expect(isSchoolDay(oakLane, late)).toBe(true);
    expect(isCalendarKnown(oakLane, at('2027-08-20T12:00'))).toBe(true);
  });

  test('staff are in on an INSET day, before the term or on a day that is closed to pupils; a weekend or bank holiday is none', () => {
    const inset = [
      { from: '2026-09-01', to: '2026-09-01' },
      { from: '2026-10-24', to: '2026-10-26' },
      { from: '2026-12-25', to: '2026-12-25' },
    ];
    const school = { ...oakLane, calendar: { ...oakLane.calendar, inset } };

    expect(isSchoolDay(oakLane, at('2026-09-01T12:00'))).toBe(false);
    expect(isOpen(school, at('2026-09-01T12:00'))).toBe(true);
    expect(isOpen(school, at('2026-10-26T12:00'))).toBe(true);
    expect(isOpen(school, at('2026-10-25T12:00'))).toBe(false);
    expect(isOpen(school, at('2026-12-25T12:00'))).toBe(false);
  });

  test('the school day is the one in the zone of the school, whatever the clock of the server', () => {
    expect(localDay(oakLane, at('2026-06-30T23:30').toUTC())).toBe('2026-06-30');
  });
});

describe('School hours', () => {
  test.each([
    ['2026-11-24T07:59', false],
    ['2026-11-24T08:00', true],
    ['2026-11-24T17:59', true],
    ['2026-11-24T18:00', false],
    ['2026-11-28T10:00', false],
  ])('at %s the school is open: %s', (instant, expected) => {
    expect(isOpen(oakLane, at(instant))).toBe(expected);
  });

  test.each([
    ['on a Friday evening: Monday morning', '2026-11-27T18:00', '2026-11-30 08:00'],
    ['on the evening before half-term: the Monday after it', '2026-10-23T19:00', '2026-11-02 08:00'],
    ['on the last afternoon of the summer term: the first day known after it', '2027-07-21T20:00', '2027-09-09 08:00'],
    ['in school hours: now', '2026-11-24T10:15', '2026-11-24 10:15'],
    ['before school: the same morning', '2026-11-24T06:00', '2026-11-24 08:00'],
  ])('the next opening %s', (_when, from, to) => {
    expect(nextOpening(oakLane, at(from)).toFormat(written)).toBe(to);
  });

  test.each([
    ['thirty minutes inside a day', '2026-11-24T10:15', 30, '2026-11-24 10:45'],
    ['thirty minutes over a night', '2026-11-24T17:45', 30, '2026-11-25 08:15'],
    ['thirty minutes over a weekend', '2026-11-27T17:45', 30, '2026-11-30 08:15'],
    ['a whole school day', '2026-11-24T10:15', 600, '2026-11-25 10:15'],
    ['nothing at night waits for the morning', '2026-11-24T22:00', 0, '2026-11-25 08:00'],
    ['over the night when the clocks go back', '2026-10-23T17:50', 20, '2026-11-02 08:10'],
  ])('%s', (_what, from, minutes, to) => {
    expect(addSchoolMinutes(oakLane, at(from), minutes).toFormat(written)).toBe(to);
  });

  test('over the weekend when the clocks go forward, Monday still opens at eight', () => {
    const bare = school({ calendar: undefined });

    expect(addSchoolMinutes(bare, at('2025-03-28T17:50'), 20).toFormat(written)).toBe('2025-03-31 08:10');
    expect(nextOpening(bare, at('2025-03-30T12:00')).toUTC().toFormat(written)).toBe('2025-03-31 07:00');
  });

  test('in a holiday, weekdays on which a lead is covered count, and bank holidays do not', () => {
    const covered = school({ cover: [{ from: '2026-12-19', to: '2027-01-03', office: 'dsl', people: ['second'] }] });
    const saturday = at('2026-12-19T09:00');

    expect(addSchoolMinutes(covered, saturday, 30, ['dsl']).toFormat(written)).toBe('2026-12-21 08:30');
    expect(addSchoolMinutes(covered, saturday, 30, ['headteacher']).toFormat(written)).toBe('2027-01-04 08:30');
    expect(isOpen(covered, at('2026-12-28T10:00'), ['dsl'])).toBe(false);
  });

  test('whatever the instant and the minutes, the result lies in school hours and never before the start', () => {
    const instants = fc.date({ min: new Date('2026-09-02'), max: new Date('2027-07-01'), noInvalidDate: true });
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 0, max: 5000 }),
        (instant, one, two) => {
          const from = at(instant.toISOString());
          const result = addSchoolMinutes(oakLane, from, one);

          expect(result >= from).toBe(true);
          expect(isOpen(oakLane, result.minus({ milliseconds: 1 })) || isOpen(oakLane, result)).toBe(true);
          expect(addSchoolMinutes(oakLane, result, two) <= addSchoolMinutes(oakLane, from, one + two + 1)).toBe(true);
        },
      ),
    );
  });
});

describe('Bank holidays of England and Wales', () => {
  test.each([
    [2026, ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28']],
    [2027, ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28']],
    [2028, ['01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26']],
    [2033, ['01-03', '04-15', '04-18', '05-02', '05-30', '08-29', '12-26', '12-27']],
  ])('%s', (year, days) => {
    expect(bankHolidays(year)).toEqual(days.map((day) => `${year}-${day}`));
  });

  test.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22'],
  ])('Easter of %s is %s', (year, day) => {
    expect(easterSunday(year).toFormat('yyyy-MM-dd')).toBe(day);
  });

  test('every year has eight, all on weekdays, each once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2200 }), (year) => {
        const days = bankHolidays(year);

        expect(new Set(days).size).toBe(8);
        expect(days.every((day) => at(day).weekday <= 5)).toBe(true);
      }),
    );
  });
});

describe("A council's working days", () => {
  test.each([
    ['Tuesday in office hours: the same time on Wednesday', '2026-11-24T10:15', 1, '2026-11-25 10:15'],
    ['Friday afternoon: the same time on Monday', '2026-11-27T15:00', 1, '2026-11-30 15:00'],
    ['Friday evening: the end of Monday', '2026-11-27T20:30', 1, '2026-11-30 17:00'],
    ['Saturday: the end of Monday', '2026-11-28T11:00', 1, '2026-11-30 17:00'],
    ['Monday before the offices open: the end of that day', '2026-11-30T07:30', 1, '2026-11-30 17:00'],
    ['Christmas Eve: over Christmas and its bank holidays', '2026-12-24T10:00', 1, '2026-12-29 10:00'],
    ['half-term is no holiday of a council', '2026-10-26T10:00', 1, '2026-10-27 10:00'],
    ['two days', '2026-11-26T10:00', 2, '2026-11-30 10:00'],
  ])('one working day from %s', (_from, from, days, to) => {
    expect(addWorkingDays(at(from), days).toFormat(written)).toBe(to);
  });

  test('its offices are closed at night, at weekends and on bank holidays, and open in half-term', () => {
    expect(isCouncilOpen(at('2026-11-24T16:59'))).toBe(true);
    expect(isCouncilOpen(at('2026-11-24T17:30'))).toBe(false);
    expect(isWorkingDay(at('2026-11-28T10:00'))).toBe(false);
    expect(isWorkingDay(at('2026-12-28T10:00'))).toBe(false);
    expect(isCouncilOpen(at('2026-10-28T10:00'))).toBe(true);
  });
});
