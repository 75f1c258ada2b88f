import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from './error-code';
import { masterKeyFrom } from './seal';

const KEY_BYTES = 32;

/**
 * The key that wraps every school's data key: from the secret in LANTERN_KEY, or one that is made once for this home and
 * kept in `keys/master.key`, for its owner's eyes alone. Whoever loses it loses every record.
 */
export async function masterKey(home: string, secret: string | undefined): Promise<Buffer> {
  if (secret !== undefined) return masterKeyFrom(secret);
  const folder = join(home, 'keys');
  const file = join(folder, 'master.key');
  const key = (await readKey(file)) ?? (await makeKey(folder, file));
  if (key.length !== KEY_BYTES) throw new Error(`${file} is damaged: put back your copy of it.`);
  return key;
}

async function readKey(file: string): Promise<Buffer | undefined> {
  try {
    return Buffer.from((await readFile(file, 'utf8')).trim(), 'base64');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written whole and flushed before it gets its name; when two processes meet here, both use the first one's key. */
async function makeKey(folder: string, file: string): Promise<Buffer> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const key = randomBytes(KEY_BYTES);
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeThrough(draft, `${key.toString('base64')}\n`);
  try {
    await link(draft, file);
    await flushFolder(folder);
    return key;
  } catch (error) {
    const theirs = await readKey(file);
    if (theirs) return theirs;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function writeThrough(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A new name is durable only when its folder is; Windows has no such call and needs none. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
