import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { openSqlite } from '../../infra/sqlite';
import { UnusableStore, VERSION } from '../../infra/sqlite-version';
import { readAll } from './store-model';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lantern-'));
  file = join(folder, 'lantern.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function byHand(...sql: readonly string[]): void {
  const db = new Database(file);
  for (const each of sql) db.exec(each);
  db.close();
}

/** A file as Lantern wrote it before it counted versions. */
function anOldFile(): void {
  byHand(
    'create table rows (partition text not null, key text not null, etag text not null, value text not null, primary key (partition, key)) without rowid',
    `insert into rows values ('oak', 'a', 'e1', '{"n":1}')`,
  );
}

function versionOf(path: string): number {
  const db = new Database(path);
  const [version] = db.prepare('pragma user_version').raw().get() as number[];
  db.close();
  return version ?? -1;
}

/** What lies there, without the logs that SQLite keeps beside an open file. */
function files(): string[] {
  return readdirSync(folder).filter((name) => !/-(wal|shm)$/.test(name));
}

/** What is wrong, as the person reads it; the file must be as it was, to the byte, and nothing may lie beside it. */
function refusal(): string {
  const [before, beside] = [readFileSync(file), files()];
  let said = '';
  try {
    openSqlite(file);
  } catch (error) {
    expect(error).toBeInstanceOf(UnusableStore);
    said = (error as Error).message;
  }
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(files()).toEqual(beside);
  return said;
}

describe('A database from another time', () => {
  test('says which version it is, from the start', async () => {
    await openSqlite(file).close();

    expect(versionOf(file)).toBe(VERSION);
    expect(files()).toEqual(['lantern.db']);
  });

  test('an older one is copied first and then brought up to date, with every row', async () => {
    anOldFile();

    const store = openSqlite(file);
    expect(await readAll(store, 'oak')).toEqual([{ key: 'a', etag: 'e1', value: { n: 1 } }]);
    await store.insert('oak', 'b', {});
    await store.close();

    expect(versionOf(file)).toBe(VERSION);
    expect(files()).toEqual(['lantern.db', 'lantern.db.version-0']);
    expect(versionOf(`${file}.version-0`)).toBe(0);
    const copy = new Database(`${file}.version-0`);
    expect(copy.prepare('select key from rows').raw().all()).toEqual([['a']]);
    copy.close();
  });

  test('a copy that is there already is the one to go back to, and stays as it is', async () => {
    anOldFile();
    writeFileSync(`${file}.version-0`, 'the first copy');

    await openSqlite(file).close();

    expect(readFileSync(`${file}.version-0`, 'utf8')).toBe('the first copy');
    expect(files()).toEqual(['lantern.db', 'lantern.db.version-0']);
  });

  test('one whose rows are not a table is none of ours, and stays as it is', () => {
    anOldFile();
    byHand('pragma user_version = 0', 'drop table rows', 'create view rows as select 1', 'create table other (a)');

    expect(refusal()).toContain('belongs to another program');
  });

  test('a newer one is refused with a clear sentence', () => {
    anOldFile();
    byHand(`pragma application_id = ${0x4c616e74}`, `pragma user_version = ${VERSION + 1}`);

    expect(refusal()).toBe(
      `Lantern cannot use the database ${file}: a newer Lantern wrote it (version ${VERSION + 1}, and this one knows ${VERSION}): use the newer one. Nothing was changed.`,
    );
  });
});

describe('A file that is no store of Lantern', () => {
  test.each([
    ['the database of another program', () => byHand('create table letters (a)', 'pragma user_version = 1')],
    ['the database of another program, without a version', () => byHand('create table letters (a)')],
    [
      'the database of another program that has rows too',
      () => byHand('create table rows (a)', 'pragma application_id = 7'),
    ],
  ])('%s is left alone', (_what, make) => {
    make();

    expect(refusal()).toContain('it belongs to another program. Nothing was changed.');
  });

  test('a letter is no database', () => {
    writeFileSync(file, 'This is a letter to the governors, not a database.'.repeat(100));

    expect(refusal()).toContain('it is no database, or damaged: put back a backup.');
  });

  test.each([0.9, 0.5, 0.05])('one of which only a part is left (%d) is damaged', async (share) => {
    const store = openSqlite(file);
    await Promise.all(Array.from({ length: 400 }, (_, n) => store.insert('oak', `${n}`, { text: 'x'.repeat(500) })));
    await store.close();
    truncateSync(file, Math.floor(readFileSync(file).length * share));

    expect(refusal()).toContain('it is damaged or cut short: put back a backup.');
  });

  test('one that may not be written to is said to be so', async () => {
    const made = join(folder, 'made.db');
    await openSqlite(made).close();
    copyFileSync(made, file);
    chmodSync(file, 0o444);
    const isRoot = process.geteuid?.() === 0;
    chmodSync(folder, 0o755);

    // Nothing is locked for the account that may do everything.
    if (isRoot) process.seteuid?.(65_534);
    try {
      expect(refusal()).toContain('it may not be written to by this account.');
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });
});
