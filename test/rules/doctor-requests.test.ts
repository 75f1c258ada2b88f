import { DateTime } from 'luxon';
import { checkRequests } from '../../bot/commands/doctor/requests';
import { School } from '../../domain/school';
import { sampleSchool } from '../sample-school';

function findings(change: Record<string, unknown>): string[] {
  const school = School.parse({ ...sampleSchool, ...change });
  const now = DateTime.fromISO('2026-11-24T10:15', { zone: school.timezone });
  return checkRequests(school, now).map(({ weight, what }) => `${weight}: ${what}`);
}

test.each([
  ['has somebody for each kind', {}, []],
  [
    'has no ICT lead',
    { offices: { ...sampleSchool.offices, ictLead: [] } },
    [
      'look: Nobody holds ictLead, so requests of the kind unblock go to another office',
      'look: Nobody holds ictLead, so requests of the kind block go to another office',
      'look: Nobody holds ictLead, so requests of the kind software go to another office',
    ],
  ],
  [
    'has nobody at all who could decide',
    {
      offices: { dsl: ['lead'] },
      requests: { block: { on: false }, software: { on: false }, technology: { on: false }, device: { on: false } },
    },
    ['look: Nobody can decide a request of the kind unblock'],
  ],
])('doctor says of a school that %s what there is to say', (_what, change, said) => {
  expect(findings(change)).toEqual(said);
});

test('a school file that names an office nobody knows is refused', () => {
  const parsed = School.safeParse({ ...sampleSchool, requests: { unblock: { decidedBy: 'bursar' } } });

  expect(parsed.error?.issues.map(({ message }) => message)).toEqual(['there is no office called bursar']);
  expect(
    School.safeParse({
      ...sampleSchool,
      offices: { ...sampleSchool.offices, bursar: ['office'] },
      requests: { unblock: { decidedBy: 'bursar' } },
    }).success,
  ).toBe(true);
});
