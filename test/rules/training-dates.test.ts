import fc from 'fast-check';
import { DateTime } from 'luxon';
import { School } from '../../domain/school';
import { kindsFor, needOf, needsOf, runsOutOn } from '../../domain/training-dates';
import { TrainingSettings, type TrainingKind, trainingKinds, USUAL_KINDS } from '../../domain/training-settings';
import { latestOf } from '../../handlers/training/rules';
import { sampleSchool } from '../sample-school';

const YEARLY: TrainingKind = { id: 'a', title: 'A', roles: ['staff'], offices: [], every: 'P1Y', within: 30 };
const SINCE = '2026-09-01';
const days = fc
  .integer({ min: 0, max: 20_000 })
  .map((count) => DateTime.fromISO('2000-01-01', { zone: 'utc' }).plus({ days: count }).toISODate() ?? '');

describe('The day on which training runs out', () => {
  test.each([
    ['P1Y', '2026-09-01', '2027-09-01'],
    ['P2Y', '2026-09-01', '2028-09-01'],
    ['P6M', '2026-08-31', '2027-02-28'],
    ['P1Y', '2028-02-29', '2029-02-28'],
    ['P4Y', '2028-02-29', '2032-02-29'],
    ['P1Y', '2027-02-28', '2028-02-28'],
    ['school year', '2026-09-01', '2028-08-31'],
    ['school year', '2026-08-31', '2027-08-31'],
    ['never', '2026-09-01', undefined],
  ])('of training that holds %s and was done on %s is %s', (every, on, out) => {
    expect(runsOutOn({ every }, on)).toBe(out);
  });

  test('is never more than a day from the same date a year later, on whatever day it was done', () => {
    fc.assert(
      fc.property(days, (on) => {
        const out = runsOutOn(YEARLY, on) ?? '';

        expect(Number(out.slice(0, 4))).toBe(Number(on.slice(0, 4)) + 1);
        expect(out.slice(5) === on.slice(5) || (on.endsWith('-02-29') && out.endsWith('-02-28'))).toBe(true);
      }),
    );
  });

  test('does not creep: what is done on the day it runs out has its day a year later again', () => {
    fc.assert(
      fc.property(days, (on) => {
        const next = runsOutOn(YEARLY, on) ?? '';

        expect((runsOutOn(YEARLY, next) ?? '').slice(5)).toBe(next.slice(5));
      }),
    );
  });
});

describe('Where somebody stands', () => {
  test.each([
    ['done lately', '2026-09-01', '2026-11-24', 'current', '2027-09-01'],
    ['eight weeks before it runs out', '2025-11-24', '2026-09-29', 'soon', '2026-11-24'],
    ['nine weeks before', '2025-11-24', '2026-09-22', 'current', '2026-11-24'],
    ['on its last day', '2025-11-24', '2026-11-24', 'soon', '2026-11-24'],
    ['the day after', '2025-11-24', '2026-11-25', 'overdue', '2026-11-24'],
  ])('%s', (_, lastOn, today, state, dueOn) => {
    expect(needOf(YEARLY, {}, lastOn, today, SINCE)).toMatchObject({ state, dueOn, lastOn });
  });

  test.each([
    ['a starter has the days of the kind', '2026-11-02', '2026-11-24', 'new', '2026-12-02'],
    ['and is late after them', '2026-10-01', '2026-11-24', 'overdue', '2026-10-31'],
    ['somebody who has yet to come', '2027-01-04', '2026-11-24', 'new', '2027-02-03'],
    [
      'who started before the school kept it here is not said to be late',
      '2026-08-31',
      '2026-11-24',
      'missing',
      undefined,
    ],
    ['nor one of whom no first day is known', undefined, '2026-11-24', 'missing', undefined],
  ])('without a record: %s', (_, startsOn, today, state, dueOn) => {
    expect(needOf(YEARLY, { startsOn }, undefined, today, SINCE)).toMatchObject({ state, ...(dueOn ? { dueOn } : {}) });
  });

  test('a school that does not say since when it keeps training takes the last year for new', () => {
    const school = School.parse(sampleSchool);
    const person = { id: 'p', name: 'P', roles: ['staff' as const], away: [] };

    expect(needsOf(school, { ...person, startsOn: '2025-11-24' }, new Map(), '2026-11-24')[0]?.state).toBe('overdue');
    expect(needsOf(school, { ...person, startsOn: '2025-11-23' }, new Map(), '2026-11-24')[0]?.state).toBe('missing');
  });
});

