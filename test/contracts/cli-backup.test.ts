import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { addFact } from '../../handlers/concern/facts';
import { refFor } from '../../handlers/concern/rules';
import { readSettings } from '../../bot/config';
import { openPlace } from '../../bot/restore-place';
import { restoreRows, takeOverRestore } from '../../infra/backup-restore';
import { takeHome } from '../../infra/home-lock';
import { commitChange } from '../../infra/outbox';
import { openAzureTables } from '../../infra/azure-tables';
import { openSqlite } from '../../infra/sqlite';
import { Conflict } from '../../infra/store';
import { openAzurite } from './azurite';
import { inSchool, lantern, newFolder, schoolHome } from './cli-terminal';
import { raisedConcern } from './raised-concern';

const REF = refFor('elm', 2026, 1);
const CANARY = 'the otter took the blue bicycle';
const KEY = 'a long secret of this school';
const WHOLE = ['elm: 1 concerns, 2 entries, all as they were written'];

type Env = NodeJS.ProcessEnv & { LANTERN_HOME: string };

/** A school with a concern, a message that is owed, and its policies. */
async function busySchool(): Promise<Env> {
  const env = { ...schoolHome(), LANTERN_KEY: KEY };
  await inSchool(env, async ({ records, school }, house) => {
    const now = house.clock.now();
    let concern = raisedConcern(REF, CANARY);
    const entries = (['raised', 'note'] as const).map((kind) => {
      const added = addFact(concern, { kind, by: 'lead', facts: { note: `${CANARY} ${kind}` } }, now);
      concern = added.concern;
      return added.entry;
    });
    const counter = { op: 'insert', key: 'counter|concern|2026', value: { last: 1 } } as const;
    const row = { op: 'insert', key: `concern|${REF}`, value: concern } as const;
    const message = { id: 'told|lead', to: { person: 'lead' }, view: { card: 'common/sorry', data: {} } };
    const change = { ops: [counter, ...entries, row], messages: [message] };
    await commitChange(school.id, records, change, now.toUTC().toISO());
  });
  return env;
}

/** A place with nothing in it, where the same key opens. */
function emptyHome(change: NodeJS.ProcessEnv = {}): Env {
  return { LANTERN_HOME: join(newFolder(), 'home'), LANTERN_KEY: KEY, ...change };
}

async function emptyTables(): Promise<Env> {
  return emptyHome({ AZURE_TABLES_CONNECTION_STRING: (await openAzurite()).connectionString() });
}

async function backedUp(): Promise<string> {
  const file = join(newFolder(), 'monday.backup');
  expect((await lantern(await busySchool(), 'backup', file)).code).toBe(0);
  return file;
}

/** Every partition with its keys and what they hold. */
async function everythingIn(env: Env): Promise<Record<string, unknown>> {
  const store = env.AZURE_TABLES_CONNECTION_STRING
    ? await openAzureTables({ connectionString: env.AZURE_TABLES_CONNECTION_STRING })
    : openSqlite(join(env.LANTERN_HOME, 'lantern.db'));
  const found: Record<string, unknown> = {};
  for (const partition of await store.partitions()) {
    const { rows } = await store.query(partition, { from: '', to: '~', limit: 1000 });
    found[partition] = rows.map(({ key, value }) => [key, value]);
  }
  await store.close();
  return found;
}

