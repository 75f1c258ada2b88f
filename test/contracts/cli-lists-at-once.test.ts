import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../bot/cli';
import { writeSchoolFile } from '../../infra/school-lists';
import { newFolder } from './cli-terminal';

const SCHOOL = `id: elm
name: Elm School
nation: england
people:
  - { id: head, name: "Headteacher", roles: [staff] }
offices:
  headteacher: [head]
`;
const MEANWHILE = SCHOOL.replace('Elm School', 'Elm Primary School');

const LISTS = {
  people: 'Name,Role\nReading volunteer,volunteer\n',
  classes: 'Class,Initials\n4B,AB\n',
};

function given() {
  const folder = newFolder();
  const file = join(folder, 'elm.yaml');
  writeFileSync(file, SCHOOL);
  return { folder, file, text: () => readFileSync(file, 'utf8') };
}

describe('A school file that two change at once', () => {
  it.each(['people', 'classes'] as const)(
    'is left alone by "%s" when it is not any more as it was read, and that is said',
    async (command) => {
      const { folder, file, text } = given();
      const csv = join(folder, 'list.csv');
      writeFileSync(csv, LISTS[command]);
      const told: string[] = [];
      // Somebody else writes between the look and the change.
      const print = () => writeFileSync(file, MEANWHILE);

      const code = await runCommand([command, csv, '--school', file, '--write'], {
        env: { LANTERN_HOME: folder },
        print,
        tell: (line) => void told.push(line),
      });

      expect(code).toBe(1);
      expect(told.join('\n')).toContain('elm.yaml was changed by somebody else meanwhile, so I changed nothing.');
      expect(text()).toBe(MEANWHILE);
      expect(existsSync(`${file}.new`)).toBe(false);
    },
  );

  it('is written by one of them alone', async () => {
    const { file, text } = given();
    const wanted = ['one', 'two', 'three'].map((name) => SCHOOL.replace('Elm School', name));

    const done = await Promise.all(wanted.map((after) => writeSchoolFile(file, SCHOOL, after)));

    expect(done.filter(Boolean)).toHaveLength(1);
    expect(text()).toBe(wanted[done.indexOf(true)]);
  });

  it('is written although a command that was ended left its own text beside it, and keeps its rights', async () => {
    const { file, text } = given();
    const { mode } = statSync(file);
    writeFileSync(`${file}.new`, 'half of', { mode: 0o666 });
    utimesSync(`${file}.new`, 0, 0);

    expect(await writeSchoolFile(file, SCHOOL, MEANWHILE)).toBe(true);
    expect(text()).toBe(MEANWHILE);
    expect(statSync(file).mode).toBe(mode);
  });
});
