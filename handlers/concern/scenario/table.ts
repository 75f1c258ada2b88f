import { type Category, categoriesFor } from '../../../domain/categories';
import { type Clock, clocksFor } from '../../../domain/clocks';
import type { Matter } from '../../../domain/matter';
import { routeConcern } from '../../../domain/routes';
import { lineOf } from '../../../domain/routes-lines';
import { type Outside, outsideOf } from '../../../domain/routes-outside';
import { About, type School } from '../../../domain/school';
import { instantOf } from './row';

/** One line of the table as it holds at a school: by offices, whoever holds them. */
export interface TableLine {
  readonly told: readonly { readonly office: string; readonly isTechnical: boolean }[];
  /** All of them are told, or whoever takes it first has it. */
  readonly mode: 'all' | 'any';
  readonly alsoOpen: readonly string[];
  readonly next: readonly string[];
  readonly end: Outside | null;
  readonly place: string | null;
  readonly clocks: readonly Clock[];
  readonly source: readonly string[];
}

/** Kinds of concern whose lines read the same. */
export interface TableGroup {
  readonly categories: readonly Category[];
  readonly line: TableLine;
}

/** The whole table of a school, for each whom a concern may be about: with everybody at hand and nobody left out. */
export function tableOf(school: School): { readonly about: About; readonly groups: readonly TableGroup[] }[] {
  return About.options.map((about) => {
    const groups = new Map<string, { categories: Category[]; line: TableLine }>();
    for (const category of categoriesFor(about)) {
      const line = lineFor(school, about, category);
      const key = JSON.stringify(line);
      const group = groups.get(key);
      if (group) group.categories.push(category);
      else groups.set(key, { categories: [category], line });
    }
    return { about, groups: [...groups.values()] };
  });
}

function lineFor(school: School, about: About, category: Category): TableLine {
  const at = instantOf('school-day-10:15', school);
  const raisedAt = at.toUTC().toISO() ?? '';
  const matter: Matter = { about, category, conflicts: [], danger: false, childSaid: true, raisedAt };
  const line = lineOf(school, matter);
  const { place, source } = routeConcern(school, matter, at);
  return {
    told: line.tell.map((office) => ({ office, isTechnical: line.technical?.includes(office) ?? false })),
    mode: line.mode,
    alsoOpen: line.alsoOpen,
    next: line.next,
    end: line.end && outsideOf(school, line.end),
    place,
    clocks: clocksFor(school, matter, line.id, true),
    source,
  };
}
