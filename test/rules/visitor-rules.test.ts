import { DateTime } from 'luxon';
import { audienceFor, back, endOf, lastDayOf, nameWords, referenceOf } from '../../handlers/agreement/visitor/rules';

const LONDON = { timezone: 'Europe/London' };

describe('How long an agreement on a page holds', () => {
  test.each([
    ['day', '2026-11-24', '2026-11-24'],
    ['year', '2026-11-24', '2027-11-23'],
    ['year', '2027-03-01', '2028-02-29'],
    ['year', '2028-02-29', '2029-02-27'],
  ] as const)('for a %s from %s is to the end of %s', (length, today, last) => {
    expect(lastDayOf(length, today)).toBe(last);
  });

  test.each([
    ['2026-11-24', '2026-11-25T00:00:00.000Z'],
    ['2027-03-27', '2027-03-28T00:00:00.000Z'],
    ['2027-03-28', '2027-03-28T23:00:00.000Z'],
    ['2026-10-25', '2026-10-26T00:00:00.000Z'],
  ])('the end of %s at the school is %s, also when the clocks change', (day, instant) => {
    expect(DateTime.fromSeconds(endOf(day, LONDON), { zone: 'utc' }).toISO()).toBe(instant);
  });
});

describe('An act on a page', () => {
  test('has a reference that can be said aloud', () => {
    expect(referenceOf('page.k3f9qx.12')).toBe('K3F9QX-12');
  });

  test.each([
    [['staff', 'volunteer'], 'volunteer', 'volunteer'],
    [['staff', 'volunteer', 'visitor'], 'contractor', 'volunteer visitor'],
    [['visitor'], 'Parent helper', 'visitor'],
  ] as const)('for words that are for %s, by a %s, counts for %s', (audience, designation, counted) => {
    expect(audienceFor({ audience: [...audience] }, designation)).toBe(counted);
  });

  test.each([
    ['Renée O’Neill-Smith', ['renee', 'neill', 'smith']],
    ['  ANN   ann A. ', ['ann']],
    ['', []],
    ['1 2 3', []],
  ])('of "%s" is found by %j', (name, words) => {
    expect(nameWords(name)).toEqual(words);
  });

  test('sorts before every earlier one', () => {
    const days = ['2026-01-01', '2026-11-24', '2199-12-31'].map((day) => back(DateTime.fromISO(day)));

    expect([...days].sort()).toEqual([...days].reverse());
  });
});
