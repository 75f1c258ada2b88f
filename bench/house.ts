import { randomBytes } from 'node:crypto';
import { DateTime } from 'luxon';
import { dispatch } from '../bot/dispatch';
import type { House } from '../bot/house';
import { expand } from '../cards/expand';
import { findPerson } from '../domain/people';
import type { School } from '../domain/school';
import { capabilities } from '../handlers';
import type { Act } from '../handlers/capability';
import { openRecords } from '../infra/records';
import { openSeal } from '../infra/seal';
import { openSqlite } from '../infra/sqlite';
import type { Store } from '../infra/store';
import type { Library } from '../library';
import { countReads } from '../test/count-reads';

const NOW = DateTime.fromISO('2026-11-24T10:15', { zone: 'Europe/London' });

/**
 * The whole bot over a store that counts what is read, with one school and no platform.
 * @param where a file on the disk, or a store that is open.
 */
export async function openBenchHouse(
  where: string | Store,
  school: School,
  library: Library,
  masterKey: Buffer = randomBytes(32),
) {
  const store = typeof where === 'string' ? openSqlite(where) : where;
  const reads = countReads(store);
  const records = openRecords(store, await openSeal(store, school.id, masterKey), school.id);
  const household = { school, records, library };
  const house: House = {
    store,
    clock: { elapsed: () => performance.now(), now: () => NOW.toUTC() as DateTime<true> },
    log: (what, facts) => void process.stderr.write(`${what} ${String(facts?.error ?? '')}\n`),
    households: new Map([[school.id, household]]),
    capabilities,
    channels: [],
    sole: true,
    poke: () => undefined,
  };
  let turns = 0;

  /** What somebody is shown, as the JSON of cards. */
  async function turn(personId: string, act: Act): Promise<string> {
    const person = findPerson(school, personId);
    const reply = await dispatch({ id: `turn-${++turns}`, household, person, where: 'private', act }, house);
    const views = [...(reply.here ?? []), ...(reply.privately ?? [])];
    return views.map((view) => JSON.stringify(expand(view, { nation: school.nation, schoolName: school.name }))).join();
  }

  return { house, household, records, turn, rowsRead: reads.since, close: () => store.close() };
}