describe('The kinds of training', () => {
  const school = School.parse(sampleSchool);
  const kindsOf = (id: string) => {
    const person = school.people.find((each) => each.id === id);
    return person ? kindsFor(school, person, '2026-11-24').map((kind) => kind.id) : [];
  };

  test.each([
    ['teacher', ['safeguarding', 'online-safety', 'prevent', 'cyber-security']],
    ['lead', ['safeguarding', 'online-safety', 'prevent', 'cyber-security', 'lead', 'lead-update']],
    ['second-lead', ['safeguarding', 'online-safety', 'prevent', 'cyber-security', 'lead', 'lead-update']],
    ['governor', ['governors']],
    ['guest', []],
  ])('of a %s', (person, kinds) => {
    expect(kindsOf(person)).toEqual(kinds);
  });

  test.each([
    ['supply' as const, ['safeguarding', 'online-safety', 'prevent', 'cyber-security']],
    ['volunteer' as const, ['safeguarding']],
    ['visitor' as const, []],
  ])('of somebody who comes as %s', (role, kinds) => {
    const person = { id: 'p', name: 'P', roles: [role], away: [] };

    expect(kindsFor(school, person, '2026-11-24').map(({ id }) => id)).toEqual(kinds);
  });

  test('of somebody who has left are none', () => {
    const gone = { id: 'gone', name: 'Gone', roles: ['staff' as const], away: [], leavesOn: '2026-11-23' };

    expect(kindsFor(school, gone, '2026-11-24')).toEqual([]);
  });

  test('are the usual ones as the school has changed them, and then its own', () => {
    const settings = TrainingSettings.parse({
      kinds: [
        { id: 'prevent', off: true },
        { id: 'safeguarding', every: 'school year' },
        { id: 'first-aid', title: 'First aid', for: { roles: ['staff'] }, every: 'P3Y', within: 90 },
      ],
    });
    const kinds = trainingKinds(settings);

    expect(kinds).toHaveLength(USUAL_KINDS.length);
    expect(kinds.find(({ id }) => id === 'safeguarding')).toMatchObject({
      every: 'school year',
      roles: ['staff', 'supply', 'volunteer'],
    });
    expect(kinds.at(-1)).toMatchObject({ id: 'first-aid', every: 'P3Y', within: 90, roles: ['staff'], offices: [] });
  });

  test.each([
    ['one of its own without a length', { id: 'x', title: 'X', for: { roles: ['staff'] } }, 'a kind of your own needs'],
    ['one of its own that is off', { id: 'x', off: true }, 'a kind of your own needs'],
    ['one for nobody', { id: 'prevent', for: {} }, 'for needs roles or offices'],
    ['a length that is none', { id: 'prevent', every: 'yearly' }, 'P1Y, P2Y'],
  ])('cannot have %s', (_, kind, problem) => {
    expect(TrainingSettings.safeParse({ kinds: [kind] }).error?.issues[0]?.message).toContain(problem);
  });

  test('cannot stand twice, nor be for an office that nobody has heard of', () => {
    expect(TrainingSettings.safeParse({ kinds: [{ id: 'prevent' }, { id: 'prevent' }] }).success).toBe(false);
    const office = { kinds: [{ id: 'prevent', for: { offices: ['bursar'] } }] };

    expect(School.safeParse({ ...sampleSchool, training: office }).error?.issues[0]?.message).toBe(
      'there is no office called bursar',
    );
  });
});

describe('What counts of all that was recorded', () => {
  const fact = (at: string, on: string, corrects?: string) => ({
    ...{ person: 'p', training: 'a', certificate: '', provider: '', by: 'office', at, on },
    ...(corrects ? { corrects, why: 'x' } : {}),
  });

  test.each([
    ['nothing', [], undefined],
    ['the latest day, in whatever order it was recorded', [fact('1', '2026-09-01'), fact('2', '2025-09-01')], '1'],
    ['the correction in place of what it corrects', [fact('1', '2026-09-01'), fact('2', '2026-08-01', '1')], '2'],
    [
      'the one before, once the last was taken back',
      [fact('1', '2025-09-01'), fact('2', '2026-09-01'), fact('3', '', '2')],
      '1',
    ],
    ['nothing, once the only one was taken back', [fact('1', '2026-09-01'), fact('2', '', '1')], undefined],
    [
      'a correction of a correction',
      [fact('1', '2026-09-01'), fact('2', '2026-08-01', '1'), fact('3', '2026-07-01', '2')],
      '3',
    ],
  ])('is %s', (_, facts, at) => {
    expect(latestOf(facts)?.at).toBe(at);
  });
});
