import { School } from '../domain/school';
import type { Ground } from '../bot/ground';
import { openRecords } from '../infra/records';
import { openSeal } from '../infra/seal';
import { keepPolicy } from '../infra/stored-policies';
import { listSchool, rememberSchool } from '../infra/stored-schools';
import { sampleSchool } from './sample-school';

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
