import { DateTime } from 'luxon';
import { formatPhrase } from '../../cards/words';
import { termsFor } from '../../cards/terms';
import { localDay } from '../../domain/calendar';
import { findPerson } from '../../domain/people';
import { Day, type School } from '../../domain/school';
import { runsOutOn } from '../../domain/training-dates';
import { type TrainingKind, trainingKinds, USUAL_KINDS } from '../../domain/training-settings';
import { latestOf } from '../../handlers/training/rules';
import { Fact } from '../../handlers/training/schema';
import type { Records } from '../../infra/records';
import { type Terminal, WrongWords } from './command';
import { toCsv } from './csv';
import { chooseSchools, withHouse } from './house-of-command';

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
  if (at !== undefined && !(Day.safeParse(at).success && DateTime.fromISO(at).isValid))
    throw new WrongWords(`${at} is no day: write 2026-11-30`);
  await withHouse(terminal, async ({ house }) => {
    const rows: Record<string, unknown>[] = [];
    for (const { school, records } of chooseSchools(house, schoolId)) {
      const facts = (await everyFact(records)).filter((fact) => at === undefined || dayOf(fact, school) <= at);
      for (const row of rowsOf(facts, school)) rows.push({ ...row, school: school.id });
    }
    terminal.print(toCsv(house.households.size > 1 ? ['school', ...COLUMNS] : COLUMNS, rows).trimEnd());
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
  const { nation, name } = school;
  const isUsual = USUAL_KINDS.some(({ id }) => id === training);
  const usual = isUsual ? formatPhrase(`training.usual.${training}`, {}, termsFor({ nation, schoolName: name })) : '';
  return { title: kind?.title ?? usual, runsOut: kind && on !== '' ? (runsOutOn(kind, on) ?? '') : '' };
}

function dayOf({ at }: Fact, school: School): string {
  return localDay(school, DateTime.fromISO(at, { zone: 'utc' }));
}

async function everyFact(records: Records): Promise<Fact[]> {
  const all: Fact[] = [];
  let cursor: string | undefined;
  do {
    const page = await records.listPrefix('training|', { limit: 500, ...(cursor ? { cursor } : {}) });
    all.push(...page.rows.map(({ value }) => Fact.parse(value)));
    cursor = page.cursor;
  } while (cursor);
  return all;
}
