import { checkDuties } from '../../bot/commands/doctor/duties';
import { holding, school } from './rules-school';

const TODAY = '2026-11-24';
const REPORT = { use: 'weekly-filter-report' };

function lines(at: Parameters<typeof checkDuties>[0]): string[] {
  return checkDuties(at, TODAY).map(({ what }) => what);
}

test.each([
  ['has nothing to say where the office is held', school({ duties: [REPORT, { use: 'governors-confirm' }] }), []],
  [
    'names who is reminded instead',
    holding({ ictLead: [] }, { duties: [REPORT] }),
    ['Nobody holds ictLead, so Headteacher is reminded of the duty weekly-filter-report'],
  ],
  [
    'says that nobody can be reminded',
    holding({ ictLead: [], headteacher: [], officeManager: [] }, { duties: [REPORT] }),
    ['Nobody can be reminded of the duty weekly-filter-report'],
  ],
  [
    'says that half terms cannot be found without terms',
    school({ calendar: undefined, duties: [{ use: 'online-safety-lesson' }] }),
    ['The duty online-safety-lesson has no day to come'],
  ],
])('doctor %s', (_what, at, said) => {
  expect(lines(at)).toEqual(said);
});
