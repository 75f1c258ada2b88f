import { DateTime } from 'luxon';
import fc from 'fast-check';
import { isSchoolDay } from '../../domain/calendar';
import { dueDays, duesAround, schoolYearOf } from '../../domain/duty-dates';
import { DutySettings, type Duty } from '../../domain/duty-settings';
import { DUTY_TEMPLATES } from '../../domain/duty-templates';
import { dayInYear, readDayOfYear } from '../../domain/duty-when';
import { dayAfter, daysBetween, noonOf } from '../../domain/days';
import { halfTermsOf, termsOf } from '../../domain/half-terms';
import { matching, whereabouts } from '../../handlers/duty/rules';
import { school } from './rules-school';

const oakLane = school();
const YEAR = { from: '2026-09-01', to: '2027-08-31' };

function duty(when: Record<string, unknown>): Duty {
  const [made] = DutySettings.parse([{ id: 'd', title: 'D', office: 'ictLead', ...when }]);
  if (!made) throw new Error('a duty was given');
  return made;
}

function days(when: Record<string, unknown>, span = YEAR, at = oakLane): string[] {
  return dueDays(duty(when), at, span).map(({ dueOn }) => dueOn);
}

describe('A duty is due', () => {
  test('every week on its day, after a bank holiday on the day after, and not at all in a week without school', () => {
    const autumn = days({ every: '1 week', from: '2026-09-04' }, { from: '2026-09-01', to: '2026-12-31' });
    const may = days({ every: '1 week', from: '2026-09-07' }, { from: '2027-04-26', to: '2027-05-10' });

    expect(autumn).toHaveLength(15);
    expect(autumn).not.toContain('2026-10-30');
    expect(autumn.slice(7, 9)).toEqual(['2026-10-23', '2026-11-06']);
    expect(may).toEqual(['2027-04-26', '2027-05-04', '2027-05-10']);
  });

  test('every month: a day in a holiday moves to the first school day after it, and August has none', () => {
    expect(days({ every: '1 month', from: '2026-09-30' })).toEqual([
      ...['2026-09-30', '2026-11-02', '2026-11-30', '2027-01-04', '2027-02-01', '2027-03-01'],
      ...['2027-04-12', '2027-04-30', '2027-06-01', '2027-06-30'],
    ]);
  });

  test('every month from the 31st: the last day of shorter months, and it does not stay there', () => {
    const bare = school({ calendar: undefined });

    expect(days({ every: '1 month', from: '2024-01-31' }, { from: '2024-01-01', to: '2024-06-30' }, bare)).toEqual([
      ...['2024-01-31', '2024-02-29', '2024-04-02', '2024-04-30', '2024-05-31'],
    ]);
  });

  test('every year from 29 February: the 28th where there is no 29th', () => {
    const bare = school({ calendar: undefined });

    expect(days({ every: '1 year', from: '2024-02-29' }, { from: '2024-01-01', to: '2028-12-31' }, bare)).toEqual([
      ...['2024-02-29', '2025-02-28', '2026-03-02', '2027-03-01', '2028-02-29'],
    ]);
  });

  test('once in each half term, on its last school day', () => {
    expect(days({ every: 'half-term' })).toEqual([
      ...['2026-10-23', '2026-12-18', '2027-02-12', '2027-03-25', '2027-07-21'],
    ]);
    expect(days({ every: 'half-term', on: 'first day' }).slice(0, 3)).toEqual([
      '2026-09-02',
      '2026-11-02',
      '2027-01-04',
    ]);
    expect(days({ every: 'term', on: 'first day' })).toEqual(['2026-09-02', '2027-01-04', '2027-04-12']);
  });

  test('six times where the summer has its holiday in the file', () => {
    const closed = ['2026-10-26/2026-10-30', '2027-02-15/2027-02-19', '2027-05-31/2027-06-04'];
    const whole = school({ calendar: { terms: oakLane.calendar.terms, closed } });

    expect(days({ every: 'half-term' }, YEAR, whole)).toHaveLength(6);
    expect(halfTermsOf(whole)).toHaveLength(6);
  });

  test('for a week, from its first school day to its last', () => {
    const [week] = dueDays(duty({ on: 'first Monday from 10 November', lasts: '1 week' }), oakLane, YEAR);

    expect(week).toEqual({ beginsOn: '2026-11-16', dueOn: '2026-11-20', isCertain: true });
  });

  test('in the week after half-term when its day falls into half-term', () => {
    expect(days({ on: 'third Tuesday of February' })).toEqual(['2027-02-22']);
  });

  test('from the day that the school gives, and not before', () => {
    expect(days({ on: '1 October', from: '2027-09-01' }, { from: '2026-09-01', to: '2028-08-31' })).toEqual([
      '2027-10-01',
    ]);
  });

  test('on no known day of a term while no terms are entered, and on days that may move', () => {
    const bare = school({ calendar: undefined });

    expect(days({ every: 'half-term' }, YEAR, bare)).toEqual([]);
    expect(dueDays(duty({ on: '1 October' }), bare, YEAR)).toEqual([
      { beginsOn: '2026-10-01', dueOn: '2026-10-01', isCertain: false },
    ]);
  });

  test('on days that may move once the terms have run out', () => {
    const span = { from: '2027-06-01', to: '2028-06-01' };
    const sure = dueDays(duty({ every: '3 months', from: '2026-09-10' }), oakLane, span).map((due) => due.isCertain);

    expect(sure).toEqual([true, false, false, false]);
  });
});

