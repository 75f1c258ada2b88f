import { DateTime } from 'luxon';
import fc from 'fast-check';
import { dayAfter } from '../../domain/days';
import { monthsOf, periodOf, reportDue } from '../../domain/report-period';
import { School } from '../../domain/school';
import { schoolMinutesBetween } from '../../domain/school-minutes';
import { sampleSchool } from '../sample-school';

const school = School.parse(sampleSchool);
const at = (text: string) => DateTime.fromISO(text, { zone: 'Europe/London' });

describe('the day of a report', () => {
  test.each([
    ['2026-12-10T23:59', undefined],
    ['2026-12-11T00:00', '2026-12-18'],
    ['2026-12-18T12:00', '2026-12-18'],
    ['2027-01-04T09:00', '2026-12-18'],
    ['2027-01-09T09:00', undefined],
    ['2027-03-18T09:00', '2027-03-25'],
  ])('at %s it is time for the term that ends on %p', (now, term) => {
    expect(reportDue(school, at(now), undefined)).toBe(term);
  });
});

describe('a term of which a report was made', () => {
  const ending = (to: string) =>
    School.parse({
      ...sampleSchool,
      calendar: {
        terms: [
          { from: '2026-09-02', to },
          { from: '2027-01-04', to: '2027-03-25' },
        ],
      },
    });

  test.each(['2026-12-18', '2026-12-16', '2026-12-21'])('has no second one, also where it ends on %s by now', (to) => {
    for (const now of ['2026-12-12T09:00', '2026-12-18T09:00', '2027-01-05T09:00'])
      expect(reportDue(ending(to), at(now), '2026-12-18')).toBeUndefined();
    expect(reportDue(ending(to), at('2027-03-18T09:00'), '2026-12-18')).toBe('2027-03-25');
  });
});

describe('the days that a report tells of', () => {
  test('begin with the term for the first, and with the day after the one before for each other', () => {
    expect(periodOf(school, '2026-12-18', undefined, at('2026-12-11T08:00'))).toEqual({
      from: '2026-09-02',
      to: '2026-12-10',
    });
    expect(periodOf(school, '2027-03-25', '2026-12-10', at('2027-03-18T08:00'))).toEqual({
      from: '2026-12-11',
      to: '2027-03-17',
    });
    // The first that Lantern ever makes, in the middle of a year: the holidays before it belong to it.
    expect(periodOf(school, '2027-03-25', undefined, at('2027-03-18T08:00'))).toEqual({
      from: '2026-12-19',
      to: '2027-03-17',
    });
  });

  test('never meet, however late each is made: no day stands in two reports and none between them is left out', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 3, maxLength: 3 }), (late) => {
        const terms = school.calendar.terms.map(({ to }, index) => ({
          to,
          made: dayAfter(to, (late[index] ?? 0) - 7),
        }));
        let last: string | undefined;
        for (const { to, made } of terms) {
          const period = periodOf(school, to, last, at(`${made}T09:00`));

          if (last !== undefined) expect(period.from).toBe(dayAfter(last, 1));
          expect(period.to).toBe(dayAfter(made, -1));
          last = period.to;
        }
      }),
    );
  });

  test('lie in these months', () => {
    expect(monthsOf({ from: '2026-12-11', to: '2027-02-01' })).toEqual(['2026-12', '2027-01', '2027-02']);
    expect(monthsOf({ from: '2026-12-11', to: '2026-12-11' })).toEqual(['2026-12']);
  });
});

describe('minutes of school time', () => {
  test.each([
    ['2026-11-24T10:00', '2026-11-24T11:30', 90],
    ['2026-11-24T17:30', '2026-11-25T08:30', 60],
    // Over a weekend, and over half-term.
    ['2026-11-27T17:00', '2026-11-30T09:00', 120],
    ['2026-10-23T17:00', '2026-11-02T09:00', 120],
    ['2026-11-24T20:00', '2026-11-24T21:00', 0],
    ['2026-11-24T10:00', '2026-11-24T10:00', 0],
  ])('from %s to %s are %p', (from, to, minutes) => {
    expect(schoolMinutesBetween(school, at(from), at(to))).toBe(minutes);
  });
});
