import { randomBytes } from 'node:crypto';
import { DateTime } from 'luxon';
import { dispatch } from '../bot/dispatch';
import { deskOf, type House } from '../bot/house';
import { expand } from '../cards/expand';
import { findPerson } from '../domain/people';
import { capabilities } from '../handlers';
import type { Act } from '../handlers/capability';
import { openRecords } from '../infra/records';
import { openSeal } from '../infra/seal';
import { openSqlite } from '../infra/sqlite';
import { openLibrary } from '../library';
import { countReads } from '../test/count-reads';
import { CHILD, lengthen, quietSchool, RARE, raiseMany } from '../test/many-concerns';
import { sampleSchool } from '../test/sample-school';

/** A house whose lead asks, and that says how long and how much it read. */
export interface Measured {
  readonly short: string;
  readonly long: string;
  readonly child: string;
  readonly rare: string;
  readonly secondPage: string;
  say(text: string): Promise<unknown>;
  press(verb: string, data: Record<string, unknown>): Promise<unknown>;
  /** Rows read since this was last asked. */
  rowsRead(): number;
  close(): Promise<void>;
}

const NOW = DateTime.fromISO('2026-11-24T10:15', { zone: 'Europe/London' });

/** A store on the disk with so many open concerns; one has five facts, another five hundred. */
export async function openMeasured(file: string, count: number): Promise<Measured> {
  const school = quietSchool(sampleSchool);
  const store = openSqlite(file);
  const reads = countReads(store);
  const records = openRecords(store, await openSeal(store, school.id, randomBytes(32)), school.id);
  const household = { school, records, library: openLibrary([]) };
  const house: House = {
    store,
    clock: { now: () => NOW.toUTC() as DateTime<true> },
    log: (what, facts) => void process.stderr.write(`${what} ${String(facts?.error ?? '')}\n`),
    households: new Map([[school.id, household]]),
    capabilities,
    channels: [],
    sole: true,
    poke: () => undefined,
  };
  const desk = deskOf(house, household);
  const [short, long] = await raiseMany(count, records, desk);
  if (!short || !long) throw new Error('two concerns at least');
  await lengthen(short, 5, records, desk);
  await lengthen(long, 500, records, desk);
  let turns = 0;

  async function turn(act: Act): Promise<string[]> {
    const person = findPerson(school, 'lead');
    const reply = await dispatch({ id: `turn-${++turns}`, household, person, where: 'private', act }, house);
    const views = [...(reply.here ?? []), ...(reply.privately ?? [])];
    return views.map((view) => JSON.stringify(expand(view, { nation: school.nation, schoolName: school.name })));
  }

  async function shows(text: string, act: Act): Promise<void> {
    if (!(await turn(act)).join().includes(text)) throw new Error(`nothing of ${text} is shown`);
  }

  await shows(`Open ${long.ref}`, { kind: 'said', text: `find ${long.ref}`, pictures: 0 });
  await shows('Show older ones', { kind: 'said', text: `find ${CHILD}`, pictures: 0 });
  const list = await turn({ kind: 'said', text: 'open concerns', pictures: 0 });
  return {
    short: short.ref,
    long: long.ref,
    child: CHILD,
    rare: RARE.kind,
    secondPage: /"after":"([^"]+)"/.exec(list.join())?.[1] ?? '',
    say: (text) => turn({ kind: 'said', text, pictures: 0 }),
    press: (verb, data) => turn({ kind: 'pressed', verb, data }),
    rowsRead: reads.since,
    close: () => store.close(),
  };
}
