import { type Category, categoriesFor } from '../../../domain/categories';
import { clocksFor, NO_CLOCK } from '../../../domain/clocks';
import type { Matter } from '../../../domain/matter';
import { routeConcern } from '../../../domain/routes';
import { lineOf } from '../../../domain/routes-lines';
import { outsideOf } from '../../../domain/routes-outside';
import { About, type School } from '../../../domain/school';
import { clockLines, coverLines, officeLines, placeLines, questionLines } from './print-school';
import { instantOf } from './row';

/**
 * A school's whole table as text, for a lead to read and sign off: who holds what, and for each matter who is told, who
 * is next, whose number ends the line, which clocks run and why. As it stands with everybody at hand and no exclusions.
 */
export function printRoutes(school: School): string {
  const lines = [`${school.name} (${school.nation})`, '', 'OFFICES', ...officeLines(school)];
  for (const about of About.options) {
    lines.push('', `ABOUT: ${about}`);
    for (const [text, categories] of groups(school, about)) lines.push(...wrapped(categories), text);
  }
  lines.push(
    ...['', 'CLOCKS', ...clockLines(school)],
    ...['', 'COVER', ...coverLines(school)],
    ...['', 'PLACES', ...placeLines(school)],
    ...['', 'PLEASE CONFIRM', ...questionLines(school)],
    ...['', 'Read and agreed by ________________________  on ______________'],
  );
  return `${lines.join('\n')}\n`;
}

/** Categories whose line reads the same stand together. */
function groups(school: School, about: About): Map<string, Category[]> {
  const byText = new Map<string, Category[]>();
  for (const category of categoriesFor(about)) {
    const text = describe(school, about, category);
    byText.set(text, [...(byText.get(text) ?? []), category]);
  }
  return byText;
}

function describe(school: School, about: About, category: Category): string {
  const at = instantOf('school-day-10:15', school);
  const raisedAt = at.toUTC().toISO() ?? '';
  const matter: Matter = { about, category, conflicts: [], danger: false, childSaid: true, raisedAt };
  const line = lineOf(school, matter);
  const route = routeConcern(school, matter, at);
  const told = line.tell.map((office) => (line.technical?.includes(office) ? `${office} (technical view)` : office));
  const end = line.end && outsideOf(school, line.end);
  const fields: readonly (readonly [string, string])[] = [
    ['told first', told.join(', ') + (line.mode === 'any' ? ' (the first to take it has it)' : '')],
    ['may open too', line.alsoOpen.join(', ')],
    ['next', line.next.join(', ') || '-'],
    ['end of line', end ? `${end.name ?? end.contact}, ${end.telephone ?? '(no number yet)'}` : '-'],
    ['place', route.place ?? '-'],
    ['clocks', clocksFor(school, matter, line.id, true).join(' + ') || NO_CLOCK],
    ['source', route.source.join('; ')],
  ];
  return fields.flatMap(([name, value]) => (value ? [`      ${name.padEnd(14)}${value}`] : [])).join('\n');
}

const WIDTH = 96;

function wrapped(categories: readonly string[]): string[] {
  const rows: string[] = [];
  for (const category of categories) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + category.length + 2 <= WIDTH)
      rows[rows.length - 1] = `${last}, ${category}`;
    else rows.push(`  ${category}`);
  }
  return rows;
}
