import { randomBytes } from 'node:crypto';
import { linkSync, rmSync, statSync } from 'node:fs';
import Database from 'libsql';
import { codeOf } from './error-code';

type Db = InstanceType<typeof Database>;

/** Takes a file of the version that is its place in the list to the next one; the last is the version of today. */
const STEPS: readonly string[] = [
  // Files from before versions were counted have this table already.
  `create table if not exists rows (
    partition text not null, key text not null, etag text not null, value text not null,
    primary key (partition, key)) without rowid`,
];
export const VERSION = STEPS.length;
/** "Lant" in the header of the file, as SQLite asks of a program that has files of its own. */
const LANTERN = 0x4c616e74;

/** The file cannot be Lantern's store. The message is for the person at the console, and nothing was changed. */
export class UnusableStore extends Error {
  override readonly name = 'UnusableStore';
}

/**
 * Opens the file and brings it to the version of today, in one transaction; an older one is copied first, beside it.
 * @throws UnusableStore for one that is newer, damaged, cut short, locked against writing, or of another program.
 */
export function openVersioned(file: string, timeout: number): Db {
  const isWhole = whetherWhole(file);
  let db: Db | undefined;
  try {
    db = new Database(file, { timeout });
    db.pragma(`busy_timeout = ${timeout}`);
    isWhole(db);
    bringUpToDate(db, file);
    // NORMAL waits for the disk where the log is moved into the file; for the log itself `sqlite-disk.ts` does.
    // What was deleted is written over, so that a key which was destroyed is not found in the file.
    for (const setting of ['journal_mode = WAL', 'synchronous = NORMAL', 'secure_delete = ON']) db.pragma(setting);
    // One that cannot be written to is found now, not at the first concern.
    db.exec('begin immediate; rollback');
    return db;
  } catch (error) {
    db?.close();
    throw inPlainWords(error, file);
  }
}

/**
 * Begins before the file is opened: while something waits beside it in the log, a part may still be on its way into it.
 * Where another process opens a new one meanwhile, it grows between one look and the next, and is as long as it should be
 * only when it is looked at last.
 */
function whetherWhole(file: string): (db: Db) => void {
  const waits = () => sizeOf(`${file}-wal`) > 0;
  if (file === ':memory:' || waits()) return () => undefined;
  return (db) => {
    const bytes = numberOf(db, 'page_count') * numberOf(db, 'page_size');
    if (!waits() && sizeOf(file) < bytes) throw unusable(file, CUT);
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function bringUpToDate(db: Db, file: string): void {
  if (versionOf(db, file) === VERSION) return;
  // Tables and version come in one transaction: where another process has just made them, there is nothing to copy.
  if (tablesOf(db).length > 0 && versionOf(db, file) < VERSION) keepCopy(db, file);
  db.exec('begin immediate');
  try {
    // Another process may have been first.
    for (const step of STEPS.slice(versionOf(db, file))) db.exec(step);
    db.pragma(`application_id = ${LANTERN}`);
    db.pragma(`user_version = ${VERSION}`);
    db.exec('commit');
  } catch (error) {
    if (db.inTransaction) db.exec('rollback');
    throw error;
  }
}

function versionOf(db: Db, file: string): number {
  const [version, owner, tables] = [numberOf(db, 'user_version'), numberOf(db, 'application_id'), tablesOf(db)];
  const isOurs =
    owner === LANTERN || (owner === 0 && version === 0 && (tables.length === 0 || tables.includes('rows')));
  if (!isOurs) throw unusable(file, 'it belongs to another program');
  if (version > VERSION)
    throw unusable(
      file,
      `a newer Lantern wrote it (version ${version}, and this one knows ${VERSION}): use the newer one`,
    );
  return version;
}

/** Named after its version, and never written over: the copy from before the first try is the one to go back to. */
function keepCopy(db: Db, file: string): void {
  const copy = `${file}.version-${numberOf(db, 'user_version')}`;
  const draft = `${copy}.${randomBytes(6).toString('hex')}`;
  try {
    db.exec(`vacuum into '${draft.replaceAll("'", "''")}'`);
    linkSync(draft, copy);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function numberOf(db: Db, pragma: string): number {
  return Number(Object.values(db.prepare(`pragma ${pragma}`).raw().get() as object)[0]);
}

function tablesOf(db: Db): string[] {
  return (db.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[]).map(
    ({ name }) => name,
  );
}

const CUT = 'it is damaged or cut short: put back a backup';
/** By SQLite's own number of the error; libsql gives a name to only some of those that say more. */
const SAID: Readonly<Record<number, string>> = {
  8: 'it may not be written to by this account',
  11: CUT,
  14: 'it cannot be opened by this account',
  26: 'it is no database, or damaged: put back a backup',
};

function inPlainWords(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('rawCode' in error)) return error;
  const said = SAID[Number(error.rawCode) & 0xff];
  return said === undefined ? error : unusable(file, said);
}

function unusable(file: string, why: string): UnusableStore {
  return new UnusableStore(`Lantern cannot use the database ${file}: ${why}. Nothing was changed.`);
}
