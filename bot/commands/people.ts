import { basename } from 'node:path';
import { DateTime } from 'luxon';
import { localDay } from '../../domain/calendar';
import { type Entry, type Plan, planPeople } from '../../domain/people-list';
import { isDay } from '../../domain/day';
import { PEOPLE_HEADINGS } from '../../domain/people-row';
import type { School } from '../../domain/school';
import { readSchoolFile } from '../../infra/directory';
import { foreseePeople, writeSchoolFile } from '../../infra/school-lists';
import { type Command, readWords, type Terminal, WrongWords } from './command';
import { bytesOfList, printProblems, tellChanged } from './list-file';
import { readList } from './read-list';

/** Takes the people of a school from a list, as an office's own system writes it. */
export const people: Command = {
  name: 'people',
  usage: ['people FILE.csv --school FILE.yaml [--leave DAY] [--write]'],
  does: 'what a list of people (name, roles, email, starts, leaves, offices, manager, id) changes in a school file; with --write it changes it, whole or not at all; --leave gives those who are not on it their last day',
  async run(words, terminal) {
    const { values, positionals } = readWords(words, {
      school: { type: 'string' },
      leave: { type: 'string' },
      write: { type: 'boolean' },
    });
    const [path] = positionals;
    const { school: file, leave, write = false } = values;
    if (path === undefined || positionals.length !== 1 || file === undefined)
      throw new WrongWords('people needs a CSV file and --school with a school file');
    if (leave !== undefined && !isDay(leave)) throw new WrongWords(`${leave} is no day: write 2026-08-31`);
    const read = await readSchoolFile(file);
    const { school } = read;
    const { plan, ignored } = await planOf(path, school);
    print(plan, ignored, terminal);
    if (plan.problems.length > 0) {
      terminal.tell(`Nothing was changed: mend the problems in ${basename(path)} and try once more.`);
      return 1;
    }
    const count = plan.added.length + plan.changed.length + (leave === undefined ? 0 : plan.gone.length);
    const text = foreseePeople(read, plan, leave);
    if (write && count > 0 && !(await writeSchoolFile(file, read.text, text))) return tellChanged(file, terminal);
    terminal.tell(said(count, write, file, plan, leave));
    return 0;
  },
};

async function planOf(path: string, school: School): Promise<{ plan: Plan; ignored: readonly string[] }> {
  const { rows, problems, ignored } = readList(await bytesOfList(path), PEOPLE_HEADINGS, (columns) =>
    // With ids alone a list changes people who are there already.
    columns.includes('id') ? [] : ['name', 'roles'],
  );
  const plan = planPeople(school, rows, localDay(school, DateTime.now()));
  return { plan: { ...plan, problems: [...problems, ...plan.problems] }, ignored };
}

/** Ids and lines only: whose names they are stands in the list itself. */
function print(
  { added, changed, unchanged, gone, problems }: Plan,
  ignored: readonly string[],
  terminal: Terminal,
): void {
  terminal.print(
    `${added.length} new, ${changed.length} changed, ${gone.length} gone, ${unchanged} unchanged, ${problems.length} problems`,
  );
  printProblems(problems, terminal);
  for (const entry of added) terminal.print(`new      ${entry.id} (line ${entry.line})${officesOf(entry)}`);
  for (const entry of changed) {
    const fields = Object.keys(entry.fields).join(', ');
    terminal.print(`changed  ${entry.id} (line ${entry.line}): ${fields || 'nothing of their own'}${officesOf(entry)}`);
  }
  for (const id of gone) terminal.print(`gone     ${id}`);
  if (ignored.length > 0) terminal.tell(`${ignored.length} columns are not read: ${ignored.join(', ')}`);
}

function officesOf({ offices }: Entry): string {
  return offices.length > 0 ? `, becomes ${offices.join(', ')}` : '';
}

function said(count: number, write: boolean, file: string, { gone }: Plan, leave: string | undefined): string {
  const name = basename(file);
  const stay = gone.length > 0 && leave === undefined ? ' Who is not on the list stays as they are.' : '';
  if (count === 0) return `Nothing to change in ${name}.${stay}`;
  return write ? `${name} is changed.${stay}` : `This is what would change in ${name}; --write changes it.${stay}`;
}
