import { randomBytes } from 'node:crypto';
import { DateTime } from 'luxon';
import type { Ground } from '../bot/ground';
import type { House } from '../bot/house';
import { openHouseholds } from '../bot/households';
import { School } from '../domain/school';
import { openRecords } from '../infra/records';
import { openSeal } from '../infra/seal';
import { openSqlite } from '../infra/sqlite';
import { keepPolicy } from '../infra/stored-policies';
import { listSchool, rememberSchool } from '../infra/stored-schools';
import { sampleSchool } from './sample-school';

/** More than are open from the start. */
export const MANY = 45;
export const NOW = DateTime.fromISO('2026-11-24T10:15', { zone: 'Europe/London' });

const PHONES = new Map([['phones', Buffer.from('# Phones policy\n\nA phone stays in the bag.\n')]]);

/** The id of the n-th of many schools; their ids sort in their order. */
export function schoolId(n: number): string {
  return `school-${String(n).padStart(5, '0')}`;
}

/** A school as its file has it, the n-th of many, each with a tenant of its own. */
export function schoolNumber(n: number, change: Record<string, unknown> = {}) {
  const policies = [{ id: 'phones', title: 'Phones policy', file: 'phones.md' }];
  const tenants = { teams: `tenant-${n}`, slack: `T${n}` };
  return { ...sampleSchool, id: schoolId(n), tenants, policies, agreements: [], places: {}, routes: [], ...change };
}

/** Puts a school into the store, as a first start with its file does. @param texts what each of its policies says. */
export async function keepSchool(
  source: ReturnType<typeof schoolNumber>,
  { store, masterKey }: Ground,
  texts: ReadonlyMap<string, Buffer> = PHONES,
): Promise<School> {
  const school = School.parse(source);
  const records = openRecords(store, await openSeal(store, school.id, masterKey), school.id);
  await rememberSchool(records, { source, school });
  for (const { id, file } of school.policies)
    await keepPolicy(records, id, file, texts.get(id) ?? Buffer.from(''), '2026-09-01T08:00:00.000Z');
  await listSchool(store, school);
  return school;
}

/** A store of so many schools. */
export async function openGroundOf(count: number): Promise<Ground> {
  const ground: Ground = {
    store: openSqlite(':memory:'),
    masterKey: randomBytes(32),
    clock: { now: () => NOW.toUTC() as DateTime<true>, elapsed: () => performance.now() },
  };
  for (let n = 0; n < count; n++) await keepSchool(schoolNumber(n), ground);
  return ground;
}

/** One process that works on it; several may. */
export async function houseOn(
  ground: Ground,
  more: Partial<House> = {},
): Promise<House & { readonly logged: string[] }> {
  const logged: string[] = [];
  const { notes: _notes, ...schools } = await openHouseholds(ground, { school: undefined });
  return {
    ...ground,
    ...schools,
    log: (what, facts) => void logged.push(`${what} ${JSON.stringify(facts)}`),
    capabilities: [],
    channels: [],
    sole: true,
    poke: () => undefined,
    logged,
    ...more,
  };
}
