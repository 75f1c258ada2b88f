import { openAzureTables } from '../../infra/azure-tables';
import { openRecords } from '../../infra/records';
import { openSeal } from '../../infra/seal';
import { hashOf } from '../../infra/policy-versions';
import type { Ground } from '../../bot/ground';
import { keepReading, type ReadingOf } from '../../bot/kept-readings';
import { type Reading, read } from '../../library';
import { schoolId } from '../../test/many-schools';
import { sampleSchool } from '../../test/sample-school';
import { fillSchools, groundOn, TEXTS } from '../schools/house';

/** A Monday morning in September, on which every school asks. */
export const AT = '2026-09-14T08:30';
export const PEOPLE = 42;
/** Schools that are filled at once. */
const TOGETHER = 60;

/** @param store a file, or the connection string of Azure Tables after `azure:`. */
export async function groundFor(store: string, key: string, at: string): Promise<Ground> {
  const masterKey = Buffer.from(key, 'hex');
  if (!store.startsWith('azure:')) return groundOn(store, masterKey, at);
  const ground = groundOn(':memory:', masterKey, at);
  return { ...ground, store: await openAzureTables({ connectionString: store.slice('azure:'.length) }) };
}

/** So many schools whose staff are all to be asked, each reached at this address. */
export async function fillSeptember(schools: number, serviceUrl: string, ground: Ground): Promise<void> {
  const staff = Array.from({ length: PEOPLE - 1 }, (_, n) => person(`staff${n}`));
  await fillSchools(schools, ground, {
    people: [...staff, { ...person('head'), roles: ['staff'] }],
    offices: { dsl: ['head'], headteacher: ['head'], officeManager: ['head'] },
    cover: [],
    agreements: [
      {
        ...{ id: 'aup-staff', policy: 'acceptable-use', audience: ['staff'] },
        heading: 'Agreement for staff, governors and volunteers',
      },
    ],
  });
  const known: Known = { value: { serviceUrl, bot: 'bot', channels: {} }, readings: await readAll() };
  for (let from = 0; from < schools; from += TOGETHER) {
    const numbers = Array.from({ length: Math.min(TOGETHER, schools - from) }, (_, n) => from + n);
    await Promise.all(numbers.map((n) => settleIn(schoolId(n), known, ground)));
  }
}

/** What a school has behind it once somebody has written to the bot there. */
interface Known {
  readonly value: { readonly serviceUrl: string; readonly bot: string; readonly channels: object };
  readonly readings: readonly { readonly of: ReadingOf; readonly reading: Reading }[];
}

/** The policies are the same at every school: what was read of them is kept by each, and read once. */
async function readAll(): Promise<Known['readings']> {
  const readings = sampleSchool.policies.map(async ({ id, title }) => {
    const bytes = TEXTS.get(id) ?? Buffer.from('');
    return { of: { policy: id, title, hash: hashOf(bytes) }, reading: await read(bytes, title) };
  });
  return Promise.all(readings);
}

async function settleIn(id: string, { value, readings }: Known, { store, masterKey }: Ground): Promise<void> {
  const records = openRecords(store, await openSeal(store, id, masterKey), id);
  await records.commit([{ op: 'insert', key: 'teams|whereabouts', value }]);
  for (const { of, reading } of readings) await keepReading(of, reading, records);
}

function person(id: string) {
  return { id, name: `Somebody ${id}`, roles: ['staff'], teams: `29:${id}` };
}
