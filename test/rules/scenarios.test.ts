import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { printRoutes, routeScenario, ScenarioRow } from '../../handlers/concern/scenario';
import { instantOf } from '../../handlers/concern/scenario/row';
import { readSchoolFile } from '../../infra/directory';
import { holding, school } from './rules-school';

const england = school();
const wales = school({ nation: 'wales' });
const joint = holding({ dsl: ['lead', 'guest'], deputy: [] });

function answer(row: Record<string, unknown>, where = england) {
  const usual = { id: 'x', when: 'school-day-10:15', raiser: 'teacher', about: 'pupil', category: 'other' };
  return routeScenario(ScenarioRow.parse({ ...usual, ...row }), where);
}

/** "told | may open | next | clock" of one row. */
function said(row: Record<string, unknown>, where = england): string {
  const { receives, may_open, escalates_to, clock } = answer(row, where);
  return [receives.join(' '), may_open.join(' '), escalates_to, clock].join(' | ');
}

const conduct = { about: 'adult', category: 'staff-conduct', setup: { subject: 'assistant' } };
const HEAD = 'headteacher | headteacher | chairOfGovernors';
const CHAIR = 'chairOfGovernors | chairOfGovernors | outside:LADO';
const LEADS = 'dsl deputy | dsl deputy | headteacher';

describe('Scenarios: who is told | who may open | who is next | which clock', () => {
  test.each([
    [
      'the chair, with the chair in the list',
      { about: 'chair', category: 'staff-conduct' },
      'headteacher | headteacher | outside:LADO | school hours + LADO one working day',
    ],
    [
      'a governor picked as an adult',
      { about: 'adult', category: 'staff-conduct', setup: { subject: 'governor' } },
      'headteacher | headteacher | outside:LADO | school hours + LADO one working day',
    ],
    [
      'the lead, in danger now',
      { about: 'dsl', category: 'staff-conduct', setup: { danger: true } },
      `${HEAD} | danger-now 5 min + LADO one working day`,
    ],
    [
      'the headteacher, with the chair vacant',
      { about: 'headteacher', category: 'staff-conduct', setup: { vacant: ['chairOfGovernors'] } },
      ' |  | outside:LADO | LADO one working day',
    ],
    [
      'a low-level concern about the headteacher',
      { about: 'headteacher', category: 'low-level-concern' },
      `${CHAIR} | school hours`,
    ],
    [
      'a colleague, with the headteacher away',
      { ...conduct, away: ['headteacher'] },
      `${CHAIR} | school hours + LADO one working day`,
    ],
    [
      'a colleague close to the headteacher',
      { ...conduct, conflict: ['headteacher'] },
      `${CHAIR} | school hours + LADO one working day`,
    ],
    [
      'supply staff who are not in the list',
      { ...conduct, setup: { subject: 'not in the list' } },
      `${HEAD} | school hours + LADO one working day`,
    ],
    [
      'a visiting music teacher',
      { ...conduct, setup: { subject: 'guest' } },
      `${HEAD} | school hours + LADO one working day`,
    ],
    [
      'a parent',
      { about: 'adult', category: 'abuse-or-neglect', setup: { subject: 'not in the list' } },
      `${LEADS} | school hours`,
    ],
    [
      'a headteacher who reports themselves',
      { raiser: 'headteacher', about: 'self', category: 'about-myself' },
      `${CHAIR} | school hours`,
    ],
    [
      'a visitor who reports themselves',
      { raiser: 'visitor', about: 'self', category: 'about-myself' },
      `${HEAD} | school hours`,
    ],
    ['somebody unknown who reports a pupil', { raiser: 'unknown', category: 'grooming' }, `${LEADS} | school hours`],
    ['a lead who reports a pupil', { raiser: 'dsl', category: 'grooming' }, `${LEADS} | school hours`],
    [
      'a device lost by the reporter',
      { about: 'self', category: 'lost-device' },
      'dataProtectionOfficer ictLead | dataProtectionOfficer | headteacher | 72 h breach',
    ],
    [
      'data lost by the reporter, at the weekend',
      { when: 'weekend', about: 'self', category: 'personal-data' },
      'dataProtectionOfficer | dataProtectionOfficer | headteacher | 72 h breach',
    ],
    [
      'FGM, and the child has said so',
      { category: 'fgm', setup: { childSaid: true } },
      `${LEADS} | school hours + FGM from school file`,
    ],
    ['FGM, and there are signs', { category: 'fgm', setup: { childSaid: false } }, `${LEADS} | school hours`],
    [
      'a pupil, with lead and deputy vacant',
      { setup: { vacant: ['dsl', 'deputy'] } },
      'headteacher | headteacher | outside:childrens-services | school hours',
    ],
    [
      'a pupil, with everybody away',
      { away: ['dsl', 'deputy', 'headteacher'] },
      ' |  | outside:childrens-services | none',
    ],
    ['no safeguarding matter', { about: 'none' }, ' |  |  | none'],
  ])('%s', (_what, row, expected) => {
    expect(said(row)).toBe(expected);
  });

  test('in Wales', () => {
    expect(said(conduct, wales)).toBe(`${HEAD} | school hours + council clock (Wales)`);
    expect(said({ about: 'headteacher', category: 'staff-conduct' }, wales)).toBe(
      'chairOfGovernors | chairOfGovernors | outside:council-officer-wales | school hours + council clock (Wales)',
    );
  });

  test('where one person is both lead and headteacher', () => {
    const sameHolder = ['dsl', 'headteacher'];

    expect(said({ about: 'dsl', category: 'staff-conduct', setup: { sameHolder } })).toBe(
      `${CHAIR} | school hours + LADO one working day`,
    );
    expect(said({ about: 'headteacher', category: 'staff-conduct', setup: { sameHolder } })).toBe(
      `${CHAIR} | school hours + LADO one working day`,
    );
    expect(said({ setup: { sameHolder } })).toBe('dsl deputy | dsl deputy | outside:childrens-services | school hours');
    expect(said({ ...conduct, setup: { subject: 'assistant', sameHolder } })).toBe(
      `${HEAD} | school hours + LADO one working day`,
    );
    expect(answer({ about: 'dsl', category: 'staff-conduct', setup: { sameHolder } }).place).toBeNull();
  });

  test('of two joint leads, the one picked is left out; a conflict with the office leaves out both', () => {
    expect(said({ setup: { subject: 'lead' } }, joint)).toBe('dsl | dsl | headteacher | school hours');
    expect(said({ conflict: ['dsl'] }, joint)).toBe(
      'headteacher | headteacher | outside:childrens-services | school hours',
    );
    expect(said({ about: 'dsl', category: 'staff-conduct' }, joint)).toBe(
      `${HEAD} | school hours + LADO one working day`,
    );
  });

  test('a matter that is no safeguarding concern shows the complaints procedure, and how to raise it all the same', () => {
    expect(answer({ about: 'none' }).guidance).toEqual(['complaints procedure', 'raise it if a child may be harmed']);
  });

  test.each([
    ['school-day-10:15', 'Friday 10:15'],
    ['school-day-17:30', 'Friday 17:30'],
    ['evening', 'Friday 20:30'],
    ['weekend', 'Saturday 11:00'],
    ['holiday', 'Monday 11:00'],
  ] as const)('"%s" is an instant in the calendar of the school: a %s', (when, instant) => {
    expect(instantOf(when, england).toFormat('cccc HH:mm')).toBe(instant);
  });
});