describe('A day of the year', () => {
  test.each([
    [2019, '2019-02-05'],
    [2020, '2020-02-11'],
    [2021, '2021-02-09'],
    [2022, '2022-02-08'],
    [2023, '2023-02-07'],
    [2024, '2024-02-06'],
    [2025, '2025-02-11'],
    [2026, '2026-02-10'],
    [2027, '2027-02-09'],
  ])('Safer Internet Day %d was or is on %s', (year, day) => {
    expect(inYear(DUTY_TEMPLATES['safer-internet-day']?.on, year)).toBe(day);
  });

  test.each([
    [2022, '2022-11-14'],
    [2023, '2023-11-13'],
    [2024, '2024-11-11'],
    [2025, '2025-11-10'],
  ])('Anti-Bullying Week %d began on %s', (year, day) => {
    expect(inYear(DUTY_TEMPLATES['anti-bullying-week']?.on, year)).toBe(day);
  });

  test.each([
    ['second Tuesday of February', '2027-02-09'],
    ['last Friday of June', '2027-06-25'],
    ['last Monday of May', '2027-05-31'],
    ['29 February', '2027-02-28'],
    ['1 October', '2027-10-01'],
    ['FIRST MONDAY FROM 10 NOVEMBER', '2027-11-15'],
  ])('"%s" is %s', (text, day) => {
    expect(inYear(text, 2027)).toBe(day);
  });

  test.each(['31 April', '0 May', 'fifth Monday of May', 'Tuesday', '1/10', 'second tuesday', ''])(
    '"%s" is none',
    (text) => {
      expect(readDayOfYear(text)).toBeUndefined();
    },
  );

  function inYear(text: string | undefined, year: number): string {
    const on = readDayOfYear(text ?? '');
    if (!on) throw new Error(`${text} is no day of a year`);
    return dayInYear(on, year).toFormat('yyyy-MM-dd');
  }
});

describe('Terms', () => {
  test('that are a week apart are halves of one: some schools enter six', () => {
    const six = school({
      calendar: {
        terms: [
          { from: '2026-09-02', to: '2026-10-23' },
          { from: '2026-11-02', to: '2026-12-18' },
          { from: '2027-01-04', to: '2027-02-12' },
          { from: '2027-02-22', to: '2027-03-25' },
        ],
        closed: [],
      },
    });

    expect(termsOf(six)).toEqual([
      { from: '2026-09-02', to: '2026-12-18' },
      { from: '2027-01-04', to: '2027-03-25' },
    ]);
    expect(halfTermsOf(six)).toEqual(six.calendar.terms);
  });

  test('are not parted by a bank holiday with a training day beside it', () => {
    const calendar = { terms: [{ from: '2027-04-12', to: '2027-05-28' }], closed: ['2027-05-04'] };

    expect(halfTermsOf(school({ calendar }))).toEqual([{ from: '2027-04-12', to: '2027-05-28' }]);
  });
});

