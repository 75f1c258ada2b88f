import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from './error-code';
import { flushFolder } from './flush-folder';
import { isWrappedByVault } from './key-vault';
import { masterKeyFrom, Unsealable } from './seal';
import type { Wrapper } from './wrapper';

const KEY_BYTES = 32;

/**
 * The key that wraps every school's data key: from the secret in LANTERN_KEY, or one that is made once for this home and
 * kept in `keys/master.key`, for its owner's eyes alone. Whoever loses it loses every record.
 * @param vault what opens a LANTERN_KEY that Azure Key Vault wrapped.
 */
export async function masterKey(home: string, secret: string | undefined, vault?: Wrapper): Promise<Buffer> {
  const known = await knownMasterKey(home, secret, vault);
  return known ?? checked(await makeKey(join(home, 'keys'), fileIn(home)), fileIn(home));
}

/** The same where no key may be made, because what is to be opened has one already; undefined when it is not here. */
export async function knownMasterKey(
  home: string,
  secret: string | undefined,
  vault?: Wrapper,
): Promise<Buffer | undefined> {
  if (secret !== undefined) return keyFromSecret(secret, vault);
  const key = await readKey(fileIn(home));
  return key && checked(key, fileIn(home));
}

/** The key that a secret stands for: worked out from it, or opened by the vault that wrapped it. @throws Unsealable */
export async function keyFromSecret(secret: string, vault?: Wrapper): Promise<Buffer> {
  if (!isWrappedByVault(secret)) return masterKeyFrom(secret);
  if (!vault)
    throw new Unsealable('The key is wrapped by Azure Key Vault, and AZURE_KEY_VAULT_KEY does not say where.');
  return vault.unwrap(secret);
}

function fileIn(home: string): string {
  return join(home, 'keys', 'master.key');
}

function checked(key: Buffer, file: string): Buffer {
  if (key.length === KEY_BYTES) return key;
  throw new Error(`${file} is damaged: put back your copy of it.`);
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
