import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { PolicyEntry } from '../domain/school';

/** As large as a policy may be; a scan of a hundred pages stays below. */
export const LARGEST_POLICY_BYTES = 20 * 1024 * 1024;

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
    const found = await stat(path);
    if (!found.isFile()) return { ok: false, id, file, why: 'it is not a file' };
    if (found.size > LARGEST_POLICY_BYTES) return { ok: false, id, file, why: 'it is larger than 20 MB' };
    return { ok: true, id, file, bytes: await readFile(path) };
  } catch {
    return { ok: false, id, file, why: 'it is not there, or may not be read' };
  }
}
