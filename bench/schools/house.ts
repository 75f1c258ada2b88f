import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DateTime } from 'luxon';
import { dispatch } from '../../bot/dispatch';
import type { Ground } from '../../bot/ground';
import type { House } from '../../bot/house';
import { openHouseholds } from '../../bot/households';
import { whoIs } from '../../bot/schools';
import { expand } from '../../cards/expand';
import { capabilities } from '../../handlers';
import { runningClock } from '../../infra/clock';
import { openSqlite } from '../../infra/sqlite';
import type { Act } from '../../handlers/capability';
import { keepSchool, schoolNumber } from '../../test/many-schools';
import { sampleSchool } from '../../test/sample-school';

const TOGETHER = 60;
const POLICIES = join(dirname(require.resolve('#root')), 'policies');
/** The policies of each school, as they are imported: four of some pages. */
export const TEXTS = new Map(sampleSchool.policies.map(({ id, file }) => [id, readFileSync(join(POLICIES, file))]));

export function groundOn(file: string, masterKey: Buffer, at: string): Ground {
  const from = DateTime.fromISO(at, { zone: 'Europe/London' });
  if (!from.isValid) throw new Error(`${at} is no instant`);
  return { store: openSqlite(file), masterKey, clock: runningClock(from) };
}

/** So many schools, each with its people, policies and tenant. @param change what differs from the sample school. */
export async function fillSchools(count: number, ground: Ground, change: Record<string, unknown> = {}): Promise<void> {
  const policies = sampleSchool.policies.map(({ owner: _owner, ...policy }) => ({ ...policy, reviewOn: '2099-01-01' }));
  for (let from = 0; from < count; from += TOGETHER) {
    const numbers = Array.from({ length: Math.min(TOGETHER, count - from) }, (_, n) => from + n);
    await Promise.all(numbers.map((n) => keepSchool(schoolNumber(n, { policies, ...change }), ground, TEXTS)));
  }
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
