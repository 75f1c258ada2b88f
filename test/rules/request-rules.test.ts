import fc from 'fast-check';
import { DateTime } from 'luxon';
import { School } from '../../domain/school';
import { Permission } from '../../domain/request-settings';
import { dayProblem, deciders, mayDecide, newestFirst, refOf } from '../../handlers/request/rules';
import { wayOf } from '../../handlers/request/ways';
import { sampleSchool } from '../sample-school';

const NOW = DateTime.fromISO('2026-11-24T10:15', { zone: 'Europe/London' });
const ids = sampleSchool.people.map(({ id }) => id);

describe('Whoever decides a request', () => {
  test('is never the person who asks, whatever offices people hold', () => {
    const offices = fc.record(
      Object.fromEntries(
        Object.keys(sampleSchool.offices).map((office) => [office, fc.subarray(ids, { maxLength: 3 })]),
      ),
    );
    fc.assert(
      fc.property(offices, fc.constantFrom(...ids), fc.constantFrom(...Permission.options), (held, by, permission) => {
        const school = School.parse({ ...sampleSchool, offices: held });
        const found = deciders(school, { permission, by }, NOW);

        expect(found.map(({ id }) => id)).not.toContain(by);
        expect(mayDecide(school, { permission, by }, by, NOW)).toBe(false);
        for (const { id } of found) expect(mayDecide(school, { permission, by }, id, NOW)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('is somebody, as long as anybody else holds an office that may decide', () => {
    const offices = { officeManager: ['office'] };
    const school = School.parse({ ...sampleSchool, offices });

    expect(deciders(school, { permission: 'device', by: 'teacher' }, NOW).map(({ id }) => id)).toEqual(['office']);
    expect(deciders(school, { permission: 'device', by: 'office' }, NOW)).toEqual([]);
  });

  test('includes whoever covers the office on that day', () => {
    const cover = [{ from: '2026-11-24', to: '2026-11-27', office: 'ictLead', people: ['assistant'] }];
    const school = School.parse({ ...sampleSchool, cover });

    expect(deciders(school, { permission: 'unblock', by: 'teacher' }, NOW).map(({ id }) => id)).toEqual([
      'assistant',
      'ict',
    ]);
  });

  test('has not left', () => {
    const people = sampleSchool.people.map((each) => (each.id === 'ict' ? { ...each, leavesOn: '2026-11-20' } : each));
    const school = School.parse({ ...sampleSchool, people });

    expect(mayDecide(school, { permission: 'unblock', by: 'teacher' }, 'ict', NOW)).toBe(false);
    expect(deciders(school, { permission: 'unblock', by: 'teacher' }, NOW).map(({ id }) => id)).toEqual(['head']);
  });
});

describe('The last day of a permission', () => {
  test.each([
    ['2026-11-24', undefined],
    ['2027-11-24', undefined],
    ['2027-11-25', 'far'],
    ['2026-11-23', 'past'],
    ['2026-02-30', 'unreal'],
    ['24/11/2026', 'unreal'],
    ['', 'unreal'],
  ])('%s: %s', (day, problem) => {
    expect(dayProblem(day, '2026-11-24')).toBe(problem);
  });

  test('from 29 February is a year away on 28 February', () => {
    expect(dayProblem('2029-02-28', '2028-02-29')).toBeUndefined();
    expect(dayProblem('2029-03-01', '2028-02-29')).toBe('far');
  });
});

test('references are numbered by year, and sort newest first by their key', () => {
  const refs = [refOf(2027, 1), refOf(2026, 12_345), refOf(2026, 42), refOf(2026, 1)];

  expect(refs).toEqual(['RQ-27-0001', 'RQ-26-12345', 'RQ-26-0042', 'RQ-26-0001']);
  expect([...refs].reverse().sort((a, b) => (newestFirst(a) < newestFirst(b) ? -1 : 1))).toEqual(refs);
});

test.each([
  ['request', 'start'],
  ['Requests', 'waiting'],
  ['my requests', 'mine'],
  ['request unblock', 'unblock'],
  ['Request to unblock a website, please.', 'unblock'],
  ['block a website', 'block'],
  ['Block a site please', 'block'],
  ['Unblock a site please.', 'unblock'],
  ['unblok a site', 'unblock'],
  ['can I install a game', undefined],
  ['my reports', undefined],
  ['report concern', undefined],
  ['a boy in my class got round the block and unblocked a website', undefined],
])('"%s" means %s', (text, way) => {
  expect(wayOf(text)).toBe(way);
});
