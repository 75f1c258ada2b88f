import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DateTime } from 'luxon';
import { dispatch } from '../../bot/dispatch';
import type { Ground } from '../../bot/ground';
import type { House } from '../../bot/house';
import { openHouseholds } from '../../bot/households';
import { whoIs } from '../../bot/schools';
import { openShelf } from '../../bot/shelf';
import { expand } from '../../cards/expand';
import { School } from '../../domain/school';
import { capabilities } from '../../handlers';
import type { Act } from '../../handlers/capability';
import { runningClock } from '../../infra/clock';
import { openRecords, type RecordOp } from '../../infra/records';
import { openSeal } from '../../infra/seal';
import { openSqlite } from '../../infra/sqlite';
import type { Store } from '../../infra/store';
import { keepPolicy } from '../../infra/stored-policies';
import { listSchool, rememberSchool } from '../../infra/stored-schools';
import { schoolNumber } from '../../test/many-schools';
import { sampleSchool } from '../../test/sample-school';
import { openDrafts } from '../drafts';

/** Schools that are filled at once. */
const TOGETHER = 60;
const POLICIES = join(dirname(require.resolve('#root')), 'policies');

/** @param where a file on the disk, or a store that is open. */
export function groundOn(where: string | Store, masterKey: Buffer, at: string): Ground {
  const from = DateTime.fromISO(at, { zone: 'Europe/London' });
  if (!from.isValid) throw new Error(`${at} is no instant`);
  return { store: typeof where === 'string' ? openSqlite(where) : where, masterKey, clock: runningClock(from) };
}

/**
 * So many schools, each with its people, policies and tenant.
 * @param change what differs from the sample school, of the n-th. @param also rows that each of them has besides.
 */
export async function fillSchools(
  count: number,
  ground: Ground,
  change: (n: number) => Record<string, unknown> = () => ({}),
  also: readonly RecordOp[] = [],
): Promise<void> {
  const policies = sampleSchool.policies.map(({ owner: _owner, ...policy }) => ({ ...policy, reviewOn: '2099-01-01' }));
  const source = (n: number) => schoolNumber(n, { policies, ...change(n) });
  const rows = [...(await shelfOf(School.parse(source(0)), ground)), ...also];
  for (let from = 0; from < count; from += TOGETHER) {
    const numbers = Array.from({ length: Math.min(TOGETHER, count - from) }, (_, n) => from + n);
    await Promise.all(numbers.map((n) => fillOne(source(n), rows, ground)));
  }
}

async function fillOne(
  source: ReturnType<typeof schoolNumber>,
  rows: readonly RecordOp[],
  { store, masterKey }: Ground,
) {
  const school = School.parse(source);
  const records = openRecords(store, await openSeal(store, school.id, masterKey), school.id);
  await rememberSchool(records, { source, school });
  await records.commit(rows);
  await listSchool(store, school);
}

/** The rows of a school's policies, as importing them and opening the school once leaves them: the same at each school. */
async function shelfOf(school: School, { clock }: Ground): Promise<readonly RecordOp[]> {
  const store = openSqlite(':memory:');
  const drafts = openDrafts(openRecords(store, await openSeal(store, school.id, randomBytes(32)), school.id));
  const keepAt = clock.now().toISO();
  for (const { id, file } of school.policies)
    await keepPolicy(drafts, id, file, readFileSync(join(POLICIES, file)), keepAt);
  await openShelf({ school, records: drafts, folder: undefined, keepAt, keepReadings: true });
  await store.close();
  return drafts.drafted();
}

/** The house that a bot would be, with no platform. */
export async function openMany(ground: Ground, more: Partial<House> = {}) {
  const { notes: _notes, ...schools } = await openHouseholds(ground, { school: undefined });
  const house: House = {
    ...ground,
    ...schools,
    log: (what, facts) => void process.stderr.write(`${what} ${String(facts?.error ?? '')}\n`),
    capabilities,
    channels: [],
    sole: true,
    poke: () => undefined,
    ...more,
  };
  let turns = 0;

  /** A turn from the tenant and the account to the card. */
  async function turn(tenant: string, account: string, act: Act): Promise<string> {
    const known = await whoIs(house, 'teams', tenant, account);
    if (!known) throw new Error(`nobody has the tenant ${tenant}`);
    const { household, person } = known;
    const reply = await dispatch({ id: `turn-${++turns}`, household, person, where: 'private', act }, house);
    const views = [...(reply.here ?? []), ...(reply.privately ?? [])];
    const setting = { nation: household.school.nation, schoolName: household.school.name };
    return views.map((view) => JSON.stringify(expand(view, setting))).join();
  }

  return { house, turn };
}
