import { openAzureTables } from '../../infra/azure-tables';
import { CALM, jobKey } from '../../infra/outbox';
import type { Store } from '../../infra/store';
import type { Ground } from '../../bot/ground';
import { fillSchools, groundOn } from '../schools/house';

/** People of ten schools, 42 in the mean; the next ten are as large. */
const SIZES = [18, 42, 30, 26, 110, 38, 22, 46, 34, 54] as const;

/** @param store a file, or the connection string of Azure Tables after `azure:`. */
export async function groundFor(store: string, key: string, at: string): Promise<Ground> {
  const masterKey = Buffer.from(key, 'hex');
  if (!store.startsWith('azure:')) return groundOn(store, masterKey, at);
  const ground = groundOn(':memory:', masterKey, at);
  return { ...ground, store: await openAzureTables({ connectionString: store.slice('azure:'.length) }) };
}

/** Everybody in so many schools: all of them are to be asked. */
export function peopleIn(schools: number): number {
  return Array.from({ length: schools }, (_, n) => sizeOf(n)).reduce((sum, each) => sum + each, 0);
}

function sizeOf(n: number): number {
  return SIZES[n % SIZES.length] ?? 0;
}

/** So many schools whose staff are all to be asked, each reached at this address. */
export async function fillSeptember(schools: number, serviceUrl: string, ground: Ground): Promise<void> {
  const change = (n: number) => ({
    people: [...Array.from({ length: sizeOf(n) - 1 }, (_, at) => person(`staff${at}`)), person('head')],
    offices: { dsl: ['head'], headteacher: ['head'], officeManager: ['head'] },
    cover: [],
    agreements: [
      {
        ...{ id: 'aup-staff', policy: 'acceptable-use', audience: ['staff'] },
        heading: 'Agreement for staff, governors and volunteers',
      },
    ],
  });
  // Somebody has written to the bot there before.
  const value = { serviceUrl, bot: 'bot', channels: {} };
  await fillSchools(schools, ground, change, [{ op: 'insert', key: 'teams|whereabouts', value }]);
}

function person(id: string) {
  return { id, name: `Somebody ${id}`, roles: ['staff'], teams: `29:${id}` };
}

/** The chats, as the platform names them, of everybody to whom a message is still owed by what the store holds. */
export async function owedChats(store: Store): Promise<string[]> {
  const chats: string[] = [];
  for (const partition of CALM) {
    let cursor: string | undefined;
    do {
      const page = await store.query(partition, { from: '', to: '~', limit: 1000, ...(cursor ? { cursor } : {}) });
      for (const { value } of page.rows) {
        const [school, job] = [String(value.school), String(value.job)];
        // A hint may be left behind whose job is done.
        if (await store.get(school, jobKey(job)))
          chats.push(`tenant-${Number(school.slice('school-'.length))}|29:${job.slice(job.lastIndexOf('|') + 1)}`);
      }
      cursor = page.cursor;
    } while (cursor);
  }
  return chats;
}
