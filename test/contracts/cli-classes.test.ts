import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSchoolFile } from '../../infra/directory';
import { inSchool, lantern, newFolder } from './cli-terminal';

const SCHOOL = `# The school of the tests.
id: elm
name: Elm School
nation: england

people:
  - { id: head, name: "Headteacher", roles: [staff] } # since 2019
  - { id: oak, name: "Class teacher, Year 4", roles: [staff], email: oak@elm.example }

offices:
  headteacher: [head]

classes:
  list:
    # The office keeps these.
    - { id: 4B, schoolYear: 2026/27, teachers: [oak], pupils: [AB, CD] }
    - { id: 4B, schoolYear: 2025/26, teachers: [head], pupils: [AB] }
    - { id: 2C, schoolYear: 2026/27, teachers: [head], pupils: [XY] }
`;

const LIST = `Class,Surname,Initials,Class teacher
4B,Kept at home,AB,"Class teacher, Year 4"
4B,Kept at home,EF,
Year 1 Acorns,Kept at home,A.B.,OAK@elm.example; head
Year 1 Acorns,Kept at home,CD1,
`;

function given(list: string | Buffer = LIST, school = SCHOOL) {
  const folder = newFolder();
  const [csv, file] = [join(folder, 'classes.csv'), join(folder, 'elm.yaml')];
  writeFileSync(csv, list);
  writeFileSync(file, school);
  const call = (...words: string[]) =>
    lantern({ LANTERN_HOME: folder }, 'classes', csv, '--school', file, '--year', '2026/27', ...words);
  return {
    folder,
    call,
    file,
    text: () => readFileSync(file, 'utf8'),
    school: async () => (await readSchoolFile(file)).school,
  };
}

