import { createHash, randomBytes } from 'node:crypto';
import { access, type FileHandle, link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BACKUP_VERSION, isKept, isSchool, markOf, UnusableBackup } from './backup-file';
import { codeOf } from './error-code';
import { flushFolder } from './flush-folder';
import type { Store } from './store';
import { LIST } from './stored-schools';

export interface Written {
  readonly schools: number;
  readonly rows: number;
}

/** Written to the disk at once: a few rows, however many there are. */
const CHUNK_CHARACTERS = 256 * 1024;

/**
 * Writes everything that a store holds into one file, for its owner's eyes alone. It has its name only once it is whole
 * and on the disk.
 * @throws UnusableBackup when a file of that name is there, or the store holds nothing.
 */
export async function writeBackup(store: Store, masterKey: Buffer, madeAt: string, file: string): Promise<Written> {
  await mustBeFree(file);
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    const written = await writeDraft(store, masterKey, madeAt, draft);
    await giveName(draft, file);
    return written;
  } finally {
    await rm(draft, { force: true });
  }
}

async function mustBeFree(file: string): Promise<void> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (isThere) throw taken(file);
}

function taken(file: string): UnusableBackup {
  return new UnusableBackup(
    `${file} is there already, and no backup is written over another file. Give it a new name.`,
  );
}

/** Never over another file. A disk for carrying about may know no second name of a file: there the draft is renamed. */
async function giveName(draft: string, file: string): Promise<void> {
  try {
    await link(draft, file).catch(async (error) => {
      if (codeOf(error) === 'EEXIST') throw error;
      await mustBeFree(file);
      await rename(draft, file);
    });
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? taken(file) : error;
  }
  await flushFolder(dirname(file));
}

async function writeDraft(store: Store, masterKey: Buffer, madeAt: string, draft: string): Promise<Written> {
  const handle = await open(draft, 'wx', 0o600);
  try {
    const lines = openLines(handle);
    const head = { lantern: 'backup', version: BACKUP_VERSION, madeAt };
    await lines.add({ ...head, mark: markOf(masterKey, JSON.stringify(head)) });
    const written = await writeRows(store, draft, lines);
    const sha256 = lines.digest();
    await lines.add({ end: { rows: written.rows, sha256, mark: markOf(masterKey, sha256) } });
    await lines.flush();
    await handle.sync();
    return written;
  } finally {
    await handle.close();
  }
}

async function writeRows(store: Store, draft: string, lines: Lines): Promise<Written> {
  const picture = await store.picture(`${draft}.rows`);
  try {
    const partitions = (await picture.partitions()).filter(isKept);
    // Which schools there are is read first: one that is named there has its rows already.
    const inOrder = [...partitions.filter((each) => each === LIST), ...partitions.filter((each) => each !== LIST)];
    let rows = 0;
    for (const partition of inOrder) {
      await lines.add({ partition });
      for await (const { key, value } of picture.rows(partition)) {
        await lines.add({ key, value });
        rows += 1;
      }
    }
    if (rows === 0) throw new UnusableBackup('Nothing is kept here yet, so there is nothing to back up.');
    return { schools: partitions.filter(isSchool).length, rows };
  } finally {
    await picture.close();
  }
}

interface Lines {
  add(line: object): Promise<void>;
  /** Of all that was added so far. */
  digest(): string;
  flush(): Promise<void>;
}

function openLines(handle: FileHandle): Lines {
  const hash = createHash('sha256');
  let waiting = '';
  async function flush(): Promise<void> {
    await handle.writeFile(waiting);
    waiting = '';
  }
  return {
    async add(line) {
      const text = `${JSON.stringify(line)}\n`;
      hash.update(text, 'utf8');
      waiting += text;
      if (waiting.length > CHUNK_CHARACTERS) await flush();
    },
    digest: () => hash.copy().digest('hex'),
    flush,
  };
}