describe("A school's table, as a lead reads it", () => {
  test('names every office, every category and the sources', () => {
    const table = printRoutes(holding({ deputy: [] }, { contacts: {} }));

    expect(table).toMatch(/^Oak Lane Primary School \(england\)/);
    expect(table).toMatch(/deputy\s+\(vacant\)/);
    expect(table).toMatch(/told first\s+dataProtectionOfficer, ictLead \(technical view\)/);
    expect(table).toMatch(/lado, \(no number yet\)/);
    expect(table).toMatch(/KCSIE Part one/);
  });

  test('says who is away, who covers, who sits in the places, and how long each clock runs from which rule', () => {
    const away = england.people.map((one) =>
      one.id === 'lead' ? { ...one, away: [{ from: '2026-11-02', to: '2026-11-06' }] } : one,
    );
    const cover = [
      { from: '2026-12-19', to: '2027-01-03', office: 'dsl', people: ['lead'], telephone: '01632 960055' },
    ];
    const table = printRoutes({ ...england, people: away, cover, clocks: { lado: '2 working days' } });

    expect(table).toMatch(/dsl\s+\S.* \(away 2026-11-02 to 2026-11-06\)/);
    expect(table).toMatch(/2026-12-19 to 2027-01-03 {2}dsl: \S.*, 01632 960055/);
    expect(table).toMatch(/triage: for pupil, system/);
    expect(table).toMatch(/lado: 2 working days\s+Working Together.*\(the school's file\)/);
    expect(table).toMatch(/breach: 72 hours\s+UK GDPR Article 33.*\(the usual length\)/);
  });

  test('asks what the school must settle: governors, FGM, vacant offices, missing numbers, lines of its own', () => {
    const tell = ['ictLead'];
    const own = { for: { category: ['accidental-access'] }, tell, alsoOpen: [], mode: 'all', view: {} } as const;
    const routes = [{ ...own, for: { category: [...own.for.category] }, tell, alsoOpen: [], view: {} }];
    const table = printRoutes(holding({ deputy: [], dsl: ['head'] }, { contacts: {}, routes }));
    const asked = table.slice(table.indexOf('PLEASE CONFIRM'));

    expect(asked).toContain('about a governor or the chair goes to the headteacher');
    expect(asked).toContain('FGM, where the child has said so');
    expect(asked).toContain('Nobody holds this office: Deputy Designated Safeguarding Lead.');
    expect(asked).toContain('is headteacher and DSL');
    expect(asked).toContain('There is no number for the LADO at your council.');
    expect(asked).toContain('Your own line for “Something bad seen by accident” tells first: ICT lead.');
    expect(asked).toContain('Read and agreed by');
  });
});

describe('The rows that are shared with other builders', () => {
  const shared = resolve(__dirname, '../../../shared');
  const rows = join(shared, 'scenarios/scenarios.jsonl');

  test('every certain one is right, and nobody is told who must not be', async () => {
    if (!existsSync(rows)) {
      console.info('The shared scenarios are not beside this project: only our own rows were checked.');
      return expect(said({})).toBe(`${LEADS} | school hours`);
    }
    const folder = mkdtempSync(join(tmpdir(), 'scenarios-'));
    const lines: string[] = [];
    for (const line of readFileSync(rows, 'utf8').split('\n').filter(Boolean)) {
      const row = JSON.parse(line);
      const file = await readSchoolFile(join(shared, 'schools', `${row.school}.yaml`));
      lines.push(JSON.stringify(routeScenario(ScenarioRow.parse(row), file.school)));
    }
    writeFileSync(join(folder, 'out.jsonl'), lines.join('\n'));

    const score = execFileSync(
      process.execPath,
      [join(shared, 'scenarios/score.mjs'), join(folder, 'out.jsonl'), rows],
      { encoding: 'utf8' },
    );
    rmSync(folder, { recursive: true });

    const [, right, certain] = /right: (\d+) of (\d+) certain rows/.exec(score) ?? [];
    expect(right).toBe(certain);
    expect(score).toContain('told or shown to somebody who must not: 0');
  });
});
