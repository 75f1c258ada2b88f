import { NO_CLOCK } from '../../../domain/clocks';
import type { School } from '../../../domain/school';
import { clockLines, coverLines, officeLines, placeLines, questionLines } from './print-school';
import { type TableLine, tableOf } from './table';

/**
 * A school's whole table as text, for a lead to read and sign off: who holds what, and for each matter who is told, who
 * is next, whose number ends the line, which clocks run and why. As it stands with everybody at hand and no exclusions.
 */
export function printRoutes(school: School): string {
  const lines = [`${school.name} (${school.nation})`, '', 'OFFICES', ...officeLines(school)];
  for (const { about, groups } of tableOf(school)) {
    lines.push('', `ABOUT: ${about}`);
    for (const { categories, line } of groups) lines.push(...wrapped(categories), describe(line));
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

function describe({ told, mode, alsoOpen, next, end, place, clocks, source }: TableLine): string {
  const first = told.map(({ office, isTechnical }) => (isTechnical ? `${office} (technical view)` : office));
  const fields: readonly (readonly [string, string])[] = [
    ['told first', first.join(', ') + (mode === 'any' ? ' (the first to take it has it)' : '')],
    ['may open too', alsoOpen.join(', ')],
    ['next', next.join(', ') || '-'],
    ['end of line', end ? `${end.name ?? end.contact}, ${end.telephone ?? '(no number yet)'}` : '-'],
    ['place', place ?? '-'],
    ['clocks', clocks.join(' + ') || NO_CLOCK],
    ['source', source.join('; ')],
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
