import { checkDuties } from '../../bot/commands/doctor/duties';
import { holding, school } from './rules-school';

const TODAY = '2026-11-24';
const REPORT = { use: 'weekly-filter-report' };

type At = Parameters<typeof checkDuties>[0];

function lines(at: At): string[] {
  return checkDuties(at, TODAY).map(({ what }) => what);
}

/** The same school, and everybody but these has an account. */
function reached(at: At, ...without: readonly string[]): At {
  return {
    ...at,
    people: at.people.map((each) => (without.includes(each.id) ? each : { ...each, teams: `29:${each.id}` })),
  };
}

test.each([
  [
    'has nothing to say where the office is held',
    reached(school({ duties: [REPORT, { use: 'governors-confirm' }] })),
    [],
  ],
  [
    'names who is reminded instead',
    reached(holding({ ictLead: [] }, { duties: [REPORT] })),
    ['Nobody whom Lantern can write to holds ictLead, so Headteacher is reminded of the duty weekly-filter-report'],
  ],
  [
    'names who is reminded instead of somebody without an account',
    reached(school({ duties: [REPORT] }), 'ict'),
    ['Nobody whom Lantern can write to holds ictLead, so Headteacher is reminded of the duty weekly-filter-report'],
  ],
  [
    'says that nobody can be reminded',
    reached(holding({ ictLead: [], headteacher: [], officeManager: [] }, { duties: [REPORT] })),
    ['Nobody can be reminded of the duty weekly-filter-report'],
  ],
  [
    'says that half terms cannot be found without terms',
    reached(school({ calendar: undefined, duties: [{ use: 'online-safety-lesson' }] })),
    ['The duty online-safety-lesson has no day to come'],
  ],
])('doctor %s', (_what, at, said) => {
  expect(lines(at)).toEqual(said);
});
