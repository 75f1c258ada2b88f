import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SCHEMA_FILE, schemaText } from '../../bot/write-schema';
import { School } from '../../domain/school';
import { readSchoolFile, UnusableSchool } from '../../infra/directory';
import { schoolChanges } from '../../infra/school-changes';
import { sampleSchool } from '../sample-school';

const SMALL = `id: elm
name: Elm School
nation: england
people:
  - { id: p1, name: Lead, roles: [staff] }
offices: { dsl: [p1] }
`;

async function problemsIn(text: string): Promise<string[]> {
  const file = join(mkdtempSync(join(tmpdir(), 'lantern-')), 'elm.yaml');
  writeFileSync(file, text);
  const error = await readSchoolFile(file).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error === undefined) return [];
  if (!(error instanceof UnusableSchool)) throw error;
  expect(error.message).toContain('elm.yaml');
  return [...error.problems];
}

describe('a school file', () => {
  it('needs only an id, a name, a nation, people and offices', async () => {
    expect(await problemsIn(SMALL)).toEqual([]);
  });

  it.each([
    ['a field that is missing', SMALL.replace('nation: england\n', ''), ['nation is missing']],
    [
      'a word that is not on the list',
      SMALL.replace('england', 'scotland'),
      ['line 3: nation should be one of england, wales'],
    ],
    [
      'an id that looks like a number',
      SMALL.replace('id: elm', 'id: 000'),
      ['line 1: id should be text: put quotes around it'],
    ],
    [
      'a field that nobody knows',
      `${SMALL}colour: blue\n`,
      ['the file has a field that Lantern does not know: colour'],
    ],
    [
      'an office held by nobody we know',
      SMALL.replace('[p1] }', '[p9] }'),
      ['line 6: offices, dsl is wrong: nobody under people has the id p9'],
    ],
    [
      'a date in the wrong order',
      SMALL.replace('roles: [staff]', 'roles: [staff], startsOn: 02/09/2026'),
      ['line 5: people, entry 1 (p1), startsOn should be a day such as 2026-09-02'],
    ],
    [
      'a day that there is not',
      SMALL.replace('roles: [staff]', 'roles: [staff], leavesOn: 2026-11-31, away: [2026-12-01/2026-13-02]'),
      [
        'line 5: people, entry 1 (p1), leavesOn is wrong: there is no such day',
        'line 5: people, entry 1 (p1), away, entry 1 is wrong: there is no such day',
      ],
    ],
    [
      'a list that is no list',
      SMALL.replace('roles: [staff]', 'roles: staff'),
      ['line 5: people, entry 1 (p1), roles should be a list'],
    ],
    [
      'an office in a ladder that nobody has heard of, wherever the ladder stands',
      `${SMALL}ladders: { review: [{ when: on the day, to: [bursar] }] }
policies: [{ id: pol, file: pol.md, title: A policy, ladder: [{ when: on the day, to: [bursar] }] }]
agreements: [{ id: agr, policy: pol, heading: Words, audience: [staff], ladder: [{ when: on the day, to: [bursar] }] }]
duties: [{ use: weekly-filter-report, ladder: [{ when: on the day, to: [bursar] }] }]
training: { kinds: [{ id: prevent, ladder: [{ when: on the day, to: [bursar] }] }] }
`,
      [
        'line 7: ladders, review is wrong: there is no office called bursar',
        'line 8: policies, entry 1 (pol), ladder is wrong: there is no office called bursar',
        'line 9: agreements, entry 1 (agr), ladder is wrong: there is no office called bursar',
        'line 10: duties, entry 1, ladder is wrong: there is no office called bursar',
        'line 11: training, kinds, entry 1 (prevent), ladder is wrong: there is no office called bursar',
      ],
    ],
    [
      'a line manager in a ladder that is about nobody’s own',
      `${SMALL}ladders:
  request: [{ when: on the day, to: [manager] }]
  agreement: [{ when: on the day, to: [manager] }]
policies: [{ id: pol, file: pol.md, title: A policy, ladder: [{ when: on the day, to: [manager] }] }]
`,
      [
        'line 8: ladders, request is wrong: a line manager hears only of agreement, duty, training, induction: name an office',
        'line 10: policies, entry 1 (pol), ladder is wrong: a line manager hears only of agreement, duty, training, induction: name an office',
      ],
    ],
    [
      'an office called manager in a ladder',
      `${SMALL.replace('offices: { dsl: [p1] }', 'offices: { dsl: [p1], manager: [p1] }')}ladders: { duty: [{ when: on the day, to: [manager] }] }
`,
      ['line 7: ladders, duty is wrong: manager means the line manager here: give your office of that name another'],
    ],
    ['a file of nothing', '', ['the file should be a set of named fields']],
    ['the same field twice', `${SMALL}name: Another\n`, ['line 7: Map keys must be unique']],
  ])('says in plain words and with its line: %s', async (_what, text, problems) => {
    expect(await problemsIn(text)).toEqual(problems);
  });

  it('names every mistake at once', async () => {
    expect(await problemsIn(SMALL.replace('england', 'france').replace('Elm School', '""'))).toHaveLength(2);
  });

  it('that is not there is said to be so', async () => {
    await expect(readSchoolFile('/nowhere/elm.yaml')).rejects.toThrow('elm.yaml cannot be used:\n- it is not there');
  });

  it('that repeats itself beyond measure is refused before it fills the memory', async () => {
    const rows = ['a: &a [1,1,1,1,1,1,1,1,1]'];
    for (const [at, name] of [...'bcdefghi'].entries())
      rows.push(`${name}: &${name} [${`*${'abcdefghi'[at]},`.repeat(9)}]`);

    expect(await problemsIn(rows.join('\n'))).toEqual(['it repeats itself too often through anchors']);
  });

  it('never has its people’s names repeated in what is wrong with it', async () => {
    const text = SMALL.replace('name: Lead', 'name: 12345, email: [Robin]');

    expect((await problemsIn(text)).join()).not.toMatch(/12345|Robin/);
  });

  it('is described by the JSON schema of the project, which is up to date', () => {
    expect(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'))).toEqual(JSON.parse(schemaText()));
  });
});

describe('what a new school file changes', () => {
  const before = School.parse(sampleSchool);

  it('is nothing when it says the same', () => {
    expect(schoolChanges(before, School.parse(sampleSchool))).toEqual([]);
  });

  it('is told line by line, by office and by id, without anybody’s name', () => {
    const after = School.parse({
      ...sampleSchool,
      name: 'Oak Lane Academy',
      people: [...sampleSchool.people.slice(1), { id: 'new', name: 'A new colleague', roles: ['staff'] }],
      offices: { ...sampleSchool.offices, deputy: ['second-lead', 'new'], ictLead: [] },
    });

    const lines = schoolChanges(before, after);

    expect(lines).toEqual([
      'Name: changed',
      expect.stringMatching(/^People: removed /),
      'People: added new',
      'Deputy: added new',
      expect.stringMatching(/^ICT lead: removed /),
    ]);
    expect(lines.join()).not.toContain('colleague');
  });

  it('names classes by their school year, and none of their pupils', () => {
    const list = [
      { id: '4B', schoolYear: '2025/26', pupils: ['QX'] },
      { id: '4B', schoolYear: '2026/27', pupils: ['QX'] },
    ];
    const own = { ...sampleSchool, forms: { keptYears: 2 }, ladders: { forms: [{ when: 'on the day' }] } };
    const after = School.parse({ ...own, classes: { list } });
    const later = School.parse({ ...own, classes: { list: [{ ...list[1], pupils: ['QX', 'ZX'] }] } });
    const lines = [...schoolChanges(before, after), ...schoolChanges(after, later)];

    expect(lines).toEqual([
      ...['Ladders: changed', 'Forms: changed', 'Classes: added 4B of 2025/26', 'Classes: added 4B of 2026/27'],
      ...['Classes: removed 4B of 2025/26', 'Classes: changed 4B of 2026/27'],
    ]);
    expect(lines.join()).not.toMatch(/QX|ZX/);
  });

  it('includes who of several holders comes first', () => {
    const two = (ids: string[]) => School.parse({ ...sampleSchool, offices: { ...sampleSchool.offices, dsl: ids } });

    expect(schoolChanges(two(['lead', 'head']), two(['head', 'lead']))).toEqual(['DSL: another order']);
  });
});
