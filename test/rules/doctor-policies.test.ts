import { DateTime } from 'luxon';
import { checkPolicies } from '../../bot/commands/doctor/policies';
import { School } from '../../domain/school';
import { openLibrary } from '../../library';
import { sampleSchool } from '../sample-school';

const NOW = DateTime.fromISO('2026-11-24T10:15:00', { zone: 'Europe/London' });
const BEFORE =
  'The policy phones was approved on 2 November 2026, and its review was due before that, on 1 September 2026';

function found(dates: object) {
  const policies = [{ id: 'phones', file: 'phones.md', title: 'Phones', owner: 'head', ...dates }];
  const school = School.parse({ ...sampleSchool, policies, agreements: [] });
  return checkPolicies({ school, library: openLibrary([]) }, NOW)
    .map(({ what }) => what)
    .filter((what) => !what.includes('cannot be read'));
}

describe('Doctor looks at the dates of a policy', () => {
  test('and says of a review before the approval that both cannot be right, not that it should be recorded', () => {
    expect(found({ approvedOn: '2026-11-02', reviewOn: '2026-09-01' })).toEqual([BEFORE]);
  });

  test.each([
    ['a review that is past and was not approved since', { approvedOn: '2025-09-01', reviewOn: '2026-09-01' }, 1],
    ['a review on the day of the approval', { approvedOn: '2026-11-30', reviewOn: '2026-11-30' }, 0],
    ['a review to come', { approvedOn: '2026-11-02', reviewOn: '2027-11-02' }, 0],
    ['a policy of which nobody knows when it was approved', { reviewOn: '2027-11-02' }, 0],
  ])('and does not say it of %s', (_, dates, others) => {
    const lines = found(dates);

    expect(lines).toHaveLength(others);
    expect(lines).not.toContainEqual(expect.stringContaining('was approved on'));
  });
});
