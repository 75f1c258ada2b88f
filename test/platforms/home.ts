import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { stringify } from 'yaml';
import { z } from 'zod';
import { sampleSchool } from '../sample-school';

const root = dirname(require.resolve('#root'));

const RowHead = z.object({ partition: z.string(), key: z.string(), etag: z.string() });

export interface Home {
  /** LANTERN_HOME. */
  readonly folder: string;
  /** LANTERN_KEY. */
  readonly key: string;
  /** Writes a school file, with its policies beside it. Returns its path. */
  writeSchool(school: Readonly<Record<string, unknown>>): string;
  /** Every row of the database by partition and key, as its etag: any change shows. */
  rows(): Map<string, string>;
  /** Names of the files in it. */
  files(): string[];
  /** Everything that lies in it, byte for byte. */
  bytes(): Buffer;
  /** What somebody does who has the database open. Returns how many rows it changed. */
  byHand(sql: string, ...values: unknown[]): number;
  remove(): void;
}

/**
 * Reads every file of a folder in a process of its own: were the database read and closed in the one that has it open,
 * the locks of SQLite would go with it ("POSIX advisory locks are cancelled by a separate close()").
 */
const READ_ALL = `
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
for (const name of readdirSync(process.argv[1], { recursive: true })) {
  try { process.stdout.write(readFileSync(join(process.argv[1], name))); } catch (error) { if (error.code !== 'EISDIR') throw error; }
}`;

/** A folder of its own for one Lantern and the school files that it is given. */
export function openHome(): Home {
  const parent = mkdtempSync(join(tmpdir(), 'lantern-'));
  const folder = join(parent, 'home');
  const open = () => new Database(join(folder, 'lantern.db'), { timeout: 5000 });

  return {
    folder,
    key: 'a-secret-of-the-tests-alone',
    writeSchool(school) {
      for (const { file } of sampleSchool.policies) copyFileSync(join(root, 'policies', file), join(parent, file));
      const path = join(parent, `${school.id}.yaml`);
      writeFileSync(path, stringify(school));
      return path;
    },
    rows() {
      const db = open();
      const rows = z.array(RowHead).parse(db.prepare('select partition, key, etag from rows').all());
      db.close();
      return new Map(rows.map(({ partition, key, etag }) => [`${partition}|${key}`, etag]));
    },
    files: () => readdirSync(folder, { recursive: true }).map(String),
    bytes: () => execFileSync(process.execPath, ['-e', READ_ALL, folder], { maxBuffer: 64 * 1024 * 1024 }),
    byHand(sql, ...values) {
      const db = open();
      const { changes } = db.prepare(sql).run(...values);
      db.close();
      return changes;
    },
    remove: () => rmSync(parent, { recursive: true, force: true }),
  };
}

/** Keys that differ between two looks at the database: new, gone or changed. */
export function changedRows(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => before.get(key) !== after.get(key)).sort();
}
