import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DateTime } from 'luxon';
import { planPeople } from '../../domain/people-list';
import { School } from '../../domain/school';
import { readSchoolFile } from '../../infra/directory';
import { processorSeconds } from '../processor-time';
import { sampleSchool } from '../sample-school';
import { lantern, newFolder, schoolHome } from './cli-terminal';

const SCHOOL = `# The school of the tests.
id: elm
name: Elm School
nation: england

# Who works here; the head of office keeps this list.
people:
  - { id: head, name: "Headteacher", roles: [staff], email: head@elm.example } # since 2019
  - { id: office, name: "Office manager", roles: [staff], telephone: "01632 960021" }
  - { id: old, name: "Former assistant", roles: [staff], leavesOn: 2020-07-31 }

offices:
  headteacher: [head] # one at a time
  officeManager: [office]
`;

const LIST = `Name,Role,Email,Start date,Leaving date,Offices
Headteacher,Staff,HEAD@elm.example,01/09/2019,,
Reading volunteer,volunteers,reader@elm.example,2026-09-02,,
Class teacher,"staff, governor",teacher@elm.example,2.9.2026,31/08/2027,"dsl; Chair of governors"
`;

/** The ids that are given today. */
const idOf = (n: number) => `p${DateTime.now().setZone('Europe/London').toFormat('yyMMdd')}-${n}`;

function given(list: string | Buffer = LIST, school = SCHOOL) {
  const folder = newFolder();
  const [csv, file] = [join(folder, 'people.csv'), join(folder, 'elm.yaml')];
  writeFileSync(csv, list);
  writeFileSync(file, school);
  const call = (...words: string[]) => lantern({ LANTERN_HOME: folder }, 'people', csv, '--school', file, ...words);
  return {
    call,
    file,
    text: () => readFileSync(file, 'utf8'),
    school: async () => (await readSchoolFile(file)).school,
  };
}