describe('Whatever a school sets', () => {
  const day = fc.integer({ min: 0, max: 2500 }).map((days_) => dayAfter('2023-09-01', days_));
  const weekday = fc.constantFrom('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday');
  const month = fc.constantFrom('January', 'February', 'March', 'May', 'August', 'October', 'December');
  const when = fc.oneof(
    fc.record({ every: fc.constantFrom('1 week', '2 weeks', '1 month', '2 months', 'P3M', '1 year'), from: day }),
    fc.record({ every: fc.constantFrom('1 week', '1 month', 'P1Y', 'term', 'half-term') }),
    fc.record({ every: fc.constantFrom('term', 'half-term'), on: fc.constantFrom('first day', 'last day') }),
    fc.record({
      on: fc
        .tuple(fc.constantFrom('first', 'second', 'third', 'fourth', 'last'), weekday, month)
        .map(([nth, of, in_]) => `${nth} ${of} of ${in_}`),
      lasts: fc.constantFrom('1 day', '1 week'),
    }),
    fc.record({ on: fc.tuple(fc.integer({ min: 1, max: 29 }), month).map(([of, in_]) => `${of} ${in_}`) }),
  );
  const terms = fc
    .array(fc.tuple(fc.integer({ min: 20, max: 90 }), fc.integer({ min: 8, max: 50 })), { maxLength: 7 })
    .map((lengths) => {
      let from = '2024-09-03';
      return lengths.map(([long, apart]) => {
        const term = { from, to: dayAfter(from, long) };
        from = dayAfter(term.to, apart);
        return term;
      });
    });
  const closed = fc.array(
    day.chain((from) => fc.integer({ min: 0, max: 12 }).map((long) => `${from}/${dayAfter(from, long)}`)),
    {
      maxLength: 6,
    },
  );
  const any = fc.record({ when, calendar: fc.record({ terms, closed }), start: day });

  test('due days strictly increase, and each is a school day on which, or in whose week, the duty began', () => {
    fc.assert(
      fc.property(any, ({ when: set, calendar, start }) => {
        const at = school({ calendar });
        const dues = dueDays(duty(set), at, { from: start, to: dayAfter(start, 800) });

        for (const [index, { beginsOn, dueOn }] of dues.entries()) {
          expect(isSchoolDay(at, noonOf(dueOn, at))).toBe(true);
          expect(isSchoolDay(at, noonOf(beginsOn, at))).toBe(true);
          expect(daysBetween(beginsOn, dueOn)).toBeLessThan(5);
          expect(dueOn > (dues[index - 1]?.dueOn ?? '')).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the due days of a span are those of a longer one that lie in it', () => {
    fc.assert(
      fc.property(any, fc.integer({ min: 0, max: 300 }), ({ when: set, calendar, start }, more) => {
        const at = school({ calendar });
        const span = { from: start, to: dayAfter(start, 400) };
        const longer = dueDays(duty(set), at, { from: dayAfter(start, -more), to: dayAfter(span.to, more) });

        expect(dueDays(duty(set), at, span)).toEqual(
          longer.filter(({ dueOn }) => span.from <= dueOn && dueOn <= span.to),
        );
      }),
      { numRuns: 30 },
    );
  });

  test('there is at most one in each week, month or year, and one in each that has enough school', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('week', 'month', 'year'),
        day,
        fc.record({ terms, closed }),
        (unit, from, calendar) => {
          const at = school({ calendar });
          const dues = days({ every: `1 ${unit}`, from }, { from, to: dayAfter(from, 900) }, at);
          const start = DateTime.fromISO(from, { zone: 'utc' });
          const turns = dues.map((due) => {
            const passed = DateTime.fromISO(due, { zone: 'utc' }).diff(start, `${unit}s`).as(`${unit}s`);
            // 31 January and a month is 28 February: a period begins on its clamped day.
            const turn = Math.floor(passed);
            return start.plus({ [`${unit}s`]: turn + 1 }).toFormat('yyyy-MM-dd') <= due ? turn + 1 : turn;
          });

          expect(new Set(turns).size).toBe(turns.length);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('the change of the clocks and the zone of the server move no day', () => {
    for (const [from, to] of [
      ['2027-03-22', '2027-04-05'],
      ['2026-10-19', '2026-11-02'],
    ] as const) {
      const bare = school({ calendar: undefined });
      const found = days({ every: '1 week', from }, { from, to }, bare);

      expect(found.map((each) => DateTime.fromISO(each).weekday).slice(0, 1)).toEqual([1]);
      expect(found[0]).toBe(from);
    }
  });

  test('a school year begins on 1 September, and its dues are reckoned once', () => {
    expect(['2026-08-31', '2026-09-01', '2027-02-28', '2028-02-29'].map(schoolYearOf)).toEqual([
      2025, 2026, 2026, 2027,
    ]);
    expect(duesAround(duty({ on: '1 October' }), oakLane, '2026-09-05')).toBe(
      duesAround(duty({ on: '1 October' }), oakLane, '2027-03-05'),
    );
  });
});

describe('What was recorded before somebody moved a term', () => {
  const weekly = dueDays(duty({ every: '1 week', from: '2026-09-04' }), oakLane, YEAR);

  test.each([
    ['its own day', '2026-09-11', '2026-09-11'],
    ['a day beside it', '2026-09-10', '2026-09-11'],
    ['three days after', '2026-09-14', '2026-09-11'],
    ['a day in the middle of a holiday belongs to none', '2026-12-30', undefined],
  ])('stands for the nearest time: %s', (_what, recorded, meant) => {
    expect(matching(weekly, recorded)?.dueOn).toBe(meant);
  });

  test.each([
    ['a day earlier', '2026-12-17'],
    ['a day later', '2026-12-21'],
  ])('counts as done when the term then ends %s', (_when, to) => {
    const [autumn, ...others] = oakLane.calendar.terms;
    const terms = [{ from: autumn?.from ?? '', to }, ...others];
    const moved = school({ calendar: { terms, closed: ['2026-10-26/2026-10-30'] } });
    const where = whereabouts(duty({ every: 'half-term' }), moved, '2026-12-22', {
      since: '2026-09-02',
      settled: '2026-12-18',
    });

    expect(where.open).toEqual([]);
    expect(where.next?.dueOn.slice(0, 4)).toBe('2027');
  });

  test('leaves open what was due since, and nothing that was due before Lantern knew of it', () => {
    const weeks = duty({ every: '1 week', from: '2026-09-04' });
    const open = (since: string, settled?: string) =>
      whereabouts(weeks, oakLane, '2026-12-05', { since, settled }).open.map(({ dueOn }) => dueOn);

    expect(open('2026-11-20', '2026-11-20')).toEqual(['2026-11-27', '2026-12-04']);
    expect(open('2026-11-30')).toEqual(['2026-12-04']);
    expect(open('2026-09-01', '2026-12-11')).toEqual([]);
  });

  test('stands for nothing where nothing is due', () => {
    expect(matching([], '2026-09-11')).toBeUndefined();
  });
});

describe('Duties of a school file', () => {
  const problems = (duties: unknown) =>
    (DutySettings.safeParse(duties).error?.issues ?? []).map(({ message }) => message).join('; ');

  test('may use every template by its name', () => {
    const all = DutySettings.parse(Object.keys(DUTY_TEMPLATES).map((use) => ({ use })));

    expect(all.map(({ id }) => id)).toEqual(Object.keys(DUTY_TEMPLATES));
    for (const each of all)
      expect({ id: each.id, due: dueDays(each, oakLane, YEAR).length > 0 }).toEqual({ id: each.id, due: true });
  });

  test('say when instead of the template, who, and under which id', () => {
    const [made] = DutySettings.parse([
      { use: 'online-safety-lesson', id: 'lesson', office: 'ictLead', every: '1 month' },
    ]);

    expect(made).toMatchObject({ id: 'lesson', office: 'ictLead', every: '1 month', template: 'online-safety-lesson' });
    expect(made).not.toHaveProperty('on');
  });

  test('as they were written before still load', () => {
    const [made] = DutySettings.parse([{ id: 'report', title: 'Report', office: 'ictLead', every: 'P1W' }]);

    expect(made).toMatchObject({ id: 'report', every: 'P1W', evidence: 'asked', confirmedBy: [] });
  });

  test.each([
    ['no name of a template', [{ use: 'nothing' }], 'there is no duty to use that is called nothing'],
    ['nothing to go by', [{ every: '1 week' }], 'id is missing; title is missing; office is missing'],
    ['no when', [{ id: 'a', title: 'A', office: 'dsl' }], 'it needs every or on'],
    ['two whens', [{ id: 'a', title: 'A', office: 'dsl', every: '1 week', on: '1 May' }], 'either every or on'],
    ['a day of a term without a term', [{ id: 'a', title: 'A', office: 'dsl', on: 'first day' }], 'needs every: term'],
    ['a week of a week', [{ id: 'a', title: 'A', office: 'dsl', every: '1 week', lasts: '1 week' }], 'last a week'],
    ['a length that is none', [{ id: 'a', title: 'A', office: 'dsl', every: 'often' }], 'a length such as'],
    ['the same twice', [{ use: 'posters-up' }, { use: 'posters-up' }], 'two duties have the id posters-up'],
    [
      'a confirmation by nobody',
      [{ id: 'a', title: 'A', office: 'dsl', on: '1 May', confirm: true }],
      'belong together',
    ],
  ])('are refused in plain words: %s', (_what, duties, message) => {
    expect(problems(duties)).toContain(message);
  });
});
