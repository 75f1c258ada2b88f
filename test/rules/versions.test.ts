import { firstDayOf } from '../../library';

describe('The first day of a version', () => {
  test.each([
    ['a day', '2026-09-01', '2026-09-01'],
    ['a month', '2026-09', '2026-09-01'],
    ['several months', '2026-09/2026-12', '2026-09-01'],
    ['a number', '3.1', undefined],
    ['a day that there is not', '2026-02-31', undefined],
    ['nothing', '', undefined],
  ])('of %s', (_, version, day) => {
    expect(firstDayOf(version)).toBe(day);
  });
});