describe('lantern backup', () => {
  it('writes everything into one file that says nothing to whoever has no key, and says that the key is not in it', async () => {
    const env = await busySchool();
    const file = join(newFolder(), 'monday.backup');

    const { code, out, told } = await lantern(env, 'backup', file);

    expect(code).toBe(0);
    expect(out).toEqual([expect.stringMatching(/monday\.backup: 1 school, \d+ rows$/)]);
    expect(told.join('\n')).toContain('The key is not in this file. Without LANTERN_KEY nobody can read it');
    const text = readFileSync(file, 'utf8');
    expect(text).not.toContain('otter');
    expect(text).not.toContain(KEY);
    expect(text).toContain(`concern|${REF}`);
    expect(text).toContain('policy|');
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('never writes over a file, and leaves no draft', async () => {
    const file = join(newFolder(), 'monday.backup');
    writeFileSync(file, 'the one before');

    const { code, told } = await lantern(await busySchool(), 'backup', file);

    expect(code).toBe(1);
    expect(told.join('\n')).toContain('is there already');
    expect(readFileSync(file, 'utf8')).toBe('the one before');
    expect(readdirSync(join(file, '..'))).toEqual(['monday.backup']);
  });

  it('says so where there is nothing to keep, and writes nothing', async () => {
    const file = join(newFolder(), 'monday.backup');

    const { code, told } = await lantern(emptyHome(), 'backup', file);

    expect({ code, told }).toEqual({ code: 1, told: ['Nothing is kept here yet, so there is nothing to back up.'] });
    expect(readdirSync(join(file, '..'))).toEqual([]);
  });

  it.each([[[]], [['one', 'two']]])('takes one file, and not %j', async (words) => {
    expect((await lantern(emptyHome(), 'backup', ...words)).code).toBe(2);
  });
});

describe('lantern restore', () => {
  it('brings everything back into a folder, checks it, and the school works on', async () => {
    const [file, env] = [await backedUp(), emptyHome()];

    const { code, out, told } = await lantern(env, 'restore', file);

    expect(told).toEqual([
      'Restored. Start Lantern as always: messages that were on their way may come a second time.',
    ]);
    expect({ code, out: out.slice(1) }).toEqual({ code: 0, out: WHOLE });
    expect((await lantern(env, 'verify')).out).toEqual(WHOLE);
    expect((await lantern(env, 'export', 'concern', REF, '--for', 'lead')).out.join('\n')).toContain(CANARY);
    expect(readdirSync(env.LANTERN_HOME).filter((name) => name.includes('restoring'))).toEqual([]);
  });

  it('brings everything into Azure Tables, for a school that grows, and from there back into a folder', async () => {
    const [file, tables, home] = [await backedUp(), await emptyTables(), emptyHome()];
    const second = join(newFolder(), 'tuesday.backup');

    const there = await lantern(tables, 'restore', file);
    const before = await everythingIn(tables);
    const store = await openAzureTables({ connectionString: tables.AZURE_TABLES_CONNECTION_STRING ?? '' });
    await store.insert('replicas|all', 'a bot that runs', { until: '2026-11-24T10:15:00.000Z' });
    const copied = await lantern(tables, 'backup', second);
    const back = await lantern(home, 'restore', second);

    expect([there.code, copied.code, back.code]).toEqual([0, 0, 0]);
    expect(there.out.slice(1)).toEqual(WHOLE);
    expect(back.out.slice(1)).toEqual(WHOLE);
    expect(await everythingIn(home)).toEqual(before);
  });

  it('makes what was owed due again, as it was', async () => {
    const source = await busySchool();
    const file = join(newFolder(), 'monday.backup');
    await lantern(source, 'backup', file);
    const env = emptyHome();

    await lantern(env, 'restore', file);

    const [before, after] = [await everythingIn(source), await everythingIn(env)];
    expect(Object.keys(after).filter((name) => name.startsWith('due|'))).toHaveLength(1);
    expect(after).toEqual(before);
  });

  it.each<[string, (file: string) => void, string]>([
    ['was cut in the middle', (file) => truncateSync(file, Math.floor(statSync(file).size / 2)), 'was cut short'],
    [
      'lost its last line',
      (file) => writeFileSync(file, linesOf(file).slice(0, -1).join('\n').concat('\n')),
      'was cut short',
    ],
    ['was cut in its last line', (file) => truncateSync(file, statSync(file).size - 3), 'was cut short'],
    [
      'lost a row',
      (file) => writeFileSync(file, linesOf(file).toSpliced(5, 1).join('\n').concat('\n')),
      'is not as it was written',
    ],
    ['had a single sign changed', (file) => flip(file, 0.7), 'is not as it was written'],
    [
      'had something added behind its end',
      (file) => appendFileSync(file, '{"partition":"oak"}\n'),
      'is not as it was written',
    ],
    [
      'is of a newer Lantern',
      (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('"version":1', '"version":2')),
      'newer Lantern',
    ],
    [
      'is a letter',
      (file) => writeFileSync(file, 'Dear governors,\n\nplease find enclosed.\n'),
      'is no backup of Lantern',
    ],
    ['is empty', (file) => truncateSync(file, 0), 'is no backup of Lantern'],
  ])('refuses a file that %s, and changes nothing', async (_what, spoil, said) => {
    const [file, env] = [await backedUp(), emptyHome()];
    spoil(file);

    const { code, out, told } = await lantern(env, 'restore', file);

    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(told.join('\n')).toContain(said);
    expect(existsSync(env.LANTERN_HOME)).toBe(false);
  });

  it('refuses a changed file also when somebody reckoned its digest anew', async () => {
    const { createHash } = await import('node:crypto');
    const [file, env] = [await backedUp(), emptyHome()];
    const lines = linesOf(file).slice(0, -1).toSpliced(5, 1);
    const sha256 = createHash('sha256').update(lines.join('\n').concat('\n')).digest('hex');
    const end = {
      ...JSON.parse(linesOf(file).at(-1) ?? '').end,
      rows: lines.filter((line) => line.startsWith('{"key"')).length,
      sha256,
    };
    writeFileSync(file, [...lines, JSON.stringify({ end })].join('\n').concat('\n'));

    const { code, told } = await lantern(env, 'restore', file);

    expect(code).toBe(1);
    expect(told.join('\n')).toContain('is not as it was written');
  });

  it.each([
    ['another key', { LANTERN_KEY: 'another secret of another' }, 'was made with another key. Set LANTERN_KEY'],
    ['no key', { LANTERN_KEY: undefined }, 'The key is not here. Set LANTERN_KEY'],
  ])('refuses %s before anything is written, and makes no key of its own', async (_what, change, said) => {
    const [file, env] = [await backedUp(), emptyHome(change)];

    const { code, told } = await lantern(env, 'restore', file);

    expect(code).toBe(1);
    expect(told.join('\n')).toContain(said);
    expect(existsSync(env.LANTERN_HOME)).toBe(false);
  });

  it('refuses a folder in which something is kept, and changes nothing there', async () => {
    const [file, env] = [await backedUp(), await busySchool()];
    const before = await everythingIn(env);

    const { code, told } = await lantern(env, 'restore', file);

    expect(code).toBe(1);
    expect(told.join('\n')).toContain('Something is kept in');
    expect(await everythingIn(env)).toEqual(before);
  });

  it('refuses tables in which something is kept, and changes nothing there', async () => {
    const [file, env] = [await backedUp(), await emptyTables()];
    await lantern(env, 'restore', file);
    const before = await everythingIn(env);

    const { code, told } = await lantern(env, 'restore', file, '--again');

    expect(code).toBe(1);
    expect(told.join('\n')).toContain('Something is kept in these tables already');
    expect(await everythingIn(env)).toEqual(before);
  });

  it('refuses a folder in which a bot is running', async () => {
    const [file, env] = [await backedUp(), emptyHome()];
    const release = takeHome(env.LANTERN_HOME);

    const { code, told } = await lantern(env, 'restore', file);

    release();
    expect(code).toBe(1);
    expect(told.join('\n')).toContain('Another Lantern is running');
  });

  it('takes nothing away that somebody kept in that folder meanwhile', async () => {
    const env = emptyHome();
    const place = await openPlace(readSettings(env), false);
    const other = openSqlite(join(env.LANTERN_HOME, 'lantern.db'));
    await other.insert('elm', 'a', { kept: 'meanwhile' });
    await other.close();

    await expect(place.keep()).rejects.toThrow('Something is kept in');

    expect(await everythingIn(env)).toEqual({ elm: [['a', { kept: 'meanwhile' }]] });
  });

  it('begins anew in a folder where it was killed before', async () => {
    const [file, env] = [await backedUp(), emptyHome()];
    mkdirSync(env.LANTERN_HOME, { recursive: true });
    writeFileSync(join(env.LANTERN_HOME, 'lantern.db.restoring'), 'half of it');

    expect((await lantern(env, 'restore', file)).out.slice(1)).toEqual(WHOLE);
  });

  it('of which half lies in Azure is no school: nothing works there until it is done again', async () => {
    const [file, env] = [await backedUp(), await emptyTables()];
    const store = await openAzureTables({ connectionString: env.AZURE_TABLES_CONNECTION_STRING ?? '' });
    await store.insert('restore|running', 'marker', { at: 'then' });
    await store.insert('elm', 'concern|half', {});

    const looked = await lantern(env, 'verify');
    const once = await lantern(env, 'restore', file);
    const again = await lantern(env, 'restore', file, '--again');

    expect(looked.told.join('\n')).toContain('has not come to its end');
    expect(once.told.join('\n')).toContain('add --again');
    expect(again.out.slice(1)).toEqual(WHOLE);
    expect(await store.get('elm', 'concern|half')).toBeUndefined();
    expect((await lantern(env, 'verify')).out).toEqual(WHOLE);
  });

  it('at the same moment as another into the same tables gives way to it, and takes nothing of it away', async () => {
    const [file, env] = [await backedUp(), await emptyTables()];

    const both = await Promise.all([lantern(env, 'restore', file), lantern(env, 'restore', file)]);

    expect(both.map(({ code }) => code).sort()).toEqual([0, 1]);
    expect(both.find(({ code }) => code === 1)?.told.join()).toMatch(/Another restore into|Something is kept in/);
    expect((await lantern(env, 'verify')).out).toEqual(WHOLE);
  });

  it('whose tables another takes over stops, and leaves them to that one', async () => {
    const env = await emptyTables();
    const settings = readSettings(env);
    const row = (n: number) => ({ partition: 'elm', key: `row|${n}`, value: { b0: 'x' } });
    const first = await openPlace(settings, false);
    let second = first;
    async function* heldUp() {
      for (let n = 0; n < 150; n += 1) yield row(n);
      second = await openPlace(settings, true);
      for (let n = 150; n < 300; n += 1) yield row(n);
    }
    async function* some() {
      yield row(7);
    }

    await expect(restoreRows(first.store, heldUp(), Buffer.alloc(32), first.by)).rejects.toThrow(
      'has taken this place',
    );
    await restoreRows(second.store, some(), Buffer.alloc(32), second.by);
    await first.abandon();
    await expect(first.keep()).rejects.toThrow('has taken this place over');
    const whileItRuns = await everythingIn(env);
    await second.keep();

    const theirs = { elm: [['row|7', { b0: 'x' }]] };
    expect(whileItRuns).toEqual({ ...theirs, 'restore|running': [['marker', { by: second.by }]] });
    expect(await everythingIn(env)).toEqual(theirs);
  });

  it('takes over nothing that has come to its end meanwhile', async () => {
    const env = await emptyTables();
    const place = await openPlace(readSettings(env), false);
    await place.store.insert('elm', 'a', { kept: 'whole' });
    await place.keep();

    await expect(takeOverRestore(place.store)).rejects.toThrow(Conflict);
    await expect(openPlace(readSettings(env), true)).rejects.toThrow('Something is kept in');

    expect(await everythingIn(env)).toEqual({ elm: [['a', { kept: 'whole' }]] });
  });

  it('does not begin where another has begun, though nothing has been written yet', async () => {
    const settings = readSettings(await emptyTables());
    const first = await openPlace(settings, false);

    await expect(openPlace(settings, false)).rejects.toThrow('add --again');

    await first.abandon();
    await (await openPlace(settings, false)).abandon();
  });

  it.each([
    ['a folder', async () => emptyHome()],
    ['tables', () => emptyTables()],
  ])('that fails half-way leaves %s as empty as it was', async (_what, make) => {
    const env = await make();
    const place = await openPlace(readSettings(env), false);
    async function* halfOfIt() {
      for (let n = 0; n < 250; n += 1) yield { partition: 'elm', key: `row|${n}`, value: { b0: 'x' } };
      throw new Error('the disk with the backup was pulled out');
    }

    await expect(restoreRows(place.store, halfOfIt(), Buffer.alloc(32), place.by)).rejects.toThrow();
    const partitions = await place.store.partitions();
    await place.abandon();

    expect(partitions).toEqual(['elm', 'restore|running']);
    expect(await everythingIn(env)).toEqual({});
    expect((await lantern(env, 'restore', await backedUp())).code).toBe(0);
  });

  it('of a chronology that was changed long ago brings it back, says so and ends with 1', async () => {
    const source = await busySchool();
    const db = new Database(join(source.LANTERN_HOME, 'lantern.db'));
    db.prepare('delete from rows where key like ?').run(`chronology|${REF}|000002`);
    db.close();
    const [file, env] = [join(newFolder(), 'monday.backup'), emptyHome()];
    await lantern(source, 'backup', file);

    const { code, out } = await lantern(env, 'restore', file);

    expect(code).toBe(1);
    expect(out.join('\n')).toContain(`elm ${REF} entry 2: is missing`);
    expect((await lantern(env, 'verify')).code).toBe(1);
  });
});

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8').trimEnd().split('\n');
}

/** Another sign of the sealed kind in its place. */
function flip(file: string, share: number): void {
  const bytes = readFileSync(file);
  let at = Math.floor(bytes.length * share);
  while (!/[A-Y]/.test(String.fromCharCode(bytes[at] ?? 0))) at += 1;
  bytes[at] = (bytes[at] ?? 0) + 1;
  writeFileSync(file, bytes);
}