describe('lantern people', () => {
  it('says first what would change, by id and line and without a name, and changes nothing', async () => {
    const { call, text } = given();
    const { code, out, told } = await call();

    expect(code).toBe(0);
    expect(out).toEqual([
      '2 new, 1 changed, 1 gone, 0 unchanged, 0 problems',
      `new      ${idOf(1)} (line 3)`,
      `new      ${idOf(2)} (line 4), becomes dsl, chairOfGovernors`,
      'changed  head (line 2): email, startsOn',
      'gone     office',
    ]);
    expect(told.join()).toContain('--write changes it. Who is not on the list stays as they are.');
    expect(text()).toBe(SCHOOL);
  });

  it('writes it when asked to, with every comment and the order as they were, and then has nothing left to change', async () => {
    const { call, text, school } = given();
    const { code } = await call('--write');
    const again = await call('--write');

    expect(code).toBe(0);
    for (const comment of ['# The school of the tests.', '# Who works here;', '# since 2019', '# one at a time'])
      expect(text()).toContain(comment);
    expect((await school()).people.map(({ id }) => id)).toEqual(['head', 'office', 'old', idOf(1), idOf(2)]);
    expect((await school()).people[0]).toMatchObject({ name: 'Headteacher', startsOn: '2019-09-01' });
    expect((await school()).people[4]).toMatchObject({
      name: 'Class teacher',
      roles: ['staff', 'governor'],
      startsOn: '2026-09-02',
      leavesOn: '2027-08-31',
      email: 'teacher@elm.example',
    });
    expect((await school()).offices).toMatchObject({
      dsl: [idOf(2)],
      chairOfGovernors: [idOf(2)],
      headteacher: ['head'],
    });
    expect(again.out[0]).toBe('0 new, 0 changed, 1 gone, 3 unchanged, 0 problems');
    expect(again.told.join()).toContain('Nothing to change');
  });

  it('gives those who are gone their last day where it is told one, and deletes nobody', async () => {
    const { call, school } = given();
    await call('--leave', '2026-08-31', '--write');

    expect((await school()).people.find(({ id }) => id === 'office')).toMatchObject({ leavesOn: '2026-08-31' });
    expect((await school()).people.find(({ id }) => id === 'old')).toMatchObject({ leavesOn: '2020-07-31' });
  });

  it.each([
    [
      'the same person twice',
      'Name,Role,Email\nA,staff,a@x.example\nB,staff,A@X.example\n',
      'line 3: the same person as line 2',
    ],
    [
      'somebody new twice, by the name alone',
      'Name,Role\nA Cole,staff\nA. Cole,staff\n',
      'line 3: the same name as line 2: give each an e-mail address or an id',
    ],
    [
      'somebody new twice, once without an address',
      'Name,Role,Email\nA Cole,staff,a@x.example\nB,staff,b@x.example\nA Cole,staff,\n',
      'line 4: the same name as line 2',
    ],
    [
      'the address of somebody else',
      'id,Email\noffice,HEAD@elm.example\n',
      'line 2: this e-mail address is somebody else’s in the school file',
    ],
    ['the same id twice', 'id,Name,Role\nx,A,staff\nx,B,staff\n', 'line 3: the same person as line 2'],
    ['no column for names', 'Role,Email\nstaff,a@x.example\n', 'line 1: there is no column name'],
    ['two columns for one thing', 'Name,Full name,Role\nA,A,staff\n', 'line 1: two columns are called name'],
    ['somebody new without a role', 'Name,Role\nA,\n', 'line 2: somebody new needs a role'],
    ['a role that nobody has heard of', 'Name,Role\nA,wizard\n', 'line 2: a role is one of staff, governor'],
    ['an office that nobody has heard of', 'Name,Role,Office\nA,staff,Wizard\n', 'line 2: an office is one of'],
    ['a day that does not exist', 'Name,Role,Starts\nA,staff,30/02/2026\n', 'line 2: startsOn is no day'],
    [
      'somebody who leaves before they start',
      'Name,Role,Starts,Leaves\nA,staff,2026-09-02,2026-09-01\n',
      'line 2: they would leave',
    ],
    ['an address that is none', 'Name,Role,Email\nA,staff,a at x\n', 'line 2: the e-mail address is none'],
    ['more cells than headings', 'Name,Role\nA,staff,x\n', 'line 2: more cells than the first line has headings'],
    ['a quotation mark that does not end', 'Name,Role\n"A,staff\n', 'a quotation mark stands where none can be'],
    [
      'a line manager whom nobody knows, by an id or an address',
      'Name,Role,Manager\nA,staff,nobody\nB,staff,head@elm.example\nC,staff,gone@elm.example\n',
      'line 4: the line manager is nobody in the school file or on this list: give an id or an e-mail address',
    ],
    [
      'somebody who would be their own line manager',
      'id,Manager\nhead,HEAD@elm.example\n',
      'line 2: nobody is their own line manager: leave it empty',
    ],
    [
      'line managers in a circle, over the list and the file',
      'id,Name,Role,Manager\na,A,staff,b\nb,B,staff,office\noffice,,,a\nhead,,,a\n',
      [2, 3, 4].map((line) => `line ${line}: these line managers go round in a circle`).join('\nproblem  '),
    ],
    ['nothing', '', 'the file is empty'],
    ['bytes that are no text', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1]), 'this is no text'],
  ])('with %s says so by its line, and writes nothing at all', async (_, list, problem) => {
    const { call, text } = given(list);
    const { code, out } = await call('--write');

    expect(code).toBe(1);
    expect(out.join('\n')).toContain(problem);
    expect(text()).toBe(SCHOOL);
  });

  it('takes back all of it for one line that is wrong', async () => {
    const { call, text } = given(`${LIST}Somebody,wizard,,,,\n`);

    expect((await call('--write')).code).toBe(1);
    expect(text()).toBe(SCHOOL);
  });

  it.each([['an id that no file could have', 'id,Name,Role\nlantern,A,staff\n']])(
    'with %s says what the school file would complain of, already in the preview',
    async (_, list) => {
      const { call, text } = given(list);
      const { code, told } = await call();

      expect(code).toBe(1);
      expect(told.join('\n')).toContain('cannot be used');
      expect(text()).toBe(SCHOOL);
    },
  );

  it('takes line managers by id or e-mail, also those who are new on the list, and none away where a cell is empty', async () => {
    const list = `Name,Role,Email,Line manager
Class teacher,staff,teacher@elm.example,HEAD@elm.example
Teaching assistant,staff,assistant@elm.example,teacher@elm.example
Office manager,staff,office@elm.example,head
`;
    const { call, file, school } = given(list);
    const { code, out } = await call('--write');
    const managers = async () => (await school()).people.map(({ id, manager }) => `${id}: ${manager}`);
    const written = await managers();
    const empty = join(dirname(file), 'empty.csv');
    writeFileSync(empty, 'id,Line manager\noffice,\n');
    await lantern({ LANTERN_HOME: dirname(file) }, 'people', empty, '--school', file, '--write');

    expect(code).toBe(0);
    expect(out).toContain('changed  office (line 4): email, manager');
    expect(written).toEqual([
      ...['head: undefined', 'office: head', 'old: undefined'],
      ...[`${idOf(1)}: head`, `${idOf(2)}: ${idOf(1)}`],
    ]);
    expect(await managers()).toEqual(written);
  });

  it.each([
    ['UTF-8 with a mark', Buffer.from('\ufeffName,Role\nZoë Müller,staff\n', 'utf8')],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Name\tRole\nZoë Müller\tstaff\n', 'utf16le')])],
    ['Windows-1252', Buffer.from('Name;Role\r\nZoë Müller;staff\r\n', 'latin1')],
  ])('reads %s, with commas, tabs or semicolons', async (_, list) => {
    const { call, school } = given(list);
    await call('--write');

    expect((await school()).people.at(-1)).toMatchObject({ id: idOf(1), name: 'Zoë Müller', roles: ['staff'] });
  });

  it('leaves a file that only its owner may read as it is, also where another name leads to it', async () => {
    const { file } = given();
    chmodSync(file, 0o600);
    const [csv, link] = [join(dirname(file), 'people.csv'), join(dirname(file), 'link.yaml')];
    symlinkSync(file, link);
    const { code } = await lantern({ LANTERN_HOME: dirname(file) }, 'people', csv, '--school', link, '--write');

    expect(code).toBe(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain('Reading volunteer');
  });

  it('keeps the line ends of a file from Windows, and is right where people stand in lines of their own', async () => {
    const block = SCHOOL.replace(
      '  - { id: old, name: "Former assistant", roles: [staff], leavesOn: 2020-07-31 }',
      '  - id: old\n    name: Former assistant # a note\n    roles: [staff]',
    ).replaceAll('\n', '\r\n');
    const { call, text, school } = given('id,Leaves\nold,2026-08-31\nhead,\noffice,\n', block);
    const { out } = await call('--write');

    expect(out[0]).toBe('0 new, 1 changed, 0 gone, 2 unchanged, 0 problems');
    expect(text()).toContain('name: Former assistant # a note\r\n');
    expect(text().replaceAll('\r\n', '')).not.toContain('\n');
    expect((await school()).people[2]).toMatchObject({ leavesOn: '2026-08-31' });
  });

  it('tells two people of one name apart by their address, and asks where it cannot', async () => {
    const twins = SCHOOL.replace('name: "Office manager"', 'name: "Headteacher"');
    const unclear = given('Name,Role\nHeadteacher,staff\n', twins);
    const clear = given('Name,Role,Email\nHeadteacher,staff,head@elm.example\n', twins);

    expect((await unclear.call()).out.join()).toContain('line 2: two people of the school file could be meant');
    expect((await clear.call()).out[0]).toBe('0 new, 0 changed, 1 gone, 1 unchanged, 0 problems');
  });

  it('takes five thousand rows', async () => {
    const rows = Array.from({ length: 5000 }, (_, n) => `Person ${n},staff,p${n}@elm.example,2026-09-02`);
    const { call, school } = given(`Name,Role,Email,Starts\n${rows.join('\n')}\n`);
    const { code, out } = await call('--write');

    expect(code).toBe(0);
    expect(out[0]).toBe('5000 new, 0 changed, 2 gone, 0 unchanged, 0 problems');
    expect((await school()).people).toHaveLength(5003);
  });

  it('finds five thousand people again without looking at each for each', async () => {
    const people = Array.from({ length: 5000 }, (_, n) => ({ id: `q${n}`, name: `Person ${n}`, roles: ['staff'] }));
    const school = School.parse({ ...sampleSchool, people: [...sampleSchool.people, ...people] });
    const rows = people.map(({ name }, n) => ({ line: n + 2, cells: { name, roles: 'staff' } }));
    const seconds = await processorSeconds(() => {
      const { unchanged, problems } = planPeople(school, rows, '2026-11-24');
      expect({ unchanged, problems }).toEqual({ unchanged: 5000, problems: [] });
    });

    expect(seconds).toBeLessThan(2);
  });

  it('gives nobody the id of somebody who was taken out of the file', async () => {
    const before = SCHOOL.replace('{ id: old,', '{ id: p1,');
    const { call, school } = given('Name,Role\nReading volunteer,volunteer\n', before.replace(/.*id: p1,.*\n/, ''));
    await call('--write');

    expect((await school()).people.at(-1)?.id).not.toBe('p1');
  });

  it('never repeats a cell in a problem: it may be somebody’s', async () => {
    const { call } = given('Name,Role,Email,Starts\nRobin,Robin,Robin,Robin\n');
    const { out, told } = await call();

    expect([...out, ...told].join()).not.toContain('Robin');
  });

  it.each([
    [['people']],
    [['people', 'nowhere.csv']],
    [['people', '/nowhere/people.csv', '--school', schoolHome().LANTERN_SCHOOL]],
    [['people', __filename, '--school', schoolHome().LANTERN_SCHOOL, '--leave', 'soon']],
  ])('%s is answered with how to call it', async (words) => {
    const { code, told } = await lantern({ LANTERN_HOME: dirname(schoolHome().LANTERN_HOME) }, ...words);

    expect(code).toBe(2);
    expect(told.join('\n')).toContain('people FILE.csv --school FILE.yaml');
  });
});
