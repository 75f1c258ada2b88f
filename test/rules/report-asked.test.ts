import { DateTime } from 'luxon';
import fc from 'fast-check';
import { dayAfter, daysBetween } from '../../domain/days';
import { askedReport, LEAST_DAYS } from '../../domain/report-asked';
import { type Period, periodOf, reportDue } from '../../domain/report-period';
import { School } from '../../domain/school';
import { sampleSchool } from '../sample-school';

const school = School.parse(sampleSchool);
const at = (day: string) => DateTime.fromISO(`${day}T09:00`, { zone: 'Europe/London' });

describe('a report that somebody asks for', () => {
  test('tells of all days since the term began, once they are four weeks', () => {
    expect(askedReport(school, at('2026-09-29'))).toEqual({ notBefore: '2026-09-30' });
    expect(askedReport(school, at('2026-09-30'))).toEqual({
      id: '2026-09-29',
      isOfTerm: false,
      period: { from: '2026-09-02', to: '2026-09-29' },
    });
  });

  test('is the term’s own, made early, where that would come within four weeks', () => {
    expect(askedReport(school, at('2026-11-13'))).toMatchObject({ id: '2026-11-12', isOfTerm: false });
    expect(askedReport(school, at('2026-11-14'))).toMatchObject({
      id: '2026-12-18',
      isOfTerm: true,
      period: { from: '2026-09-02', to: '2026-11-13' },
    });
  });

  test('begins after the one before, and waits until four weeks are over', () => {
    const before = { to: '2026-12-10', term: '2026-12-18' };

    expect(askedReport(school, at('2027-01-07'), before)).toEqual({ notBefore: '2027-01-08' });
    expect(askedReport(school, at('2027-01-08'), before)).toMatchObject({
      period: { from: '2026-12-11', to: '2027-01-07' },
    });
  });

  test('begins with the school year where the school file names no term', () => {
    const noTerms = School.parse({ ...sampleSchool, calendar: { terms: [] } });

    expect(askedReport(noTerms, at('2027-03-01'))).toMatchObject({
      isOfTerm: false,
      period: { from: '2026-09-01', to: '2027-02-28' },
    });
  });

  test('never takes the name of a term’s own report', () => {
    const early = School.parse({ ...sampleSchool, report: { daysBeforeTermEnds: 28 } });
    const before = { to: '2026-11-19', term: '2026-12-18' };

    expect(askedReport(early, at('2026-12-18'), before)).toMatchObject({ id: '2026-12-17' });
    expect(askedReport(early, at('2026-12-19'), before)).toEqual({ notBefore: '2026-12-20' });
  });
});

test('however often anybody asks, no day stands in two reports, none is left out, each has four weeks, and each term one of its own', () => {
  const year = { from: '2026-09-02', to: '2027-07-31' };
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(daysBetween(year.from, year.to)), { maxLength: 40 }),
      fc.integer({ min: 0, max: 28 }),
      (askedOn, daysBeforeTermEnds) => {
        const own = School.parse({ ...sampleSchool, report: { daysBeforeTermEnds } });
        const asked = new Set(askedOn.map((days) => dayAfter(year.from, days)));
        const made: { id: string; period: Period; isOfTerm: boolean }[] = [];
        for (let day = year.from; day <= year.to; day = dayAfter(day, 1)) {
          const before = made.length > 0 ? { to: made.at(-1)?.period.to ?? '', term: lastTerm(made) } : undefined;
          const term = reportDue(own, at(day), before?.term);
          if (term) made.push({ id: term, isOfTerm: true, period: periodOf(own, term, before?.to, at(day)) });
          else if (asked.has(day)) {
            const plan = askedReport(own, at(day), before);
            if (!('notBefore' in plan)) made.push(plan);
          }
        }

        expect(new Set(made.map(({ id }) => id)).size).toBe(made.length);
        expect(made.filter(({ isOfTerm }) => isOfTerm)).toHaveLength(own.calendar.terms.length);
        for (const [index, { period }] of made.entries()) {
          expect(daysBetween(period.from, period.to) + 1).toBeGreaterThanOrEqual(LEAST_DAYS);
          if (index > 0) expect(period.from).toBe(dayAfter(made[index - 1]?.period.to ?? '', 1));
        }
      },
    ),
  );
});

function lastTerm(made: readonly { id: string; isOfTerm: boolean }[]): string | undefined {
  return made.filter(({ isOfTerm }) => isOfTerm).at(-1)?.id;
}
