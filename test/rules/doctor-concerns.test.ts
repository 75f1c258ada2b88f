import { DateTime } from 'luxon';
import { checkConcerns } from '../../bot/commands/doctor/concerns';
import { checkSchool } from '../../bot/commands/doctor/school';
import { School } from '../../domain/school';
import { sampleSchool } from '../sample-school';

const CONCERNS = {
  record: 'MyConcern',
  helplines: ['nspcc', 'posh', 'reportHarmfulContent', 'iwf', 'preventLine', 'whistleblowing'],
  designatedComputer: 'The laptop in the safe',
  staffRecord: 'The locked file',
};
const CHRISTMAS = { from: '2026-12-19', to: '2027-01-03', office: 'dsl', people: ['lead'] };
const HALF_TERM = { from: '2027-02-15', to: '2027-02-19', office: 'deputy', people: ['second-lead'] };
const EASTER = { from: '2027-03-26', to: '2027-04-11', office: 'dsl', people: ['lead'] };
const COVER = [CHRISTMAS, HALF_TERM, EASTER];
const SETTLED = { concerns: CONCERNS, clocks: { fgm: '1 working day' }, cover: COVER };

function findings(change: Record<string, unknown>): string[] {
  const school = School.parse({ ...sampleSchool, ...SETTLED, ...change });
  const now = DateTime.fromISO('2026-11-24T10:15', { zone: school.timezone });
  const found = [...checkConcerns(school), ...checkSchool(school, now, { teams: undefined, slack: undefined })];
  return found
    .map(({ weight, what, mend }) => `${weight}: ${what}: ${mend}`)
    .filter((line) => !line.includes('is an example'));
}

test('doctor has nothing to say of a school that has settled how it takes concerns', () => {
  expect(findings({})).toEqual([]);
});

test.each([
  ['said nothing about concerns', { concerns: {} }, /^look: The school has not said .* copied to CPOMS: confirm each/],
  ['checked no helpline', { concerns: { ...CONCERNS, helplines: [] } }, /^look: Helplines .*nspcc, .*: ring each/],
  ['named no computer', { concerns: { record: 'MyConcern' } }, /^look: No computer is named .* designatedComputer/],
  [
    'no record of concerns about staff',
    { concerns: { ...CONCERNS, staffRecord: undefined } },
    /^look: .*do not belong in MyConcern: .*staffRecord/,
  ],
  [
    'one person alone who may look into a device',
    { concerns: { ...CONCERNS, investigators: ['dsl'] } },
    /^wrong: Fewer than two people hold dsl/,
  ],
  ['written a clock that cannot be read', { clocks: { fgm: 'soon' } }, /^wrong: The clock fgm is "soon"/],
  ['not said how long the FGM clock runs', { clocks: {} }, /^look: .*the clock fgm runs, so it is one working day/],
  ['no place for its leads', { places: {} }, /^look: There is no place for concerns about pupils/],
  ['no number of the LADO', { contacts: {} }, /^wrong: There is no number for lado: add lado/],
  [
    'one person as headteacher and chair',
    { offices: { ...sampleSchool.offices, chairOfGovernors: ['head'] } },
    /^wrong: head is headteacher and chair of governors/,
  ],
  ['no cover over Christmas', { cover: [HALF_TERM, EASTER] }, /^look: .*from 2026-12-19 to 2027-01-03: add cover/],
  ['no cover at half-term', { cover: [CHRISTMAS, EASTER] }, /^look: .*from 2027-02-15 to 2027-02-19: add cover/],
])('doctor tells a school that has %s, and how to mend it', (_what, change, said) => {
  expect(findings(change).filter((line) => said.test(line))).toHaveLength(1);
});

test('a school in Wales is asked for the clock of its council too', () => {
  expect(findings({ nation: 'wales' }).join()).toContain('the clock council runs');
});
