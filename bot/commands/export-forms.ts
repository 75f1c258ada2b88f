import { sayFor } from '../../cards/say';
import { dayAt, localDay } from '../../domain/calendar';
import { classesIn } from '../../domain/classes';
import { schoolYearOf } from '../../domain/duty-dates';
import { findPerson } from '../../domain/people';
import type { School } from '../../domain/school';
import { sayYear } from '../../domain/school-year';
import { SLIP_FACTS } from '../../handlers/slip/keeping';
import { formsOf } from '../../handlers/slip/rules';
import { Fact } from '../../handlers/slip/schema';
import { titleOf } from '../../handlers/slip/words';
import type { Household } from '../house';
import { mustBeDay, type Terminal } from './command';
import { everyRow } from '../../infra/every-row';
import { chooseSchools, withHouse } from './house-of-command';
import { printTable } from './print-table';

const COLUMNS = [
  ...['schoolYear', 'class', 'form', 'title', 'pupil', 'answer', 'standing'],
  ...['was', 'why', 'by', 'name', 'at'],
];

/** One pupil and one form, as the register says it. */
interface Line {
  readonly year: number;
  readonly class: string;
  readonly slip: string;
  readonly pupil: string;
  readonly answer: string;
  readonly standing: 'counts' | 'replaced';
  readonly [column: string]: unknown;
}

/**
 * The register of the forms of pupils and parents as CSV: everything that was noted, and `standing` says which line of a
 * pupil counts. Without a day also who is out of this year's class lists; who stood on a list on a past day is not kept.
 * @param at a day such as 2026-11-30: the register as it was at the end of it.
 */
export async function exportForms(
  at: string | undefined,
  schoolId: string | undefined,
  terminal: Terminal,
): Promise<number> {
  mustBeDay(at);
  await withHouse(terminal, async ({ house }) => {
    const rows: Record<string, unknown>[] = [];
    for await (const household of chooseSchools(house, schoolId)) {
      const { school } = household;
      const noted = linesOf(await factsUntil(at, household));
      const out = at === undefined ? outOf(noted, school, localDay(school, house.clock.now())) : [];
      rows.push(...[...noted, ...out].map((line) => ({ ...inWords(line, school), school: school.id })));
    }
    printTable(COLUMNS, rows, house, terminal);
  });
  return 0;
}

async function factsUntil(at: string | undefined, household: Household): Promise<Fact[]> {
  const facts: Fact[] = [];
  for await (const { value } of everyRow(household, SLIP_FACTS)) {
    const fact = Fact.parse(value);
    const on = dayAt(fact.at, household.school);
    if (at === undefined || on <= at) facts.push(fact);
  }
  return facts;
}

/** The rows come in the order of their instants, so the last that names a pupil counts. */
function linesOf(facts: readonly Fact[]): Line[] {
  const keyOf = ({ year, class: id, slip }: Fact, pupil: string) => `${year}|${id}|${slip}|${pupil}`;
  const last = new Map(facts.flatMap((fact) => fact.put.map(({ pupil }) => [keyOf(fact, pupil), fact] as const)));
  return facts.flatMap((fact) =>
    fact.put.map((each) => ({
      ...fact,
      ...each,
      standing: last.get(keyOf(fact, each.pupil)) === fact ? ('counts' as const) : ('replaced' as const),
    })),
  );
}

function outOf(noted: readonly Line[], school: School, today: string): Line[] {
  const year = schoolYearOf(today);
  const counted = noted.filter(({ standing }) => standing === 'counts');
  const known = new Set(counted.map((line) => `${line.year}|${line.class}|${line.slip}|${line.pupil}`));
  return classesIn(school, year).flatMap((one) =>
    formsOf(one, school).flatMap((form) =>
      one.pupils
        .filter((pupil) => !known.has(`${year}|${one.id}|${form.id}|${pupil}`))
        .map((pupil) => ({
          ...{ year, class: one.id, slip: form.id, pupil },
          ...{ answer: 'out', standing: 'counts' as const },
        })),
    ),
  );
}

function inWords(line: Line, school: School): Record<string, unknown> {
  const form = school.forms.list.find(({ id }) => id === line.slip);
  const title = form ? titleOf(form) : '';
  return {
    ...line,
    form: line.slip,
    schoolYear: sayYear(line.year),
    title: sayFor(school)(title),
    name: findPerson(school, String(line.by ?? ''))?.name ?? '',
  };
}