describe('lantern classes', () => {
  it('says first what would change, by class and number and without a pupil, and changes nothing', async () => {
    const { call, text } = given();
    const { code, out, told } = await call();

    expect(code).toBe(0);
    expect(out).toEqual([
      '2026/27: 1 new, 1 changed, 1 gone, 0 unchanged, 0 problems',
      'new      Year-1-Acorns: 2 pupils, taught by oak, head',
      'changed  4B: 1 joined, 1 left, taught by oak',
      'gone     2C',
    ]);
    expect(told.join()).toContain('1 columns are not read: Surname');
    expect(told.join()).toContain('--write changes it. Classes that are not on the list stay as they are.');
    expect([...out, ...told].join()).not.toContain('Kept at home');
    expect(text()).toBe(SCHOOL);
  });

  it('writes it when asked to, leaves comments and other years alone, and then has nothing left to change', async () => {
    const { call, text, school } = given();
    await call('--write');
    const again = await call('--write');

    for (const kept of ['# since 2019', '# The office keeps these.', 'teachers: [ head ], pupils: [ AB ]'])
      expect(text().replaceAll('[AB]', '[ AB ]').replaceAll('[head]', '[ head ]')).toContain(kept);
    expect((await school()).classes.list).toEqual([
      { id: '4B', schoolYear: '2026/27', teachers: ['oak'], pupils: ['AB', 'EF'] },
      { id: '4B', schoolYear: '2025/26', teachers: ['head'], pupils: ['AB'] },
      { id: '2C', schoolYear: '2026/27', teachers: ['head'], pupils: ['XY'] },
      {
        ...{ id: 'Year-1-Acorns', name: 'Year 1 Acorns', schoolYear: '2026/27' },
        ...{ teachers: ['oak', 'head'], pupils: ['A.B.', 'CD1'] },
      },
    ]);
    expect(again.out[0]).toBe('2026/27: 0 new, 0 changed, 1 gone, 2 unchanged, 0 problems');
    expect(again.told.join()).toContain('Nothing to change');
  });

  it('says before anything changes whose forms would hang on nobody, or on somebody else', async () => {
    const { folder, call, file, text } = given('Class,Initials\n4B,AB\n4B,EF\n4B,GH\n');
    const env = { LANTERN_HOME: folder, LANTERN_SCHOOL: file };
    const noted = (pupils: readonly string[]) => ({
      noted: Object.fromEntries(pupils.map((pupil) => [pupil, { answer: 'yes', at: '2026-09-10T08:00:00.000Z' }])),
      last: '2026-09-10T08:00:00.000Z',
    });
    await inSchool(env, async ({ records }) =>
      records.commit([
        { op: 'insert', key: 'slip|2026|4B|photos', value: noted(['AB', 'CD', 'EF']) },
        { op: 'insert', key: 'slip|2026|4B|use-pupils', value: noted(['CD']) },
        { op: 'insert', key: 'slip|2025|4B|photos', value: noted(['GH']) },
      ]),
    );
    const { out, told } = await call();

    expect(out.filter((line) => line.startsWith('forms'))).toEqual([
      'forms    4B: noted for CD, who would leave the list',
      'forms    4B: noted before for EF, who would come to the list',
    ]);
    expect(told.join()).toContain('write them as before, or nothing is back for them');
    expect(text()).toBe(SCHOOL);
  });

  it('never takes two classes for one because of their strokes and points', async () => {
    const { call } = given('Class,Initials\n1/12,AB\n11/2,CD\n4B,AB\n4 b,EF\n');
    const { out } = await call();

    expect(out.filter((line) => line.startsWith('new') || line.startsWith('changed'))).toEqual([
      'new      1-12: 1 pupils, nobody teaches it',
      'new      11-2: 1 pupils, nobody teaches it',
      'changed  4B: 1 joined, 1 left, taught by oak',
    ]);
  });

  it('empties no class because a list names its teacher alone', async () => {
    const { call, school } = given('Class,Initials,Teacher\n4B,,head\n2C,XY,\n2C,ZZ,\n');
    const { out } = await call('--write');

    expect(out).toContain('changed  4B: 0 joined, 0 left, taught by head');
    expect((await school()).classes.list[0]).toMatchObject({ id: '4B', teachers: ['head'], pupils: ['AB', 'CD'] });
  });

  it('makes the first list of a school that has none', async () => {
    const { call, school } = given(
      'class;code\n4B;4B-01\n4B;4B-02\n',
      `${SCHOOL.split('\nclasses:')[0]}\nclasses: { pupilsAs: code }\n`,
    );
    const { code } = await call('--write');

    expect(code).toBe(0);
    expect((await school()).classes).toEqual({
      pupilsAs: 'code',
      list: [{ id: '4B', schoolYear: '2026/27', teachers: [], pupils: ['4B-01', '4B-02'] }],
    });
  });

  it.each([
    ['a name in place of initials', '4B,Given Family', 'line 2: no initials: write AB or A.B.'],
    [
      'a pupil twice in a class',
      '4B,AB\n4B,AB',
      'line 3: the same pupil as line 2: where there are two, give each a number',
    ],
    ['no pupil', '4B,', 'line 2: there is no pupil'],
    ['no class', ',AB', 'line 2: there is no class'],
    ['more cells than headings', '4B,AB,x,y', 'line 2: more cells than the first line has headings'],
    ['a teacher nobody knows', '4B,AB,Somebody Else', 'line 2: the teacher is nobody of the school file'],
  ])('with %s changes nothing, and says where and what without repeating it', async (_, rows, problem) => {
    const { call, text } = given(`class,initials,teacher\n${rows}\n`);
    const { code, out, told } = await call('--write');

    expect(code).toBe(1);
    expect(out.join('\n')).toContain(problem);
    expect([...out, ...told].join('\n')).not.toMatch(/Given Family|Somebody Else/);
    expect(text()).toBe(SCHOOL);
  });

  it('says that codes are no names where the school has said codes', async () => {
    const { call } = given(
      'class,code\n4B,AB\n',
      SCHOOL.replace('classes:', 'classes:\n  pupilsAs: code').replace(/\[(AB|XY|AB, CD)\]/g, '[]'),
    );
    const { code, out } = await call();

    expect(code).toBe(1);
    expect(out.join()).toContain(
      'no code: letters and digits with at least one digit, such as 4B-07, and never a name',
    );
  });

  it('refuses one code in two classes, which is one child', async () => {
    const school = SCHOOL.replace('classes:', 'classes:\n  pupilsAs: code').replace(/\[(AB|XY|AB, CD)\]/g, '[]');
    const { call, text } = given('class,code\n4B,P-1\n2C,P-1\n', school);
    const { code } = await call('--write');

    expect(code).not.toBe(0);
    expect(text()).toBe(school);
  });

  it.each([
    ['a school year that is none', ['--year', '2026/28']],
    ['a list that is not there', ['elsewhere.csv']],
  ])('asks again for %s', async (_, words) => {
    expect((await given().call(...words)).code).toBe(2);
  });
});
