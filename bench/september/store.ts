import { openAzureTables } from '../../infra/azure-tables';
import type { Ground } from '../../bot/ground';
import { fillSchools, groundOn } from '../schools/house';

/** A Monday morning in September, on which every school asks. */
export const AT = '2026-09-14T08:30';
export const PEOPLE = 42;

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
  const change = {
    people: [...staff, { ...person('head'), roles: ['staff'] }],
    offices: { dsl: ['head'], headteacher: ['head'], officeManager: ['head'] },
    cover: [],
    agreements: [
      {
        ...{ id: 'aup-staff', policy: 'acceptable-use', audience: ['staff'] },
        heading: 'Agreement for staff, governors and volunteers',
      },
    ],
  };
  // Somebody has written to the bot there before.
  const value = { serviceUrl, bot: 'bot', channels: {} };
  await fillSchools(schools, ground, change, [{ op: 'insert', key: 'teams|whereabouts', value }]);
}

function person(id: string) {
  return { id, name: `Somebody ${id}`, roles: ['staff'], teams: `29:${id}` };
}
