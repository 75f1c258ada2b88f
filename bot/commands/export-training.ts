import { sayFor } from '../../cards/say';
import { phrase } from '../../cards/view';
import { dayAt } from '../../domain/calendar';
import { findPerson } from '../../domain/people';
import type { School } from '../../domain/school';
import { runsOutOn } from '../../domain/training-dates';
import { type TrainingKind, trainingKinds, USUAL_KINDS } from '../../domain/training-settings';
import { latestOf } from '../../handlers/training/rules';
import { Fact } from '../../handlers/training/schema';
import type { Household } from '../house';
import { mustBeDay, type Terminal } from './command';
import { everyRow } from '../../infra/every-row';
import { chooseSchools, withHouse } from './house-of-command';
import { printTable } from './print-table';

const COLUMNS = [
  ...['person', 'name', 'training', 'title', 'on', 'runsOut', 'standing', 'certificate', 'provider'],
  ...['by', 'at', 'corrects', 'why'],
];

/**
 * The register of training as CSV, those who have left included. `standing` says which line of a person counts.
 * @param at a day such as 2026-11-30: the register as it was at the end of it.
 */
export async function exportTraining(
  at: string | undefined,
  schoolId: string | undefined,
  terminal: Terminal,
): Promise<number> {
  mustBeDay(at);
  await withHouse(terminal, async ({ house }) => {
    const rows: Record<string, unknown>[] = [];
    for await (const household of chooseSchools(house, schoolId)) {
      const { school } = household;
      const facts = (await everyFact(household)).filter((fact) => at === undefined || dayAt(fact.at, school) <= at);
      for (const row of rowsOf(facts, school)) rows.push({ ...row, school: school.id });
    }
    printTable(COLUMNS, rows, house, terminal);
  });
  return 0;
}

function rowsOf(facts: readonly Fact[], school: School): Record<string, unknown>[] {
  const kinds = new Map(trainingKinds(school.training).map((kind) => [kind.id, kind]));
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = `${fact.person}|${fact.training}`;
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return [...groups.values()].flatMap((group) => {
    const counts = latestOf(group)?.at;
    const replaced = new Set(group.flatMap(({ corrects }) => corrects ?? []));
    return group.map((fact) => ({
      ...fact,
      name: findPerson(school, fact.person)?.name ?? '',
      ...ofKind(kinds.get(fact.training), fact, school),
      standing: fact.at === counts ? 'counts' : replaced.has(fact.at) ? 'replaced' : 'earlier',
    }));
  });
}

function ofKind(kind: TrainingKind | undefined, { training, on }: Fact, school: School) {
  const isUsual = USUAL_KINDS.some(({ id }) => id === training);
  const usual = isUsual ? sayFor(school)(phrase(`training.usual.${training}`)) : '';
  return { title: kind?.title ?? usual, runsOut: kind && on !== '' ? (runsOutOn(kind, on) ?? '') : '' };
}

async function everyFact(household: Pick<Household, 'records'>): Promise<Fact[]> {
  const all: Fact[] = [];
  for await (const { value } of everyRow(household, 'training|')) all.push(Fact.parse(value));
  return all;
}
