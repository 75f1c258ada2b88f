import { DateTime } from 'luxon';
import { absenceAhead, isAwayForDays } from '../../domain/absence';
import { School } from '../../domain/school';
import { addSchoolDays, schoolDayBefore } from '../../domain/school-days';
import { sampleSchool } from '../sample-school';

const school = School.parse(sampleSchool);
const at = (instant: string) => DateTime.fromISO(instant, { zone: 'Europe/London' });

describe('School days', () => {
  test.each([
    ['in school hours, the same time of the next school day', '2026-11-24T10:15', 1, '2026-11-25T10:15'],
    ['over a weekend', '2026-11-27T10:15', 1, '2026-11-30T10:15'],
    ['over half term, which is closed', '2026-10-23T10:15', 1, '2026-11-02T10:15'],
    ['over Christmas, with its bank holidays', '2026-12-18T10:15', 2, '2027-01-05T10:15'],
    ['over a bank holiday in term', '2027-04-30T10:15', 1, '2027-05-04T10:15'],
    ['on a Friday evening, to the end of Monday', '2026-11-27T19:00', 1, '2026-11-30T18:00'],
    ['early in the morning, to the end of that day', '2026-11-24T07:00', 1, '2026-11-24T18:00'],
    ['over the change of the clocks', '2026-10-23T17:00', 5, '2026-11-06T17:00'],
  ])('are counted %s', (_, from, days, to) => {
    expect(addSchoolDays(school, at(from), days).toISO()).toBe(at(to).toISO());
  });

  test('are counted backwards over a weekend as well', () => {
    expect(schoolDayBefore(school, at('2026-11-30T08:00')).toISODate()).toBe('2026-11-27');
  });
});

describe('An absence that comes', () => {
  const person = (changes: object) => School.shape.people.element.parse({ ...sampleSchool.people[3], ...changes });
  const TUESDAY = at('2026-11-24T10:15');

  test.each([
    ['begins on the third school day', { away: ['2026-11-27'] }, '2026-11-27', false, false],
    ['begins on Monday, seen on Friday', { away: ['2026-11-30/2026-12-04'] }, '2026-11-30', false, true, '2026-11-27'],
    ['begins on a Saturday', { away: ['2026-11-28/2026-12-04'] }, '2026-11-30', false, true, '2026-11-27'],
    ['is for good', { leavesOn: '2026-11-24' }, '2026-11-25', true, true],
  ])('that %s is known', (_, changes, from, isForGood, isNext, on = '2026-11-24') => {
    expect(absenceAhead(school, person(changes), at(`${on}T10:15`), 3)).toEqual({ from, isForGood, isNext });
  });

  test.each([
    ['is further off', { away: ['2026-11-30'] }],
    ['has begun', { away: ['2026-11-24/2026-11-27'] }],
    ['is a weekend', { away: ['2026-11-28/2026-11-29'] }],
  ])('that %s is no reason to ask', (_, changes) => {
    expect(absenceAhead(school, person(changes), TUESDAY, 3)).toBeUndefined();
  });

  test.each([
    ['today and tomorrow', { away: ['2026-11-24/2026-11-25'] }, true],
    ['today alone', { away: ['2026-11-24'] }, false],
    ['from tomorrow', { away: ['2026-11-25/2026-11-27'] }, false],
  ])('of somebody who is away %s counts as gone or not', (_, changes, isGone) => {
    expect(isAwayForDays(school, person(changes), TUESDAY)).toBe(isGone);
  });
});
