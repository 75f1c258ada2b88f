import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { PolicyEntry } from '../domain/school';
import { MOST_BYTES } from '../library';

export type PolicyFile =
  | { readonly ok: true; readonly id: string; readonly file: string; readonly bytes: Buffer }
  | { readonly ok: false; readonly id: string; readonly file: string; readonly why: string };

/** Reads the file of a policy. One that cannot be read is a value: the school works on with what the store has. */
export async function readPolicyFile(
  { id, file }: Pick<PolicyEntry, 'id' | 'file'>,
  folder: string,
): Promise<PolicyFile> {
  const path = resolve(folder, file);
  try {
    if (!(await stat(path)).isFile()) return { ok: false, id, file, why: 'it is not a file' };
    const bytes = await readPolicyBytes(path);
    return bytes === null ? { ok: false, id, file, why: 'it is larger than 20 MB' } : { ok: true, id, file, bytes };
  } catch {
    return { ok: false, id, file, why: 'it is not there, or may not be read' };
  }
}

/**
 * The bytes of a file, or null for one that is larger than a policy may be. Its size is asked for first, so that a
 * film that was named by mistake costs no memory.
 * @throws when there is no such file, or it may not be read
 */
export async function readPolicyBytes(path: string): Promise<Buffer | null> {
  return (await stat(path)).size > MOST_BYTES ? null : readFile(path);
}
