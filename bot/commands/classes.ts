import { basename } from 'node:path';
import { DateTime } from 'luxon';
import { localDay } from '../../domain/calendar';
import { CLASS_HEADINGS, type ClassChange, type ClassPlan, planClasses } from '../../domain/class-list';
import { schoolYearOf } from '../../domain/duty-dates';
import { SchoolYear, yearIn } from '../../domain/school-year';
import { readSchoolFile } from '../../infra/directory';
import { foreseeClasses, writeSchoolFile } from '../../infra/school-lists';
import { type Command, readWords, type Terminal, WrongWords } from './command';
import { bytesOfList, printProblems, tellChanged } from './list-file';
import { tellNotedForms } from './noted-forms';
import { readList } from './read-list';

/** Takes the classes of one school year from a list of pupils by initials or codes, as an office's own system writes it. */
export const classes: Command = {
  name: 'classes',
  usage: ['classes FILE.csv --school FILE.yaml [--year 2026/27] [--write]'],
  does: 'what a list of pupils by class (class, initials or code, teacher) changes in a school file; with --write it changes it, whole or not at all; the school year is the one of today unless --year says another',
  async run(words, terminal) {
    const { values, positionals } = readWords(words, {
      school: { type: 'string' },
      year: { type: 'string' },
      write: { type: 'boolean' },
    });
    const [path] = positionals;
    const { school: file, year: said, write = false } = values;
    if (path === undefined || positionals.length !== 1 || file === undefined)
      throw new WrongWords('classes needs a CSV file and --school with a school file');
    if (said !== undefined && !SchoolYear.safeParse(said).success)
      throw new WrongWords(`${said} is no school year: write 2026/27`);
    const read = await readSchoolFile(file);
    const { school } = read;
    const year = said === undefined ? schoolYearOf(localDay(school, DateTime.now())) : yearIn(said);
    const { rows, problems, ignored } = readList(await bytesOfList(path), CLASS_HEADINGS, () => ['class', 'pupil']);
    const planned = planClasses(school, rows, year);
    const plan = { ...planned, problems: [...problems, ...planned.problems] };
    print(plan, ignored, terminal);
    if (plan.problems.length > 0) {
      terminal.tell(`Nothing was changed: mend the problems in ${basename(path)} and try once more.`);
      return 1;
    }
    await tellNotedForms(school, plan, year, terminal);
    const count = plan.added.length + plan.changed.length;
    const text = foreseeClasses(read, plan);
    if (write && count > 0 && !(await writeSchoolFile(file, read.text, text))) return tellChanged(file, terminal);
    terminal.tell(told(count, write, file, plan));
    return 0;
  },
};

/** Classes and numbers only: the pupils stand in the list itself, and those whose forms are touched are told apart. */
function print(plan: ClassPlan, ignored: readonly string[], terminal: Terminal): void {
  const { schoolYear, added, changed, unchanged, gone, problems } = plan;
  terminal.print(
    `${schoolYear}: ${added.length} new, ${changed.length} changed, ${gone.length} gone, ${unchanged} unchanged, ${problems.length} problems`,
  );
  printProblems(problems, terminal);
  for (const each of added) terminal.print(`new      ${each.id}: ${each.pupils.length} pupils${taughtBy(each)}`);
  for (const each of changed)
    terminal.print(`changed  ${each.id}: ${each.joined} joined, ${each.left} left${taughtBy(each)}`);
  for (const id of gone) terminal.print(`gone     ${id}`);
  if (ignored.length > 0) terminal.tell(`${ignored.length} columns are not read: ${ignored.join(', ')}`);
}

function taughtBy({ teachers }: ClassChange): string {
  return teachers.length === 0 ? ', nobody teaches it' : `, taught by ${teachers.join(', ')}`;
}

function told(count: number, write: boolean, file: string, { gone }: ClassPlan): string {
  const name = basename(file);
  const stay = gone.length > 0 ? ' Classes that are not on the list stay as they are.' : '';
  if (count === 0) return `Nothing to change in ${name}.${stay}`;
  return write ? `${name} is changed.${stay}` : `This is what would change in ${name}; --write changes it.${stay}`;
}
